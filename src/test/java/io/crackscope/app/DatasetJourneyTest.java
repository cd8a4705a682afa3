package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.FakeClassifier;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.ui.inspection.ScriptedInspector;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
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

/** What a person does on the Dataset tab with 40,000 images, on JavaFX's headless platform with the real threads. */
@Timeout(600)
class DatasetJourneyTest {
    private static final int COUNT = 40_000;
    private static final int ALL = COUNT + SmallImages.COPIES + 10;

    @TempDir
    static Path folder;

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private Stage stage;

    @BeforeAll
    static void drawTheImages() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
        SmallImages.write(folder.resolve("data"), COUNT);
    }

    @BeforeEach
    void openTheTab() {
        robot.interact(() -> {
            Settings settings = MemoryPreferences.settings();
            settings.theme(Settings.Theme.LIGHT);
            stage = new Stage();
            new Wiring(TestWindow.parts(
                            new ImageIoPhotoReader(),
                            new ScriptedInspector()::asEngine,
                            settings,
                            home,
                            model -> new FakeClassifier(
                                    Models.random(NetworkPreset.CRACKNET, 1).description(),
                                    picture -> Math.min(1, 5 * FakeClassifier.darkness(picture))),
                            Locale.ENGLISH))
                    .open(stage, List.of());
            stage.requestFocus();
        });
    }

    @AfterEach
    void closeTheWindow() {
        robot.interact(() -> stage.hide());
    }

    @Test
    void a_library_that_cannot_be_read_is_told_where_no_data_set_is_open() throws Exception {
        Files.createDirectories(home.resolve("data").resolve("library.json"));

        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);

        until(() -> node("#empty-add") != null && label("#set-notice").contains("library.json"));
        assertThat(bounds(node("#set-notice")).intersects(bounds(node("#empty-add"))))
                .as("the way on is covered")
                .isFalse();
        robot.clickOn("#notice-dismiss");
        until(() -> label("#set-notice").isEmpty());
    }

    @Test
    void forty_thousand_images_are_opened_scrolled_filtered_relabelled_checked_split_and_handed_over()
            throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        until(() -> node("#empty-add") != null);
        onFx(() -> {
            new FileDrop(List.of(folder.resolve("data")))
                    .dropOn(stage.getScene().getRoot());
            return true;
        });
        until(() -> node("#set-counts") != null && label("#set-counts").startsWith("40,210 images"));
        until(this::isAnyPictured);

        scroll();
        filter();
        relabelAndUndo();
        checks();
        splitAndHandOver();
    }

    private void scroll() throws Exception {
        robot.moveTo(middle("#image-grid"));
        double before = bar().getValue();
        robot.scroll(10, VerticalDirection.DOWN);
        until(() -> bar().getValue() > before);
        focusGrid();
        type(KeyCode.END);
        until(() -> bar().getValue() > bar().getMax() - 2 && isAnyPictured());
        until(() -> label("#image-label").equals("No crack"));
        type(KeyCode.HOME);
        until(() -> bar().getValue() == 0);
        type(KeyCode.SPACE);
        until(() -> node("#preview").isVisible());
        type(KeyCode.RIGHT);
        type(KeyCode.ESCAPE);
        until(() -> !node("#preview").isVisible());
    }

    private void filter() throws Exception {
        fire("#kind-no_crack");
        until(() -> label("#set-counts").contains("of 40,210 images"));
        fire("#kind-no_crack");
        robot.interact(() -> node("#name-filter").requestFocus());
        type(KeyCode.DIGIT1);
        type(KeyCode.X);
        assertThat(onFx(() -> node("#set-notice").getParent().isVisible()))
                .as("what is typed into the filter changes no image")
                .isFalse();
        text("#name-filter", "nothing is called so");
        until(() -> node("#nothing-show-all") != null && label("#set-counts").startsWith("0 of"));
        fire("#nothing-show-all");
        until(() -> label("#set-counts").startsWith("40,210 images"));
        assertThat(((TextField) node("#name-filter")).getText()).isEmpty();
    }

    /** The tiles 00000 to 00019 of 25 photos are 500. */
    private void relabelAndUndo() throws Exception {
        robot.moveTo(middle("#image-grid"));
        focusGrid();
        type(KeyCode.HOME);
        onFx(() -> {
            @SuppressWarnings("unchecked")
            ChoiceBox<Object> order = (ChoiceBox<Object>) node("#order");
            order.getSelectionModel().select(1);
            return true;
        });
        text("#name-filter", "100");
        until(() -> label("#set-counts").contains("of 40,210"));
        text("#name-filter", "/100");
        int shown = number(label("#set-counts"));
        assertThat(shown).isGreaterThan(500);
        focusGrid();
        type(KeyCode.HOME);
        robot.press(KeyCode.SHIFT);
        while (selected() < 500) {
            type(selected() < 480 ? KeyCode.PAGE_DOWN : KeyCode.RIGHT);
        }
        while (selected() > 500) {
            type(KeyCode.LEFT);
        }
        robot.release(KeyCode.SHIFT);
        assertThat(label("#set-counts")).contains("500 selected");
        type(KeyCode.N);
        until(() -> label("#set-notice").startsWith("500 images are labelled")
                || label("#set-notice").contains("images are labelled"));
        Path file = folder.resolve("data/crackscope-labels.sqlite");
        until(() -> Files.exists(file));
        assertThat(label("#set-counts")).contains("changed here");
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        until(() -> !label("#set-counts").contains("changed here"));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHIFT, KeyCode.CONTROL);
        until(() -> label("#set-counts").contains("changed here"));
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        until(() -> !label("#set-counts").contains("changed here"));
        fire("#show-all");
    }

    private void checks() throws Exception {
        fire("#side-checks");
        until(() -> node("#show-near_duplicates") != null && node("#show-exact_duplicates") != null);
        fire("#show-near_duplicates");
        // every planted copy with its original, and hardly anything else
        int near = number(label("#set-counts"));
        assertThat(near).isBetween(2 * SmallImages.COPIES * 95 / 100, 2 * SmallImages.COPIES + 60);
        fire("#show-exact_duplicates");
        until(() -> label("#set-counts").startsWith("20 of"));

        fire("#ask-label_suspects");
        until(() -> node("#worst-label_suspects") != null);
        fire("#worst-label_suspects");
        Set<String> worst = new HashSet<>();
        focusGrid();
        type(KeyCode.HOME);
        until(() -> stage.getScene().getRoot().lookup(".grid-cell") != null);
        int planted = COUNT / SmallImages.WRONG_EVERY;
        int found = 0;
        int looked = 0;
        while (looked < planted) {
            for (String name : names()) {
                if (worst.add(name) && looked < planted) {
                    looked++;
                    found += isPlanted(name) ? 1 : 0;
                }
            }
            type(KeyCode.PAGE_DOWN);
        }
        // among the first hundredth already, where a tenth is asked for
        assertThat(found).isGreaterThanOrEqualTo(planted * 80 / 100);
    }

    private void splitAndHandOver() throws Exception {
        fire("#side-split");
        onFx(() -> {
            @SuppressWarnings("unchecked")
            ChoiceBox<Object> kind = (ChoiceBox<Object>) node("#split-kind");
            kind.getSelectionModel().select(1);
            return true;
        });
        fire("#split");
        until(() -> node("#leak-groups") != null && node("#split-leak").isVisible());
        assertThat(((Labeled) stage.getScene().lookup(".split-leak-title")).getText())
                .contains("known from earlier parts");
        fire("#leak-groups");
        until(() -> stage.getScene().lookup(".split-clean").isVisible());
        until(() -> !((ButtonBase) node("#train-on-split")).isDisabled());
        fire("#train-on-split");
        until(() -> node("#training-view") != null);
        // no folder has to be added for it
        until(() -> stage.getScene().getRoot().lookupAll("#training-view .form-figure").stream()
                .anyMatch(figure -> ((Labeled) figure).getText().startsWith("Train ")));
        Path splits = home.resolve("data/splits");
        List<Path> files;
        try (Stream<Path> found = Files.list(splits)) {
            files = found.toList();
        }
        assertThat(files).hasSize(1);
        Split split = SplitFile.read(files.getFirst(), ProgressListener.NONE, new Cancellation());
        assertThat(split.kind()).isEqualTo("grouped");
        assertThat(split.test().size()).isBetween(7000, 9000);
        assertThat(split.train().size()
                        + split.validation().size()
                        + split.test().size())
                .isBetween(COUNT, ALL);
    }

    private static boolean isPlanted(String name) {
        String[] parts = name.replace(".bmp", "").split("-");
        return parts[0].length() == 5
                && SmallImages.isWrong(
                        (Integer.parseInt(parts[0]) - 10000) * SmallImages.TILES + Integer.parseInt(parts[1]));
    }

    /** The names of the images in sight, in the order of the grid. */
    private List<String> names() throws Exception {
        return onFx(() -> stage.getScene().getRoot().lookupAll(".grid-cell").stream()
                .filter(Node::isVisible)
                .sorted(java.util.Comparator.comparingDouble(Node::getLayoutY).thenComparingDouble(Node::getLayoutX))
                .map(cell -> cell.getAccessibleText().split(",")[0])
                .toList());
    }

    private int selected() throws Exception {
        String text = onFx(() -> label("#set-counts"));
        int end = text.indexOf(" selected");
        return end < 0
                ? 0
                : number(text.substring(text.lastIndexOf('\u00B7', end) + 1).strip());
    }

    private static int number(String text) {
        return Integer.parseInt(text.split(" ")[0].replace(",", ""));
    }

    private boolean isAnyPictured() {
        return stage.getScene().getRoot().lookupAll(".grid-cell .image-view").stream()
                .anyMatch(view -> ((ImageView) view).getImage() != null);
    }

    private ScrollBar bar() {
        return (ScrollBar) node("#image-grid").lookup(".scroll-bar");
    }

    private void focusGrid() {
        robot.interact(() -> node("#image-grid").requestFocus());
    }

    private void type(KeyCode code) {
        robot.press(code).release(code);
    }

    private void text(String selector, String words) {
        robot.interact(() -> ((TextField) node(selector)).setText(words));
    }

    private void fire(String selector) throws Exception {
        until(() -> node(selector) != null);
        robot.interact(() -> {
            if (node(selector) instanceof CheckBox box) {
                box.fire();
            } else {
                ((ButtonBase) node(selector)).fire();
            }
        });
    }

    private Point2D middle(String selector) throws Exception {
        return onFx(() -> {
            Bounds bounds = node(selector).localToScreen(node(selector).getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private String label(String selector) {
        return ((Labeled) node(selector)).getText();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(240, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
