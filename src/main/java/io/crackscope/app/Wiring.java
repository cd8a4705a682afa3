package io.crackscope.app;

import io.crackscope.dataset.ImageCache;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.settings.Settings;
import io.crackscope.settings.UserFolders;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Appearance;
import io.crackscope.ui.common.FxExecutor;
import io.crackscope.ui.dataset.ClassifierSource;
import io.crackscope.ui.dataset.DatasetServices;
import io.crackscope.ui.dataset.DatasetView;
import io.crackscope.ui.dataset.DatasetViewModel;
import io.crackscope.ui.inspection.EngineSource;
import io.crackscope.ui.inspection.InspectionView;
import io.crackscope.ui.inspection.InspectionViewModel;
import io.crackscope.ui.shell.ShellView;
import io.crackscope.ui.shell.ShellViewModel;
import io.crackscope.work.JobRunner;
import io.crackscope.work.ThreadedJobRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Puts the window together, by hand, once. JavaFX thread only. */
final class Wiring implements AutoCloseable {
    private final JobRunner runner = new ThreadedJobRunner(new FxExecutor());
    private final InspectionViewModel inspection;
    private final DatasetViewModel dataset;
    private final ShellViewModel shell;
    private final Appearance appearance;
    private final ShellView view;

    /** What differs between the program and its tests. */
    record Parts(PhotoReader reader, EngineSource engine, Settings settings, Messages messages, Data data) {}

    /** What the Dataset tab needs besides: where it keeps files, and the model in use. */
    record Data(UserFolders folders, ClassifierSource classifier) {}

    Wiring(Parts parts) {
        inspection = new InspectionViewModel(runner, parts.engine(), System::nanoTime);
        shell = new ShellViewModel(inspection, parts.messages());
        DatasetServices services = new DatasetServices(
                runner,
                parts.reader(),
                new ImageCache(parts.data().folders().cache().resolve("images.sqlite")),
                parts.data().folders(),
                parts.data().classifier(),
                Clock.systemDefaultZone());
        dataset = new DatasetViewModel(services);
        appearance = new Appearance(parts.settings());
        view = new ShellView(
                shell,
                new ShellView.Tabs(
                        new InspectionView(inspection, runner, parts.reader(), parts.settings(), parts.messages()),
                        new DatasetView(
                                dataset,
                                services,
                                parts.settings(),
                                split -> shell.select(ShellViewModel.Tab.TRAIN),
                                parts.messages())),
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
        stage.setOnHidden(event -> close());
        stage.show();
        inspection.prepare();
        inspection.inspect(photos);
    }

    /** Cancels all work and waits a short while for it to stop. */
    @Override
    public void close() {
        inspection.close();
        dataset.close();
        runner.close();
    }
}
