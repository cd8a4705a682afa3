package io.crackscope.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.learning.Checkpoint;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingOutcome;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a run when its process is killed without a word. */
@Timeout(180)
class KilledTrainingTest {
    @TempDir
    Path folder;

    @Test
    void a_run_killed_in_the_middle_of_an_epoch_resumes_and_ends_with_the_weights_of_an_uninterrupted_one()
            throws Exception {
        Path killed = folder.resolve("killed.crackscope");
        killAt("2 7", killed);
        assertThat(Checkpoint.beside(killed)).exists();
        assertThat(Checkpoint.read(Checkpoint.beside(killed)).epoch()).isEqualTo(1);

        List<Integer> startedFrom = new ArrayList<>();
        TrainingOutcome resumed = TrainingProcess.train(killed, event -> {
            if (event instanceof TrainingEvent.Started started) {
                startedFrom.add(started.fromEpoch());
            }
        });
        assertThat(startedFrom).as("it goes on and does not begin anew").containsExactly(1);
        Path whole = folder.resolve("whole.crackscope");
        TrainingOutcome uninterrupted = TrainingProcess.train(whole, event -> {});

        assertThat(resumed.epochs())
                .hasSize(TrainingProcess.EPOCHS)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds", "imagesPerSecond")
                .isEqualTo(uninterrupted.epochs());
        assertThat(ModelFile.read(killed).weights())
                .isEqualTo(ModelFile.read(whole).weights());
        assertThat(Checkpoint.beside(killed)).doesNotExist();
        assertThat(folder)
                .isDirectoryNotContaining(file -> file.getFileName().toString().endsWith(".part"));
    }

    private static void killAt(String step, Path model) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("jvm.native").split(" ")));
        command.addAll(List.of(
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                TrainingProcess.class.getName(),
                model.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.equals(step)) {
                line = said.readLine();
            }
            assertThat(line).as("the process reached step " + step).isEqualTo(step);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
