package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import io.crackscope.learning.ModelFileException;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.ui.inspection.EngineSource;
import io.crackscope.ui.inspection.PhotoRow;
import io.crackscope.ui.inspection.PhotoState;
import io.crackscope.ui.inspection.PlainPhotoReader;
import io.crackscope.ui.inspection.ScriptedInspector;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does at the window, on JavaFX's headless platform with the real threads. */
@Timeout(120)
class WindowJourneyTest {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final Settings settings = MemoryPreferences.settings();
    private final ScriptedInspector inspector = new ScriptedInspector();
    private Stage stage;

    @BeforeAll
    static void startTheToolkitWithoutADisplay() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openTheWindow() throws Exception {
        open(inspector::asEngine);
    }

    @AfterEach
    void closeTheWindow() {
        robot.interact(() -> stage.hide());
    }

    @Test
    void three_dropped_files_one_of_them_bad_become_rows_with_verdicts_in_order() throws Exception {
        drop(photo("crack.png"), text("bad.png"), photo("plain.png"));
        until(() -> rows().size() == 3 && rows().stream().allMatch(WindowJourneyTest::isOver));

        assertThat(rows()).extracting(PhotoRow::name).containsExactly("crack.png", "bad.png", "plain.png");
        assertThat(rows().get(0).state()).isInstanceOf(PhotoState.Inspected.class);
        assertThat(rows().get(1).state()).isInstanceOf(PhotoState.Refused.class);
        assertThat(label("#verdict-word")).isEqualTo("Crack");
        until(() -> heat().isVisible()
                && heat().getImage() != null
                && label("#viewer-message").isEmpty());
        assertThat(stage.getTitle()).isEqualTo(folder.getFileName() + " - CrackScope");

        robot.press(KeyCode.J).release(KeyCode.J);
        until(() -> label("#verdict-word").equals("Refused"));
        assertThat(label("#viewer-message")).startsWith("The picture is damaged");
        assertThat(heat().isVisible()).isFalse();

        robot.press(KeyCode.J).release(KeyCode.J);
        until(() -> label("#verdict-word").equals("No crack found"));
        assertThat(label("#status")).contains("1 crack", "1 no crack found", "1 refused");
    }

    @Test
    void a_window_needs_no_more_room_than_its_screen_has() throws Exception {
        Rectangle2D room = onFx(() -> Screen.getPrimary().getVisualBounds());
        assertThat(stage.getMinWidth()).isLessThanOrEqualTo(room.getWidth());
        assertThat(stage.getMinHeight()).isLessThanOrEqualTo(room.getHeight());
    }

    @Test
    void while_files_hover_the_window_invites_and_a_drop_without_files_is_not_taken() throws Exception {
        Path photo = photo("crack.png");
        boolean accepted = onFx(
                () -> new FileDrop(List.of(photo)).hoverOver(stage.getScene().getRoot()));
        assertThat(accepted).isTrue();
        assertThat(node(".drop-target").isVisible()).isTrue();
        drop(photo);
        until(() -> rows().size() == 1);
        assertThat(node(".drop-target").isVisible()).isFalse();
    }

    @Test
    void h_hides_and_shows_the_crack_map_and_the_slider_sets_its_strength() throws Exception {
        drop(photo("crack.png"));
        until(() -> heat().isVisible());
        robot.press(KeyCode.H).release(KeyCode.H);
        until(() -> !heat().isVisible());
        robot.press(KeyCode.H).release(KeyCode.H);
        until(() -> heat().isVisible());
        assertThat(heat().getOpacity()).isEqualTo(0.45);
        robot.interact(() -> ((javafx.scene.control.Slider) node("#heat-opacity")).setValue(0.8));
        assertThat(heat().getOpacity()).isEqualTo(0.8);
        assertThat(settings.overlayOpacity()).isEqualTo(0.8);
    }

    @Test
    void escape_cancels_keeps_what_is_done_and_f5_takes_up_the_rest() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        inspector.before(file -> {
            if (file.endsWith("b.png")) {
                reached.countDown();
                await(goOn);
            }
        });
        drop(photo("a.png"), photo("b.png"), photo("c.png"));
        await(reached);
        until(() -> node("#cancel-job").isVisible());
        robot.interact(() -> node("#photo-list").requestFocus());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> rows().get(2).state() instanceof PhotoState.Unfinished);
        goOn.countDown();
        until(() -> rows().get(1).state() instanceof PhotoState.Unfinished);
        assertThat(rows().get(0).state()).isInstanceOf(PhotoState.Inspected.class);

        until(() -> node("#go-on").isVisible() && !node("#cancel-job").isVisible());
        robot.press(KeyCode.F5).release(KeyCode.F5);
        until(() -> rows().stream().allMatch(row -> row.state() instanceof PhotoState.Inspected));
        until(() -> !node("#go-on").isVisible());
    }

    @Test
    void the_theme_is_switched_in_the_settings_and_remembered() throws Exception {
        click("#rail-settings");
        until(() -> node("#settings-sheet") != null);
        click("#theme-dark");
        assertThat(stage.getScene().getRoot().getPseudoClassStates()).contains(DARK);
        assertThat(javafx.application.Application.getUserAgentStylesheet()).contains("primer-dark");
        click("#theme-light");
        assertThat(stage.getScene().getRoot().getPseudoClassStates()).doesNotContain(DARK);
        assertThat(settings.theme()).isEqualTo(Settings.Theme.LIGHT);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> node("#settings-sheet") == null);
    }

    @Test
    void keys_walk_the_list_zoom_remove_and_undo() throws Exception {
        drop(photo("crack.png"), photo("plain.png"));
        until(() -> rows().size() == 2 && rows().stream().allMatch(WindowJourneyTest::isOver));
        until(() -> label("#viewer-message").isEmpty());
        robot.interact(() -> node("#photo-list").requestFocus());

        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        until(() -> label("#verdict-word").equals("No crack found"));
        robot.press(KeyCode.K).release(KeyCode.K);
        until(() -> label("#verdict-word").equals("Crack"));
        until(() -> label("#viewer-message").isEmpty());

        robot.press(KeyCode.DIGIT1).release(KeyCode.DIGIT1);
        until(() -> label("#zoom").equals("100\u00A0%"));
        robot.press(KeyCode.EQUALS).release(KeyCode.EQUALS);
        until(() -> label("#zoom").equals("125\u00A0%"));
        robot.press(KeyCode.DIGIT0).release(KeyCode.DIGIT0);
        until(() -> !label("#zoom").equals("125\u00A0%"));
        // All within one movement: each starts where the one before was going.
        robot.press(KeyCode.DIGIT1).release(KeyCode.DIGIT1);
        robot.press(KeyCode.EQUALS).release(KeyCode.EQUALS);
        robot.press(KeyCode.EQUALS).release(KeyCode.EQUALS);
        until(() -> label("#zoom").equals("156\u00A0%"));

        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        until(() -> rows().size() == 1);
        assertThat(folder.resolve("crack.png")).exists();
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        until(() -> rows().size() == 2 && rows().getFirst().name().equals("crack.png"));
    }

    @Test
    void the_wheel_zooms_dragging_pans_and_a_click_on_evidence_flies_to_it() throws Exception {
        drop(photo("crack.png"));
        until(() -> heat().isVisible() && label("#viewer-message").isEmpty());
        robot.moveTo(middle("#photo-canvas"));
        String before = label("#zoom");
        robot.scroll(8, javafx.geometry.VerticalDirection.UP);
        until(() -> !label("#zoom").equals(before));
        double x = heat().getX();
        robot.drag(middle("#photo-canvas")).dropBy(-60, -20);
        until(() -> heat().getX() < x);

        click(".evidence-row");
        until(() -> node(".evidence-line").getPseudoClassStates().contains(PseudoClass.getPseudoClass("chosen")));
        // The evidence runs across the whole photo, so flying to it shows all of it again.
        until(() -> label("#zoom").equals(before));
    }

    @Test
    void the_model_in_use_shows_its_card_with_its_limits() throws Exception {
        until(() -> label("#model-in-use").contains("CrackNet")
                || label("#model-in-use").startsWith("Model "));
        robot.press(KeyCode.CONTROL, KeyCode.I).release(KeyCode.I, KeyCode.CONTROL);
        until(() -> node("#model-sheet") != null);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> node("#model-sheet") == null);
        click("#model-in-use");
        until(() -> node("#model-sheet") != null);
        // what a scroll pane holds can be looked up from the next pulse on
        until(() -> stage.getScene().getRoot().lookupAll("#model-sheet .label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList()
                .containsAll(List.of("Own test", "No test score is kept in the file.", "Not tested on")));
    }

    @Test
    void f1_shows_the_shortcuts_and_the_other_tabs_are_a_key_away() throws Exception {
        robot.press(KeyCode.F1).release(KeyCode.F1);
        until(() -> node("#shortcut-sheet") != null);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> node("#shortcut-sheet") == null);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        until(() -> node("#dataset-view") != null);
        click("#tab-train");
        until(() -> node("#training-view") != null);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        until(() -> node("#dataset-view") != null);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        drop(photo("crack.png"));
        until(() -> node("#photo-canvas") != null && rows().size() == 1);
    }

    @Test
    void m_counts_photos_of_class_folders_and_a_photo_of_a_cell_is_opened_in_the_viewer() throws Exception {
        Files.createDirectories(folder.resolve("Positive"));
        Files.createDirectories(folder.resolve("Negative"));
        photo("Positive/crack1.png");
        photo("Positive/plain.png");
        photo("Negative/crack2.png");
        photo("unknown.png");
        drop(folder);
        until(() -> rows().size() == 4 && rows().stream().allMatch(WindowJourneyTest::isOver));
        press(KeyCode.M);
        until(() -> node("#cell-no_crack-crack") != null);
        assertThat(label("#score-counted"))
                .isEqualTo("3 photos are counted: 3 by class folder. 1 photo without known truth is not counted.");

        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        until(() -> label("#strip-title").equals("Missed cracks: 1 photo"));
        click("#strip-show");
        until(() -> node("#photo-canvas") != null);
        assertThat(label("#verdict-word")).isEqualTo("No crack found");
        press(KeyCode.M);
        until(() -> node("#matrix") != null);
        press(KeyCode.M);
        until(() -> node("#photo-canvas") != null);
    }

    @Test
    void what_is_dropped_again_is_not_listed_twice() throws Exception {
        Path photo = photo("crack.png");
        drop(photo);
        until(() -> rows().size() == 1);
        drop(photo, folder);
        until(() -> node("#notice").isVisible());
        assertThat(rows()).hasSize(1);
    }

    @Test
    void files_that_the_system_asks_to_open_are_inspected_whatever_was_in_front() throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        until(() -> node("#training-view") != null);
        openedByTheSystem(photo("crack.png"));
        until(() -> node("#photo-list") != null && rows().size() == 1 && isOver(rows().getFirst()));

        openedByTheSystem(photo("plain.png"));
        until(() -> rows().size() == 2 && rows().stream().allMatch(WindowJourneyTest::isOver));
    }

    @Test
    void an_inspection_that_the_system_asks_to_open_takes_the_place_of_the_one_that_is_open() throws Exception {
        Files.createDirectories(folder.resolve("bridge"));
        drop(photo("bridge/crack.png"));
        until(() -> rows().size() == 1 && isOver(rows().getFirst()));
        drop(photo("other.png"));
        Path bridge = folder.resolve("bridge/bridge.inspection");
        until(() -> Files.exists(bridge));
        closeTheWindow();
        openTheWindow();

        openedByTheSystem(bridge);
        until(() -> stage.getTitle().equals("bridge - CrackScope"));
        until(() -> !rows().isEmpty() && rows().getFirst().name().equals("crack.png"));
    }

    @Test
    void a_model_that_the_system_asks_to_open_judges_from_now_on_the_photos_of_this_window() throws Exception {
        drop(photo("crack.png"));
        until(() -> rows().size() == 1 && isOver(rows().getFirst()));
        Path model = Files.copy(Path.of("models/cracknet.crackscope"), folder.resolve("mine.crackscope"));
        String before = label("#model-in-use");

        openedByTheSystem(model);
        until(() -> !List.of(before, "Opening the model").contains(label("#model-in-use")));
        assertThat(rows()).hasSize(1);
        assertThat(settings.model()).isEmpty();
    }

    @Test
    void copied_files_are_pasted() throws Exception {
        Path photo = photo("crack.png");
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(photo.toFile()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
        until(() -> rows().size() == 1 && rows().getFirst().name().equals("crack.png"));
    }

    @Test
    void a_missing_model_is_a_banner_with_file_and_remedy_and_trying_again_goes_on() throws Exception {
        closeTheWindow();
        CountDownLatch repaired = new CountDownLatch(1);
        open(() -> {
            if (repaired.getCount() > 0) {
                throw new ModelFileException(Path.of("cracknet.model"), ModelFileException.Problem.MISSING);
            }
            return inspector.asEngine();
        });
        drop(photo("crack.png"));
        until(() -> node(".banner-danger").isVisible() && rows().size() == 1);
        assertThat(label("#engine-problem"))
                .isEqualTo("cracknet.model is not there. Check the path, or choose another model.");
        until(() -> rows().getFirst().state() instanceof PhotoState.Unfinished);

        repaired.countDown();
        click("#engine-retry");
        until(() -> rows().getFirst().state() instanceof PhotoState.Inspected);
        assertThat(node(".banner-danger").isVisible()).isFalse();
    }

    @Test
    void the_window_is_there_before_the_engine_and_never_waits_for_it() throws Exception {
        closeTheWindow();
        CountDownLatch slow = new CountDownLatch(1);
        open(() -> {
            await(slow);
            return inspector.asEngine();
        });
        assertThat(stage.isShowing()).isTrue();
        assertThat(label("#model-in-use")).isEqualTo("Opening the model");
        drop(photo("crack.png"));
        until(() -> label("#viewer-message").isEmpty() && rows().size() == 1);
        slow.countDown();
        until(() -> rows().getFirst().state() instanceof PhotoState.Inspected);
    }

    private void open(EngineSource engine) throws Exception {
        robot.interact(() -> {
            settings.theme(Settings.Theme.LIGHT);
            stage = new Stage();
            Wiring.Parts parts = TestWindow.parts(new PlainPhotoReader(), engine, settings, folder.resolve("data"));
            new Wiring(parts).open(stage, List.of());
            stage.requestFocus();
        });
    }

    private void drop(Path... files) throws Exception {
        onFx(() -> {
            new FileDrop(List.of(files)).dropOn(stage.getScene().getRoot());
            return true;
        });
    }

    /** As macOS does for a file that is double-clicked, also while the program runs. */
    private void openedByTheSystem(Path file) throws Exception {
        onFx(() -> {
            Application system = Application.GetApplication();
            system.getEventHandler().handleOpenFilesAction(system, System.nanoTime(), new String[] {file.toString()});
            return true;
        });
    }

    private Path photo(String name) throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                image.setRGB(x, y, 0x8F8F88 + ((x * 31 + y * 17) % 13) * 0x010101);
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private Path text(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "no picture");
    }

    private void press(KeyCode code) {
        robot.press(code).release(code);
    }

    /** Where a node is on the screen; asked on the JavaFX thread, where TestFX asks on its own and disturbs layout. */
    private Point2D middle(String selector) throws Exception {
        return onFx(() -> {
            Bounds bounds = node(selector).localToScreen(node(selector).getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    private void click(String selector) throws Exception {
        robot.clickOn(middle(selector));
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private String label(String selector) {
        return ((Labeled) node(selector)).getText();
    }

    private ImageView heat() {
        return (ImageView) node("#heat-overlay");
    }

    @SuppressWarnings("unchecked")
    private List<PhotoRow> rows() {
        return ((ListView<PhotoRow>) node("#photo-list")).getItems();
    }

    private static boolean isOver(PhotoRow row) {
        return row.state() instanceof PhotoState.Inspected || row.state() instanceof PhotoState.Refused;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(30, TimeUnit.SECONDS);
    }
}
