package io.crackscope.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.learning.Checkpoint;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        List<String> beforeItsEnd = killAt("2 7", killed);
        assertThat(Checkpoint.beside(killed)).exists();
        assertThat(Checkpoint.read(Checkpoint.beside(killed)).header().epoch()).isEqualTo(1);

        List<Integer> startedFrom = new ArrayList<>();
        TrainingOutcome resumed = TrainingProcess.train(killed, event -> {
            if (event instanceof TrainingEvent.Started started) {
                startedFrom.add(started.fromEpoch());
            }
        });
        assertThat(startedFrom).as("it goes on and does not begin anew").containsExactly(1);
        Path whole = folder.resolve("whole.crackscope");
        List<String> inOneGo = new ArrayList<>();
        TrainingOutcome uninterrupted = TrainingProcess.train(whole, TrainingProcess.saying(inOneGo::add));

        assertThat(inOneGo).as("epoch, step, loss").startsWith(beforeItsEnd.toArray(String[]::new));
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

    @Test
    void a_run_killed_where_there_were_other_processors_resumes_as_if_it_had_kept_them() throws Exception {
        int others = Runtime.getRuntime().availableProcessors() == 1 ? 2 : 1;
        String processors = "-XX:ActiveProcessorCount=" + others;
        Path killed = folder.resolve("killed.crackscope");
        killAt("2 1", killed, processors);
        List<String> resumed = new ArrayList<>();
        TrainingProcess.train(killed, TrainingProcess.saying(resumed::add));

        Path whole = folder.resolve("whole.crackscope");
        Process uninterrupted = process(List.of(processors), whole.toString()).start();
        assertThat(steps(uninterrupted).toList()).as("epoch, step, loss").endsWith(resumed.toArray(String[]::new));
        assertThat(ModelFile.read(killed).weightsDigest())
                .isEqualTo(ModelFile.read(whole).weightsDigest());
    }

    private static ProcessBuilder process(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("jvm.native").split(" ")));
        command.add("-Xmx1g");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TrainingProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** Kills a run to {@code model} that waits at the step {@code last}; returns all steps it said until then. */
    private static List<String> killAt(String last, Path model, String... options) throws Exception {
        Process process = process(List.of(options), model.toString(), last).start();
        List<String> said = new ArrayList<>();
        try (Stream<String> steps = steps(process)) {
            steps.takeWhile(step -> !step.startsWith(last + " ")).forEach(said::add);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return said;
    }

    private static Stream<String> steps(Process process) {
        return process.inputReader().lines().filter(line -> line.matches("\\d+ \\d+ \\S+"));
    }
}
