package io.crackscope.app;

import io.crackscope.dataset.ImageCache;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.inspection.CorrectionTiles;
import io.crackscope.learning.ModelFile;
import io.crackscope.settings.Installation;
import io.crackscope.settings.ReportSettings;
import io.crackscope.settings.Settings;
import io.crackscope.settings.UserFolders;
import io.crackscope.text.Messages;
import io.crackscope.training.CrossValidation;
import io.crackscope.ui.common.Appearance;
import io.crackscope.ui.common.FxExecutor;
import io.crackscope.ui.dataset.ClassifierSource;
import io.crackscope.ui.dataset.DatasetServices;
import io.crackscope.ui.dataset.DatasetView;
import io.crackscope.ui.dataset.DatasetViewModel;
import io.crackscope.ui.dataset.Judges;
import io.crackscope.ui.inspection.CorrectionSender;
import io.crackscope.ui.inspection.EngineSource;
import io.crackscope.ui.inspection.InspectionView;
import io.crackscope.ui.inspection.InspectionViewModel;
import io.crackscope.ui.inspection.Notice;
import io.crackscope.ui.inspection.ProjectPlaces;
import io.crackscope.ui.report.ReportParts;
import io.crackscope.ui.report.ReportViewModel;
import io.crackscope.ui.report.SystemReportDialogs;
import io.crackscope.ui.shell.ReportPage;
import io.crackscope.ui.shell.ShellView;
import io.crackscope.ui.shell.ShellViewModel;
import io.crackscope.ui.training.TrainingTools;
import io.crackscope.ui.training.TrainingView;
import io.crackscope.ui.training.TrainingViewModel;
import io.crackscope.work.JobRunner;
import io.crackscope.work.ThreadedJobRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window together, by hand, once. JavaFX thread only. */
final class Wiring implements AutoCloseable {
    private final JobRunner runner = new ThreadedJobRunner(new FxExecutor());
    private final InspectionViewModel inspection;
    private final DatasetViewModel dataset;
    private final TrainingViewModel training;
    private final ShellViewModel shell;
    private final Appearance appearance;
    private final ShellView view;
    private final Function<Path, EngineSource> engines;

    /** What differs between the program and its tests. */
    record Parts(PhotoReader reader, EngineSource engine, Home home, Settings settings, Messages messages) {}

    /** What is the user's: where inspections and other files are kept, and the model in use. */
    record Home(
            ProjectPlaces places,
            UserFolders folders,
            ClassifierSource classifier,
            TrainingSetup training,
            ReportSettings report) {}

    Wiring(Parts parts) {
        inspection =
                new InspectionViewModel(runner, parts.engine(), parts.home().places(), System::nanoTime);
        TrainingSetup setup = parts.home().training();
        ModelInUse use =
                new ModelInUse(inspection, parts.settings(), setup.shelf().shipped(), setup.engines());
        training = new TrainingViewModel(runner, setup.parts(use, parts.reader()), parts.messages());
        shell = new ShellViewModel(inspection, training, parts.messages());
        DatasetServices services = new DatasetServices(
                runner,
                parts.reader(),
                new ImageCache(parts.home().folders().cache().resolve("images.sqlite")),
                parts.home().folders(),
                new Judges(
                        use.modelProperty(),
                        setup.shelf(),
                        parts.home().classifier(),
                        file -> ModelFile.read(file).seen(),
                        new Judges.Folds(
                                new CrossValidation(setup.runs().workflow().engine()),
                                setup.runs().probe())),
                Clock.systemDefaultZone());
        dataset = new DatasetViewModel(services);
        inspection.noticeProperty().addListener((observable, before, now) -> {
            if (now instanceof Notice.Sent) {
                dataset.correctionsSent();
            }
        });
        training.runningProperty().addListener((observable, before, now) -> {
            if (now) {
                dataset.giveWay();
            }
        });
        engines = setup.engines();
        appearance = new Appearance(parts.settings());
        view = new ShellView(
                shell,
                sheets -> new ShellView.Tabs(
                        new InspectionView(
                                inspection,
                                new InspectionView.Surroundings(
                                        runner, parts.reader(), parts.settings(), parts.messages()),
                                new CorrectionSender(
                                        runner,
                                        inspection,
                                        new CorrectionTiles(
                                                parts.reader(),
                                                parts.home().places().corrections())),
                                sheets),
                        new DatasetView(
                                dataset,
                                services,
                                parts.settings(),
                                split -> {
                                    training.addData(List.of(split));
                                    shell.select(ShellViewModel.Tab.TRAIN);
                                },
                                parts.messages()),
                        new TrainingView(
                                training,
                                new TrainingTools(runner, parts.reader()),
                                parts.settings(),
                                parts.messages()),
                        report(parts)),
                appearance,
                parts.settings(),
                parts.messages());
    }

    private ReportPage report(Parts parts) {
        ReportParts made = new ReportParts(
                inspection.desk()::project,
                parts.reader(),
                new KnownModels(parts.home().training().shelf()),
                "CrackScope " + Installation.locate().version(),
                ZonedDateTime::now);
        return new ReportPage(
                new ReportViewModel(runner, made, parts.home().report(), parts.messages()),
                new SystemReportDialogs(parts.settings(), parts.messages()),
                parts.messages());
    }

    /** Shows the window, then opens the engine and begins with {@code photos}: the window never waits for either. */
    void open(Stage stage, List<Path> photos) {
        Scene scene = new Scene(view, 1280, 800);
        appearance.apply(scene);
        view.listenForKeys(scene);
        stage.titleProperty().bind(shell.titleProperty());
        // a screen of 1920 by 1080 has 960 by 540 at 200 %: a window must not need more than there is
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(1100, room.getWidth()));
        stage.setMinHeight(Math.min(700, room.getHeight()));
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
        training.reload();
        inspection.inspect(photos);
        OpenEvents.follow(this::take);
        Stopwatch.asked().ifPresent(stopwatch -> stopwatch.follow(stage, inspection));
    }

    /** As if the program had been started with these files. */
    private void take(OpenedFiles opened) {
        opened.model().map(engines).ifPresent(inspection::use);
        inspection.inspect(opened.photos());
        shell.select(ShellViewModel.Tab.INSPECT);
    }

    /** Cancels all work and waits a short while for it to stop. */
    @Override
    public void close() {
        view.closeSheet();
        inspection.close();
        dataset.close();
        training.close();
        runner.close();
    }
}
