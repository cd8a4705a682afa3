package io.crackscope.app;

import static io.crackscope.ui.common.ShownStage.fx;
import static io.crackscope.ui.common.ShownStage.until;

import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.ImageListing;
import io.crackscope.dataset.ListedImage;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.ui.common.ShownStage;
import io.crackscope.work.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Makes pictures of the Dataset tab in its states, without a display:
 *
 * <pre>
 * mvn -q test-compile exec:exec@dataset-screenshots -Ddataset.data=FOLDER
 * </pre>
 *
 * Arguments: a folder to write to and a folder with a data set, a copy that may be written to.
 */
public final class DatasetScreenshots {
    private static final long PATIENCE_SECONDS = 300;

    private final Path out;
    private final Path data;

    private DatasetScreenshots(Path out, Path data) {
        this.out = out;
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        Path out = Files.createDirectories(Path.of(arguments[0]));
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        DatasetScreenshots pictures = new DatasetScreenshots(out, Path.of(arguments[1]));
        Path home = Files.createTempDirectory("dataset-screenshots");
        pictures.empty(home.resolve("empty"));
        pictures.corrections(home.resolve("corrections"), Settings.Theme.LIGHT, Locale.ENGLISH, "light");
        pictures.corrections(home.resolve("corrections"), Settings.Theme.DARK, Locale.GERMAN, "dark-de");
        pictures.all(Settings.Theme.LIGHT, Locale.ENGLISH, home, "light");
        pictures.all(Settings.Theme.DARK, Locale.GERMAN, home, "dark-de");
        Platform.exit();
    }

    private void empty(Path home) throws Exception {
        try (Window window = new Window(Settings.Theme.LIGHT, Locale.ENGLISH, home)) {
            window.click("#tab-dataset");
            window.picture("dataset-empty", 1);
            window.drop(home.resolve("missing"));
            until(() -> window.node("#open-again") != null);
            window.picture("dataset-failed", 1);
        }
    }

    /** With tiles of a review, which the first images of the data set stand in for, and a place that is missing. */
    private void corrections(Path home, Settings.Theme theme, Locale language, String name) throws Exception {
        Path tiles = Files.createDirectories(home.resolve("data/corrections/crack"));
        List<Path> images = ImageListing.of(DataSource.of(data), new Cancellation()).images().stream()
                .limit(12)
                .map(ListedImage::file)
                .toList();
        for (Path image : images) {
            Files.copy(image, tiles.resolve(image.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(home.resolve("data/library.json"));
        try (Window window = new Window(theme, language, home)) {
            window.click("#tab-dataset");
            until(() -> window.node("#empty-corrections").isVisible());
            window.picture("dataset-corrections-empty-" + name, 1);
            window.drop(data);
            until(() -> window.node("#image-grid") != null
                    && window.text("#set-counts").matches("[1-9].*"));
            window.picture("dataset-corrections-offered-" + name, 1);
            window.click("#library-corrections");
            until(() -> !window.node("#library-corrections").isVisible() && window.isMeasured());
            window.picture("dataset-corrections-" + name, 1);
            window.picture("dataset-corrections-" + name + "-200", 2);
        }
    }

    private void all(Settings.Theme theme, Locale language, Path home, String name) throws Exception {
        try (Window window = new Window(theme, language, home)) {
            window.click("#tab-dataset");
            window.drop(data);
            until(() -> window.node("#image-grid") != null
                    && window.text("#set-counts").matches("[1-9].*"));
            window.picture("dataset-listed-" + name, 1);
            until(() -> window.node("#set-line").isVisible() || window.isMeasured());
            window.click("#side-checks");
            window.picture("dataset-busy-" + name, 1);
            until(window::isMeasured);
            until(() -> window.node("#show-near_duplicates") != null || window.isChecked());
            window.press(KeyCode.HOME);
            window.picture("dataset-checks-" + name, 1);
            window.click("#side-image");
            window.press(KeyCode.HOME);
            for (int i = 0; i < 5; i++) {
                window.press(KeyCode.RIGHT, true);
            }
            window.settle();
            window.picture("dataset-selected-" + name, 1);
            window.press(KeyCode.N);
            window.settle();
            window.picture("dataset-labelled-" + name, 1);
            window.picture("dataset-labelled-" + name + "-200", 2);
            window.press(KeyCode.SPACE);
            window.settle();
            window.picture("dataset-preview-" + name, 1);
            window.press(KeyCode.ESCAPE);
            window.click("#side-split");
            window.picture("dataset-split-before-" + name, 1);
            window.choose("#split-kind", 1);
            window.click("#split");
            until(() -> window.node("#leak-groups") != null);
            window.picture("dataset-leak-" + name, 1);
            window.click("#leak-show");
            window.settle();
            window.picture("dataset-leak-shown-" + name, 1);
            window.click("#show-all");
            window.click("#leak-groups");
            until(() -> !window.node("#split-leak").isVisible());
            window.settle();
            window.picture("dataset-split-" + name, 1);
            window.click("#side-checks");
            window.scrollTo("#check-label_suspects");
            window.choose("#judge", 1);
            window.picture("dataset-folds-" + name, 1);
            window.click("#ask-label_suspects");
            window.settle();
            window.picture("dataset-folds-busy-" + name, 1);
            window.click("#cancel-label_suspects");
            window.choose("#judge", 0);
            window.click("#ask-label_suspects");
            window.settle();
            window.picture("dataset-judging-" + name, 1);
            until(() -> window.node("#worst-label_suspects") != null);
            window.click("#worst-label_suspects");
            window.click("#side-image");
            window.press(KeyCode.HOME);
            window.settle();
            window.picture("dataset-worst-" + name, 1);
            window.size(1100, 700);
            window.picture("dataset-small-" + name, 1);
            window.click("#side-checks");
            window.scrollTo("#check-label_suspects");
            window.picture("dataset-suspects-" + name, 1);
        }
    }

    private final class Window implements AutoCloseable {
        private final Stage stage;

        Window(Settings.Theme theme, Locale language, Path home) throws Exception {
            stage = fx(() -> {
                Settings settings = MemoryPreferences.settings();
                settings.theme(theme);
                Stage made = new Stage();
                ImageIoPhotoReader reader = new ImageIoPhotoReader();
                new Wiring(TestWindow.parts(
                                reader, TestWindow.shipped(home), settings, home, ShippedModel::classifier, language))
                        .open(made, List.of());
                return made;
            });
        }

        Node node(String selector) {
            return stage.getScene().lookup(selector);
        }

        String text(String selector) {
            return ((Labeled) node(selector)).getText();
        }

        boolean isMeasured() {
            return !node("#set-line").isVisible() && !text("#set-counts").isEmpty();
        }

        boolean isChecked() {
            return node("#check-imbalance .check-number") instanceof Labeled label
                    && !label.getText().isEmpty();
        }

        void scrollTo(String selector) throws Exception {
            fx(() -> {
                Node node = node(selector);
                Node pane = node;
                while (!(pane instanceof ScrollPane)) {
                    pane = pane.getParent();
                }
                ScrollPane scroll = (ScrollPane) pane;
                double hidden = scroll.getContent().getBoundsInLocal().getHeight()
                        - scroll.getViewportBounds().getHeight();
                scroll.setVvalue(node.getBoundsInParent().getMinY() / hidden);
                return true;
            });
            settle();
        }

        void drop(Path... files) throws Exception {
            fx(() -> {
                new FileDrop(List.of(files)).dropOn(stage.getScene().getRoot());
                return true;
            });
        }

        void click(String selector) throws Exception {
            fx(() -> {
                ((ButtonBase) node(selector)).fire();
                return true;
            });
        }

        @SuppressWarnings("unchecked")
        void choose(String selector, int index) throws Exception {
            fx(() -> {
                ((javafx.scene.control.ChoiceBox<Object>) node(selector))
                        .getSelectionModel()
                        .select(index);
                return true;
            });
        }

        void size(double width, double height) throws Exception {
            fx(() -> {
                stage.setWidth(width);
                stage.setHeight(height);
                return true;
            });
            settle();
        }

        void press(KeyCode code) throws Exception {
            press(code, false);
        }

        void press(KeyCode code, boolean shift) throws Exception {
            fx(() -> {
                Scene scene = stage.getScene();
                Node target = node("#preview").isVisible() ? node("#preview") : node("#image-grid");
                target.requestFocus();
                target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
                return scene;
            });
        }

        /** Lets pictures arrive that were asked for. */
        void settle() throws Exception {
            for (int i = 0; i < 8; i++) {
                WaitForAsyncUtils.waitForFxEvents(5);
                WaitForAsyncUtils.sleep(60, TimeUnit.MILLISECONDS);
            }
        }

        void picture(String name, double scale) throws Exception {
            settle();
            ShownStage.picture(stage, out.resolve(name + ".png"), scale);
        }

        @Override
        public void close() {
            Platform.runLater(stage::hide);
        }
    }
}
