package io.crackscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.learning.ModelFileException;
import io.crackscope.text.Messages;
import io.crackscope.ui.inspection.EngineSource;
import io.crackscope.ui.inspection.InspectionViewModel;
import io.crackscope.ui.inspection.ProjectPlaces;
import io.crackscope.ui.inspection.ScriptedInspector;
import io.crackscope.ui.training.TrainingFixture;
import io.crackscope.ui.training.TrainingViewModel;
import io.crackscope.work.DirectJobRunner;
import io.crackscope.work.HoldingJobRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellViewModelTest {
    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final HoldingJobRunner runner = new HoldingJobRunner();
    private TrainingViewModel training;
    private ShellViewModel shell;

    @BeforeEach
    void setUp() throws Exception {
        training = new TrainingFixture(folder.resolve("training"), new DirectJobRunner()).model();
        shell = shell(ScriptedInspector::engine, Locale.ENGLISH);
    }

    @Test
    void an_empty_window_says_so_and_bears_the_programs_name_alone() {
        assertThat(shell.titleProperty().get()).isEqualTo("CrackScope");
        assertThat(shell.statusProperty().get()).isEqualTo("Nothing to inspect yet");
        assertThat(shell.canCancelProperty().get()).isFalse();
    }

    @Test
    void the_folder_that_holds_all_photos_names_the_project() throws IOException {
        shell.drop(List.of(file("Bridge 12/north/a.jpg")));
        runner.finish();
        assertThat(shell.titleProperty().get()).isEqualTo("north - CrackScope");
        shell.drop(List.of(file("Bridge 12/south/b.jpg")));
        runner.finish();
        assertThat(shell.titleProperty().get()).isEqualTo("Bridge 12 - CrackScope");
    }

    @Test
    void a_running_inspection_tells_place_rate_and_time_left() throws IOException {
        shell.drop(List.of(file("a.jpg"), file("b.jpg"), file("c.jpg")));
        assertThat(shell.statusProperty().get()).isEqualTo("Looking for photos");
        runner.runNext();
        runner.deliverAll();
        assertThat(shell.statusProperty().get()).isEqualTo("Opening the model");
        assertThat(shell.shareProperty().get()).isNegative();
        runner.runNext();
        runner.deliverNext();
        for (int i = 0; i < 2; i++) {
            nanos.addAndGet(4_000_000_000L);
            runner.deliverNext();
        }
        assertThat(shell.statusProperty().get())
                .isEqualTo("Inspecting photo 3 of 3  \u00B7  0.2 photos/s  \u00B7  about 4 s left");
        assertThat(shell.shareProperty().get()).isEqualTo(2 / 3.0);
        assertThat(shell.canCancelProperty().get()).isTrue();
    }

    @Test
    void a_finished_inspection_counts_its_verdicts() throws IOException {
        shell.drop(List.of(file("crack.jpg"), file("crack2.jpg"), file("bad.jpg"), file("plain.jpg")));
        runner.finish();
        assertThat(shell.statusProperty().get())
                .isEqualTo("4 photos  \u00B7  2 crack  \u00B7  1 no crack found  \u00B7  1 refused");
    }

    @Test
    void what_is_dropped_on_another_tab_brings_inspect_to_the_front() throws IOException {
        shell.select(ShellViewModel.Tab.DATASET);
        shell.drop(List.of(file("a.jpg")));
        assertThat(shell.tabProperty().get()).isEqualTo(ShellViewModel.Tab.INSPECT);
    }

    @Test
    void cancelling_says_what_is_kept() throws IOException {
        shell.drop(List.of(file("a.jpg"), file("b.jpg")));
        runner.runNext();
        runner.deliverAll();
        runner.runNext();
        runner.deliverNext();
        runner.deliverNext();
        shell.cancel();
        assertThat(shell.statusProperty().get()).isEqualTo("Stopping. 1 verdict is kept");
        assertThat(shell.canCancelProperty().get()).isFalse();
    }

    @Test
    void a_pause_is_named_and_how_far_it_was() throws IOException {
        shell.drop(List.of(file("a.jpg"), file("b.jpg"), file("c.jpg")));
        runner.runNext();
        runner.deliverAll();
        assertThat(shell.canPauseProperty().get()).isTrue();
        shell.pauseOrGoOn();
        assertThat(shell.isPausedProperty().get()).isTrue();
        assertThat(shell.statusProperty().get()).isEqualTo("Pausing after the photo in work");
        runner.finish();
        assertThat(shell.statusProperty().get()).isEqualTo("Paused  \u00B7  0 of 3 photos inspected");
        assertThat(shell.shareProperty().get()).isZero();
        shell.pauseOrGoOn();
        assertThat(shell.isPausedProperty().get()).isFalse();
        runner.finish();
        assertThat(shell.statusProperty().get()).isEqualTo("3 photos  \u00B7  3 no crack found");
    }

    @Test
    void the_model_in_use_is_named_or_its_absence() {
        assertThat(shell.modelProperty().get()).isEqualTo("Opening the model");
        InspectionViewModel ready =
                new InspectionViewModel(runner, ScriptedInspector::engine, ProjectPlaces.NOWHERE, nanos::get);
        ShellViewModel withModel = new ShellViewModel(ready, training, new Messages(Locale.ENGLISH));
        ready.prepare();
        runner.finish();
        assertThat(withModel.modelProperty().get()).isEqualTo("Model scripted-1");

        InspectionViewModel broken = new InspectionViewModel(
                runner,
                () -> {
                    throw new ModelFileException(Path.of("m"), ModelFileException.Problem.MISSING);
                },
                ProjectPlaces.NOWHERE,
                nanos::get);
        ShellViewModel without = new ShellViewModel(broken, training, new Messages(Locale.GERMAN));
        broken.prepare();
        runner.finish();
        assertThat(without.modelProperty().get()).isEqualTo("Kein Modell");
    }

    @Test
    void what_is_dropped_on_the_train_tab_is_data_and_no_photo() throws IOException {
        Path photo = file("walls/a.jpg");
        shell.select(ShellViewModel.Tab.TRAIN);
        shell.drop(List.of(photo.getParent()));
        assertThat(shell.tabProperty().get()).isEqualTo(ShellViewModel.Tab.TRAIN);
        assertThat(runner.held()).isZero();
    }

    private ShellViewModel shell(EngineSource engine, Locale language) {
        return new ShellViewModel(
                new InspectionViewModel(runner, engine, ProjectPlaces.NOWHERE, nanos::get),
                training,
                new Messages(language));
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
