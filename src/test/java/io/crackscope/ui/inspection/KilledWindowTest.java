package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Review.Decision;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.project.Verification;
import io.crackscope.work.DirectJobRunner;
import io.crackscope.work.ThreadedJobRunner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** The window's models in a process of their own, killed while photos are inspected and reviewed. */
class KilledWindowTest {
    private static final int PHOTOS = 60;

    @TempDir
    Path folder;

    @RepeatedTest(2)
    void an_inspection_that_was_killed_goes_on_where_it_stopped(RepetitionInfo repetition)
            throws IOException, InterruptedException {
        for (int i = 0; i < PHOTOS; i++) {
            Files.writeString(folder.resolve("crack%02d.jpg".formatted(i)), "photo " + i);
        }
        int enough = new Random(repetition.getCurrentRepetition()).nextInt(5, 40);
        long shown = killedAfter(enough, "reviewed");
        int saved = 0;
        int reviewed = 0;
        try (InspectionProject project = InspectionProject.open(folder.resolve("site.inspection"), "Ada")) {
            assertThat(project.verify()).isInstanceOf(Verification.Whole.class);
            for (ProjectPhoto photo : project.snapshot().photos()) {
                saved += photo.answers();
                reviewed += photo.review().isPresent() ? 1 : 0;
                assertThat(photo.answers()).isLessThanOrEqualTo(1);
            }
        }
        assertThat(saved).isPositive();
        assertThat(reviewed).as("every review that the window showed is saved").isGreaterThanOrEqualTo((int) shown);

        InspectionViewModel next = new InspectionViewModel(
                new DirectJobRunner(), new ScriptedInspector()::asEngine, new BesidePlaces(folder), System::nanoTime);
        next.open(folder.resolve("site.inspection"));
        assertThat(next.rows()).hasSize(PHOTOS).allMatch(row -> row.state() instanceof PhotoState.Inspected);
        next.close();
    }

    /** Lines of this kind that the process had said when it was killed. */
    private long killedAfter(int enough, String word) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        KilledWindowTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                said.add(line);
                if (said.size() == enough) {
                    process.destroyForcibly();
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            // killing it closed the stream: what was not read was not said
        }
        process.waitFor();
        assertThat(said).hasSizeGreaterThanOrEqualTo(enough);
        return said.stream().filter(word::equals).count();
    }

    /** Inspects the photos of a folder and reviews each that has its verdict; says what is done, line by line. */
    public static void main(String[] arguments) throws InterruptedException {
        Path site = Path.of(arguments[0]);
        PrintStream out = System.out;
        BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
        ScriptedInspector slow = new ScriptedInspector().before(file -> {
            long until = System.nanoTime() + 20_000_000;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
        });
        InspectionViewModel model = new InspectionViewModel(
                new ThreadedJobRunner(ui::add), slow::asEngine, new BesidePlaces(site), System::nanoTime);
        model.inspect(List.of(site));
        int verdicts = 0;
        int reviewed = 0;
        while (true) {
            ui.take().run();
            long now = model.rows().stream()
                    .filter(row -> row.state() instanceof PhotoState.Inspected)
                    .count();
            while (reviewed < verdicts && model.rows().get(reviewed).decision().isPresent()) {
                out.println("reviewed");
                out.flush();
                reviewed++;
            }
            for (; verdicts < now; verdicts++) {
                model.select(model.rows().get(verdicts));
                model.review().typed(model.rows().get(verdicts), "typed at " + verdicts);
                model.review().decide(verdicts % 2 == 0 ? Decision.CRACK : Decision.UNSURE);
            }
        }
    }
}
