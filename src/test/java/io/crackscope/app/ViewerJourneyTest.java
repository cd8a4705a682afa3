package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.TileScore;
import io.crackscope.domain.Verdict;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoBand;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.TestPhotos;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.ui.inspection.InspectionEngine;
import io.crackscope.ui.inspection.PhotoRow;
import io.crackscope.ui.inspection.PhotoState;
import io.crackscope.ui.inspection.ScriptedInspector;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The viewer by keyboard and mouse, on photos so large that their full size comes in tiles. */
@Timeout(120)
class ViewerJourneyTest {
    private static final int WIDTH = 3600;
    private static final int HEIGHT = 2400;
    private static final int SIDE = 200;

    private static final AtomicLong judged = new AtomicLong();

    @TempDir
    static Path folder;

    private static Path first;
    private static Path second;

    private final FxRobot robot = new FxRobot();
    private final CountDownLatch secondMayBeRead = new CountDownLatch(1);
    private Stage stage;

    @BeforeAll
    static void writePhotosAndStartTheToolkit() throws Exception {
        first = photo("a.jpg", 1);
        second = photo("b.jpg", 2);
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openTheFirstPhoto() throws Exception {
        robot.interact(() -> {
            Settings settings = MemoryPreferences.settings();
            settings.theme(Settings.Theme.LIGHT);
            stage = new Stage();
            InspectionEngine engine = new InspectionEngine(
                    (file, cancellation) -> outcome(file), ScriptedInspector.MODEL, ScriptedInspector.STAMP);
            new Wiring(TestWindow.parts(new PatientReader(), () -> engine, settings, folder))
                    .open(stage, List.of(first, second));
            stage.requestFocus();
        });
        until(() -> rows().size() == 2 && rows().stream().allMatch(row -> row.state() instanceof PhotoState.Inspected));
        until(() -> heat().isVisible() && text("#viewer-message").isEmpty());
        robot.interact(() -> node("#photo-list").requestFocus());
    }

    @AfterEach
    void close() {
        secondMayBeRead.countDown();
        robot.interact(() -> stage.hide());
    }

    @Test
    void keys_zoom_sharpen_move_and_fit() throws Exception {
        assertThat(node("#minimap").isVisible()).isFalse();
        type(KeyCode.DIGIT1);
        until(() -> text("#zoom").equals("100\u00A0%") && text("#viewer-detail").isEmpty());
        assertThat(node("#minimap").isVisible()).isTrue();
        double x = heat().getX();
        double y = heat().getY();
        robot.press(KeyCode.ALT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.ALT);
        until(() -> heat().getX() < x - 20);
        robot.press(KeyCode.ALT, KeyCode.UP).release(KeyCode.UP, KeyCode.ALT);
        until(() -> heat().getY() > y + 20);
        robot.press(KeyCode.CONTROL, KeyCode.MINUS).release(KeyCode.MINUS, KeyCode.CONTROL);
        until(() -> text("#zoom").equals("80\u00A0%"));
        type(KeyCode.DIGIT0);
        until(() -> !node("#minimap").isVisible());
    }

    @Test
    void arrows_move_a_photo_that_is_zoomed_in_and_walk_the_list_when_it_fits() throws Exception {
        robot.interact(() -> node("#photo-canvas").requestFocus());
        type(KeyCode.DIGIT1);
        until(() -> text("#zoom").equals("100\u00A0%"));
        double x = heat().getX();
        type(KeyCode.RIGHT);
        until(() -> heat().getX() < x - 20);
        assertThat(selected()).isEqualTo("a.jpg");
        secondMayBeRead.countDown();
        type(KeyCode.DIGIT0);
        until(() -> !node("#minimap").isVisible());
        type(KeyCode.RIGHT);
        until(() -> selected().equals("b.jpg"));
    }

    @Test
    void b_shows_the_bare_photo_as_long_as_it_is_held() throws Exception {
        for (KeyCode key : List.of(KeyCode.B, KeyCode.BACK_SLASH)) {
            robot.press(key);
            until(() -> !heat().isVisible());
            assertThat(node(".evidence-number").getParent().isVisible()).isFalse();
            robot.release(key);
            until(() -> heat().isVisible());
        }
    }

    @Test
    void places_have_their_numbers_when_a_verdict_came_while_another_tab_was_shown() throws Exception {
        PhotoRow row = rows().getFirst();
        PhotoState before = row.state();
        robot.interact(() -> {
            ((MenuButton) node("#more"))
                    .getItems().stream()
                            .filter(item -> "Inspect again".equals(item.getText()))
                            .forEach(MenuItem::fire);
            ((Button) node("#tab-dataset")).fire();
        });
        until(() -> !row.state().equals(before));

        robot.interact(() -> ((Button) node("#tab-inspect")).fire());

        until(() -> node(".evidence-number") != null);
        assertThat(((Labeled) node(".evidence-number")).getWidth()).isPositive();
    }

    @Test
    void g_shows_the_tiles_and_what_the_model_said_of_the_one_in_the_middle_or_under_the_pointer() throws Exception {
        assertThat(node("#probed-words").isVisible()).isFalse();
        type(KeyCode.G);
        until(() -> node("#probed-words").isVisible());
        assertThat(text("#probed-words")).isEqualTo("Tile 18, 12: 97\u00A0%");
        Bounds photo = onFx(() -> heat().localToScreen(heat().getBoundsInLocal()));
        robot.moveTo(new Point2D(photo.getMinX() + 2, photo.getMinY() + 2));
        until(() -> text("#probed-words").equals("Tile 1, 1: 2\u00A0%"));
        type(KeyCode.G);
        until(() -> !node("#probed-words").isVisible());
    }

    @Test
    void e_flies_from_crack_to_crack_and_says_where_it_is() throws Exception {
        assertThat(text("#evidence-place")).isEqualTo("Evidence: 3 places");
        type(KeyCode.E);
        until(() -> text("#evidence-place").equals("Crack 1 of 3, 97\u00A0%"));
        until(() -> isInTheMiddle(1800, 1200));
        type(KeyCode.E);
        type(KeyCode.E);
        until(() -> text("#evidence-place").equals("Uncertain 3 of 3, 55\u00A0%"));
        until(() -> isInTheMiddle(2700, 600));
        robot.press(KeyCode.SHIFT, KeyCode.E).release(KeyCode.E, KeyCode.SHIFT);
        until(() -> text("#evidence-place").equals("Crack 2 of 3, 90\u00A0%"));
        click("#next-evidence");
        click("#next-evidence");
        until(() -> text("#evidence-place").equals("Crack 1 of 3, 97\u00A0%"));
    }

    @Test
    void the_zoom_menu_offers_sizes_and_a_click_on_the_minimap_looks_elsewhere() throws Exception {
        robot.interact(() -> ((MenuButton) node("#zoom")).getItems().get(3).fire());
        until(() -> text("#zoom").equals("200\u00A0%"));
        until(() -> isInTheMiddle(1800, 1200));
        Bounds map = onFx(() -> node("#minimap").localToScreen(node("#minimap").getBoundsInLocal()));
        robot.clickOn(new Point2D(map.getMinX() + map.getWidth() * 0.25, map.getMinY() + map.getHeight() * 0.75));
        until(() -> isNearTheMiddle(900, 1800, 60));
        robot.interact(() -> ((MenuButton) node("#zoom")).getItems().getFirst().fire());
        until(() -> !node("#minimap").isVisible());
    }

    @Test
    void until_the_next_photo_is_there_the_one_before_or_words_are_seen() throws Exception {
        type(KeyCode.J);
        until(() -> selected().equals("b.jpg"));
        until(() -> node("#viewer-message").isVisible());
        assertThat(text("#viewer-message")).isEqualTo("Loading the photo");
        assertThat(heat().isVisible()).isFalse();
        secondMayBeRead.countDown();
        until(() -> heat().isVisible() && text("#viewer-message").isEmpty());
        // Both are at hand now: no words, no waiting.
        type(KeyCode.K);
        until(() -> selected().equals("a.jpg"));
        assertThat(onFx(() -> heat().isVisible() && text("#viewer-message").isEmpty()))
                .isTrue();
    }

    /** Lets nobody read the second photo before the test says so. */
    private final class PatientReader implements PhotoReader {
        private final PhotoReader reader = new ImageIoPhotoReader();

        @Override
        public PhotoReading read(Path file, long maxPixels) {
            return read(file, maxPixels, new Cancellation());
        }

        @Override
        public PhotoReading read(Path file, long maxPixels, Cancellation cancellation) {
            if (file.equals(second)) {
                await(secondMayBeRead);
            }
            return reader.read(file, maxPixels, cancellation);
        }

        @Override
        public Optional<Refusal> bands(Path file, int depth, Consumer<PhotoBand> to, Cancellation cancellation) {
            return reader.bands(file, depth, to, cancellation);
        }
    }

    /** Three pieces of evidence of one tile each, in the middle, at the lower left and at the upper right. */
    private static InspectionOutcome outcome(Path file) {
        int columns = WIDTH / (SIDE / 2) - 1;
        int rows = HEIGHT / (SIDE / 2) - 1;
        List<TileScore> tiles = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double probability = column == 17 && row == 11
                        ? 0.97
                        : column == 8 && row == 17 ? 0.9 : column == 26 && row == 5 ? 0.55 : 0.02;
                TileScore tile = new TileScore(column * SIDE / 2, row * SIDE / 2, SIDE, SIDE, probability);
                tiles.add(tile);
                if (probability > 0.5) {
                    evidence.add(new Evidence(List.of(tile), probability));
                }
            }
        }
        evidence.sort(
                java.util.Comparator.comparingDouble(Evidence::probability).reversed());
        PhotoFacts facts = new PhotoFacts(
                WIDTH, HEIGHT, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        CrackMap map = new CrackMap(WIDTH, HEIGHT, columns, rows, tiles);
        return new InspectionOutcome.Inspected(
                file, facts, Verdict.CRACK, 0.97, map, evidence, judged.incrementAndGet());
    }

    private static Path photo(String name, long seed) throws IOException {
        return Files.write(folder.resolve(name), TestPhotos.file(TestPhotos.concrete(WIDTH, HEIGHT, seed), "jpeg"));
    }

    private boolean isInTheMiddle(double x, double y) {
        return isNearTheMiddle(x, y, 2);
    }

    /** Whether this point of the photo is in the middle of the viewer, give or take so many logical pixels. */
    private boolean isNearTheMiddle(double x, double y, double most) {
        Bounds view = node("#photo-canvas").getLayoutBounds();
        double scale = heat().getFitWidth() / WIDTH;
        return Math.abs(heat().getX() + x * scale - view.getWidth() / 2) <= most
                && Math.abs(heat().getY() + y * scale - view.getHeight() / 2) <= most;
    }

    private void type(KeyCode key) {
        robot.press(key).release(key);
    }

    private void click(String selector) throws Exception {
        Bounds bounds = onFx(() -> node(selector).localToScreen(node(selector).getBoundsInLocal()));
        robot.clickOn(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private String text(String selector) {
        return ((Labeled) node(selector)).getText();
    }

    private ImageView heat() {
        return (ImageView) node("#heat-overlay");
    }

    @SuppressWarnings("unchecked")
    private List<PhotoRow> rows() {
        return ((ListView<PhotoRow>) node("#photo-list")).getItems();
    }

    @SuppressWarnings("unchecked")
    private String selected() {
        return ((ListView<PhotoRow>) node("#photo-list"))
                .getSelectionModel()
                .getSelectedItem()
                .name();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
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
