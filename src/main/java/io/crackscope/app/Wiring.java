package io.crackscope.app;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Appearance;
import io.crackscope.ui.common.FxExecutor;
import io.crackscope.ui.inspection.EngineSource;
import io.crackscope.ui.inspection.InspectionView;
import io.crackscope.ui.inspection.InspectionViewModel;
import io.crackscope.ui.shell.ShellView;
import io.crackscope.ui.shell.ShellViewModel;
import io.crackscope.ui.training.TrainingTools;
import io.crackscope.ui.training.TrainingView;
import io.crackscope.ui.training.TrainingViewModel;
import io.crackscope.work.JobRunner;
import io.crackscope.work.ThreadedJobRunner;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Puts the window together, by hand, once. JavaFX thread only. */
final class Wiring implements AutoCloseable {
    private final JobRunner runner = new ThreadedJobRunner(new FxExecutor());
    private final InspectionViewModel inspection;
    private final TrainingViewModel training;
    private final ShellViewModel shell;
    private final Appearance appearance;
    private final ShellView view;

    /** What differs between the program and its tests. */
    record Parts(
            PhotoReader reader, EngineSource engine, Settings settings, Messages messages, TrainingSetup training) {
        /** With the training of the program. */
        Parts(PhotoReader reader, EngineSource engine, Settings settings, Messages messages) {
            this(reader, engine, settings, messages, TrainingSetup.ofProgram(new ImageIoPhotoReader()));
        }
    }

    Wiring(Parts parts) {
        inspection = new InspectionViewModel(runner, parts.engine(), System::nanoTime);
        ModelInUse use = new ModelInUse(
                inspection,
                parts.settings(),
                parts.training().shelf().shipped(),
                parts.training().engines());
        training = new TrainingViewModel(runner, parts.training().parts(use, parts.reader()), parts.messages());
        shell = new ShellViewModel(inspection, training, parts.messages());
        appearance = new Appearance(parts.settings());
        view = new ShellView(
                shell,
                new InspectionView(inspection, runner, parts.reader(), parts.settings(), parts.messages()),
                new TrainingView(
                        training, new TrainingTools(runner, parts.reader()), parts.settings(), parts.messages()),
                appearance,
                parts.messages());
    }

    /** Shows the window, then opens the engine and begins with {@code photos}: the window never waits for either. */
    void open(Stage stage, List<Path> photos) {
        Scene scene = new Scene(view, 1280, 800);
        appearance.apply(scene);
        view.listenForKeys(scene);
        stage.titleProperty().bind(shell.titleProperty());
        stage.setMinWidth(1100);
        stage.setMinHeight(700);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (training.runningProperty().get()) {
                event.consume();
                shell.select(ShellViewModel.Tab.TRAIN);
                training.askToClose(stage::hide);
            }
        });
        stage.setOnHidden(event -> close());
        stage.show();
        inspection.prepare();
        training.open();
        inspection.inspect(photos);
    }

    /** Cancels all work and waits a short while for it to stop. */
    @Override
    public void close() {
        inspection.close();
        training.close();
        runner.close();
    }
}
