package io.crackscope.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Review;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.PhotoId;
import io.crackscope.project.ProjectFacts;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.ReportSettings;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Appearance;
import io.crackscope.ui.common.FxExecutor;
import io.crackscope.work.ThreadedJobRunner;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The report view in a real scene, on a real project. */
class ReportViewJourneyTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final AtomicBoolean left = new AtomicBoolean();
    private InspectionProject project;
    private ThreadedJobRunner runner;
    private ReportViewModel model;
    private Stage stage;
    private Path saved;

    @BeforeAll
    static void startToolkit() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open_the_report() throws Exception {
        saved = folder.resolve("saved.pdf");
        project = InspectionProject.create(
                folder.resolve("bridge.inspection"),
                ProjectFacts.titled("Main inspection", LocalDate.of(2026, 11, 20)),
                "anna");
        List<Path> photos = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Path file = folder.resolve("photo-" + i + ".png");
            ImageIO.write(new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
            photos.add(file);
        }
        List<PhotoId> ids = project.addPhotos(photos).added();
        project.decide(ids, Optional.of(Review.Decision.CRACK));
        Messages messages = new Messages(Locale.ENGLISH);
        Settings settings = MemoryPreferences.settings();
        runner = new ThreadedJobRunner(new FxExecutor());
        FxToolkit.setupFixture(() -> {
            model = new ReportViewModel(
                    runner,
                    new ReportParts(
                            () -> Optional.of(project),
                            new ImageIoPhotoReader(),
                            stamp -> Optional.empty(),
                            "CrackScope 1.2.3",
                            ZonedDateTime::now),
                    new ReportSettings(new MemoryPreferences()),
                    messages);
            ReportView view = new ReportView(model, new Answers(), () -> left.set(true), messages);
            StackPane root = new StackPane(view);
            root.getStyleClass().add("shell");
            Scene scene = new Scene(root, 1200, 768);
            new Appearance(settings).apply(scene);
            scene.addEventFilter(
                    KeyEvent.KEY_PRESSED,
                    event -> view.shortcuts().stream()
                            .filter(shortcut -> shortcut.matches(event))
                            .findFirst()
                            .ifPresent(shortcut -> shortcut.action().run()));
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            model.refresh();
        });
        until(() -> model.pagesProperty().get() == ReportViewModel.Pages.READY);
    }

    @AfterEach
    void close() {
        robot.interact(() -> stage.hide());
        runner.close();
        project.close();
    }

    private final class Answers implements ReportDialogs {
        @Override
        public Optional<Path> saveAs(Window owner, ReportFormat format, String name) {
            assertThat(name).isEqualTo("bridge");
            return Optional.of(saved);
        }

        @Override
        public Optional<Path> logo(Window owner) {
            return Optional.of(folder.resolve("photo-0.png"));
        }
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, condition::getAsBoolean));
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private void click(String selector) {
        robot.interact(() -> {
            if (node(selector) instanceof ToggleButton toggle) {
                toggle.fire();
            } else {
                ((Button) node(selector)).fire();
            }
        });
    }

    private boolean isAPageDrawn() {
        return stage.getScene().getRoot().lookupAll(".report-page .image-view").stream()
                .anyMatch(view -> ((ImageView) view).getImage() != null);
    }

    @Test
    void pages_are_drawn_a_shorter_template_has_fewer_and_the_pdf_is_saved() throws Exception {
        until(this::isAPageDrawn);
        int full = model.pageCountProperty().get();
        assertThat(((Label) node("#report-page-count")).getText()).isEqualTo(full + " pages");

        click("#report-template-short");
        until(() -> model.pagesProperty().get() == ReportViewModel.Pages.READY
                && model.pageCountProperty().get() < full);
        click("#report-save");
        until(() -> model.savingProperty().get() instanceof Saving.Saved);
        assertThat(saved).isNotEmptyFile();
        assertThat(((Label) node("#report-saving")).getText()).isEqualTo("Saved: " + saved);
    }

    @Test
    void photos_are_left_out_with_space_and_moved_with_alt_and_arrows_and_ctrl_s_saves() throws Exception {
        ListView<?> list = (ListView<?>) node("#report-photos");
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        until(() -> !model.photos().get(0).includedProperty().get());
        robot.press(KeyCode.ALT, KeyCode.DOWN).release(KeyCode.DOWN, KeyCode.ALT);
        until(() -> model.photos().get(1).photo().name().equals("photo-0.png"));
        until(() -> model.pagesProperty().get() == ReportViewModel.Pages.READY);
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        until(() -> model.savingProperty().get() instanceof Saving.Saved);
        assertThat(saved).isNotEmptyFile();
    }

    @Test
    void the_company_counts_when_its_field_is_left_and_escape_leaves_the_report() throws Exception {
        robot.interact(() -> {
            TextField company = (TextField) node("#report-text-company");
            company.requestFocus();
            company.setText("Weber GmbH");
            node("#report-pages").requestFocus();
        });
        until(() ->
                model.options().textProperty(ReportSettings.Text.COMPANY).get().equals("Weber GmbH"));
        click("#report-logo");
        assertThat(model.options().logoProperty().get()).isPresent();
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(left::get);
    }

    @Test
    void what_was_typed_last_is_in_the_report_that_is_saved_without_leaving_the_field() throws Exception {
        robot.interact(() -> {
            TextField company = (TextField) node("#report-text-company");
            company.requestFocus();
            company.setText("Weber GmbH");
        });
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        until(() -> model.savingProperty().get() instanceof Saving.Saved);

        try (PDDocument document = Loader.loadPDF(saved.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Weber GmbH");
        }
        robot.interact(() -> ((TextField) node("#report-text-company")).setText("Weber AG"));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(left::get);
        assertThat(model.options().textProperty(ReportSettings.Text.COMPANY).get())
                .isEqualTo("Weber AG");
    }

    @Test
    void everything_that_takes_the_focus_has_a_name() {
        for (Node node : stage.getScene().getRoot().lookupAll(".button")) {
            Button button = (Button) node;
            assertThat(button.getText() == null ? button.getAccessibleText() : button.getText())
                    .isNotBlank();
        }
        for (String id : List.of("#report-pages", "#report-photos")) {
            assertThat(node(id).getAccessibleText()).isNotBlank();
        }
    }
}
