package io.crackscope.app;

import static io.crackscope.ui.common.ShownStage.fx;
import static io.crackscope.ui.common.ShownStage.until;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.project.InspectionProject;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.ReportSettings;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Appearance;
import io.crackscope.ui.common.FxExecutor;
import io.crackscope.ui.common.ShownStage;
import io.crackscope.ui.report.ReportDialogs;
import io.crackscope.ui.report.ReportFormat;
import io.crackscope.ui.report.ReportParts;
import io.crackscope.ui.report.ReportView;
import io.crackscope.ui.report.ReportViewModel;
import io.crackscope.ui.report.Saving;
import io.crackscope.work.ThreadedJobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Makes pictures of the report view in all its states, without a display, of the project that {@link ReportSamples} made:
 *
 * <pre>
 * mvn -q test-compile exec:exec@reports exec:exec@report-screenshots
 * </pre>
 *
 * Arguments: a folder to write to and a project.
 */
public final class ReportScreenshots {
    private static final long PATIENCE_SECONDS = 120;

    private final Path out;

    private ReportScreenshots(Path out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        Path out = Files.createDirectories(Path.of(arguments[0]));
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try (InspectionProject project = InspectionProject.open(Path.of(arguments[1]), "test")) {
            ReportScreenshots pictures = new ReportScreenshots(out);
            pictures.all(Optional.empty(), Settings.Theme.LIGHT, Locale.ENGLISH, "empty");
            pictures.all(Optional.of(project), Settings.Theme.LIGHT, Locale.ENGLISH, "light");
            pictures.all(Optional.of(project), Settings.Theme.DARK, Locale.GERMANY, "dark-de");
        }
        Platform.exit();
    }

    private void all(Optional<InspectionProject> project, Settings.Theme theme, Locale locale, String name)
            throws Exception {
        Messages messages = new Messages(locale);
        Settings settings = MemoryPreferences.settings();
        settings.theme(theme);
        Path target = out.resolve("saved.pdf").toAbsolutePath();
        try (ThreadedJobRunner runner = new ThreadedJobRunner(new FxExecutor())) {
            ReportViewModel model = fx(() -> new ReportViewModel(
                    runner,
                    new ReportParts(
                            () -> project,
                            new ImageIoPhotoReader(),
                            stamp -> Optional.empty(),
                            "CrackScope 0.1.0",
                            ZonedDateTime::now),
                    new ReportSettings(new MemoryPreferences()),
                    messages));
            Stage stage = fx(() -> {
                ReportView view = new ReportView(model, new Answers(target), () -> {}, messages);
                StackPane root = new StackPane(view);
                root.getStyleClass().add("shell");
                Scene scene = new Scene(root, 1200, 768);
                new Appearance(settings).apply(scene);
                Stage made = new Stage();
                made.setScene(scene);
                made.show();
                model.refresh();
                return made;
            });
            if (project.isEmpty()) {
                picture(stage, name, 1);
                return;
            }
            until(() -> model.pagesProperty().get() == ReportViewModel.Pages.READY);
            settle(stage);
            picture(stage, name + "-cover", 1);
            scroll(stage, 2);
            settle(stage);
            picture(stage, name + "-finding", 1);
            picture(stage, name + "-finding-200", 2);
            fx(() -> {
                model.save(ReportFormat.PDF, target);
                return true;
            });
            until(() -> model.savingProperty().get() instanceof Saving.Running now && now.done() > 2);
            picture(stage, name + "-saving", 1);
            until(() -> model.savingProperty().get() instanceof Saving.Saved);
            picture(stage, name + "-saved", 1);
            fx(() -> {
                model.save(ReportFormat.PDF, out.resolve("no folder/saved.pdf"));
                model.options().templateProperty().set(io.crackscope.reporting.ReportTemplate.PHOTOS);
                return true;
            });
            until(() -> model.savingProperty().get() instanceof Saving.Failed
                    && model.pagesProperty().get() == ReportViewModel.Pages.READY);
            scroll(stage, 1);
            settle(stage);
            picture(stage, name + "-photos-failed", 1);
            Platform.runLater(stage::hide);
        }
    }

    private record Answers(Path target) implements ReportDialogs {
        @Override
        public Optional<Path> saveAs(Window owner, ReportFormat format, String name) {
            return Optional.of(target);
        }

        @Override
        public Optional<Path> logo(Window owner) {
            return Optional.empty();
        }
    }

    private static void scroll(Stage stage, int page) throws Exception {
        fx(() -> {
            ((ListView<?>) stage.getScene().lookup("#report-pages")).scrollTo(page);
            return true;
        });
    }

    /** Until the pages in view are drawn. */
    private static void settle(Stage stage) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(3);
        until(() -> stage.getScene().getRoot().lookupAll(".report-page").stream()
                .filter(page -> page.getParent() != null && page.getParent().isVisible())
                .allMatch(page -> page.lookupAll(".image-view").stream()
                        .allMatch(view -> ((javafx.scene.image.ImageView) view).getImage() != null)));
    }

    private void picture(Stage stage, String name, double scale) throws Exception {
        ShownStage.picture(stage, out.resolve("report-" + name + ".png"), scale);
    }
}
