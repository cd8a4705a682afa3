package io.crackscope.app;

import static io.crackscope.ui.common.ShownStage.fx;
import static io.crackscope.ui.common.ShownStage.until;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.learning.ModelFileException;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.ShownStage;
import io.crackscope.ui.inspection.EngineSource;
import io.crackscope.ui.inspection.InspectionEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/**
 * Makes pictures of the window in all its states, with the shipped model, without a display:
 *
 * <pre>
 * mvn -q test-compile exec:exec@screenshots
 * </pre>
 *
 * Arguments: a folder to write to, a folder of photos, and a language if it is not English.
 */
public final class Screenshots {
    private static final long PATIENCE_SECONDS = 120;

    private final PhotoReader reader = new ImageIoPhotoReader();
    private final Path out;
    private final List<Path> photos;
    private final Messages messages;

    private Screenshots(Path out, List<Path> photos, Messages messages) {
        this.out = out;
        this.photos = photos;
        this.messages = messages;
    }

    public static void main(String[] arguments) throws Exception {
        Path out = Files.createDirectories(Path.of(arguments[0]));
        List<Path> photos = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(arguments[1]))) {
            files.filter(file ->
                            file.toString().endsWith(".jpg") || file.toString().endsWith(".png"))
                    .sorted()
                    .forEach(photos::add);
        }
        Path bad = Files.createTempDirectory("screenshots").resolve("IMG_0412 truncated.jpg");
        byte[] bytes = Files.readAllBytes(photos.getFirst());
        Files.write(bad, java.util.Arrays.copyOf(bytes, 300));
        photos.add(Math.min(4, photos.size()), bad);
        Locale language = arguments.length > 2 ? Locale.of(arguments[2]) : Locale.ENGLISH;
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        new Screenshots(out, photos, new Messages(language)).all();
        Platform.exit();
    }

    private void all() throws Exception {
        for (Settings.Theme theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            empty(theme, name);
            busy(theme, name);
            full(theme, name);
            reviewed(theme, name);
            scaled(theme, name);
            broken(theme, name);
        }
    }

    private void empty(Settings.Theme theme, String name) throws Exception {
        try (Window window = new Window(theme, this::shipped, List.of())) {
            window.picture("empty-" + name, 1);
            window.click("#tab-dataset");
            window.picture("dataset-" + name, 1);
            window.click("#tab-train");
            window.picture("train-" + name, 1);
            window.click("#tab-inspect");
            window.click("#rail-settings");
            window.picture("settings-" + name, 1);
        }
        try (Window window = new Window(theme, this::shipped, List.of())) {
            window.click("#rail-help");
            window.picture("shortcuts-" + name, 1);
        }
        try (Window window = new Window(theme, this::shipped, List.of())) {
            window.click("#rail-about");
            window.picture("about-" + name, 1);
        }
        try (Window window = new Window(theme, this::shipped, List.of())) {
            until(() -> window.text("#model-in-use").contains("CrackNet"));
            window.click("#model-in-use");
            window.picture("model-" + name, 1);
        }
    }

    private void busy(Settings.Theme theme, String name) throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        Path stopAt = photos.get(Math.min(5, photos.size() - 1));
        EngineSource slow = () -> {
            InspectionEngine engine = shipped();
            return new InspectionEngine(
                    (file, cancellation) -> {
                        if (file.equals(stopAt)) {
                            await(hold);
                        }
                        return engine.inspector().inspect(file, cancellation);
                    },
                    engine.model(),
                    engine.stamp());
        };
        try (Window window = new Window(theme, slow, photos)) {
            until(() -> window.text("#status").contains("6"));
            until(window::isPhotoShown);
            window.picture("busy-" + name, 1);
            window.press(KeyCode.F8);
            window.picture("pausing-" + name, 1);
            hold.countDown();
            until(() -> window.text("#status").startsWith("Paused"));
            window.picture("paused-" + name, 1);
        }
    }

    private void full(Settings.Theme theme, String name) throws Exception {
        try (Window window = new Window(theme, this::shipped, photos)) {
            until(() -> !window.node("#cancel-job").isVisible() && window.rows() == photos.size());
            until(window::isPhotoShown);
            window.picture("crack-" + name, 1);
            window.picture("crack-" + name + "-200", 2);
            for (int i = 1; i < photos.size(); i++) {
                window.press(KeyCode.J);
                if (i == 4) {
                    window.picture("refused-" + name, 1);
                } else if (theme == Settings.Theme.LIGHT) {
                    until(window::isPhotoShown);
                    window.picture("photo-" + i, 1);
                }
            }
            until(window::isPhotoShown);
            window.press(KeyCode.DIGIT1);
            until(() -> window.text("#zoom").startsWith("100")
                    && window.text("#viewer-detail").isEmpty());
            window.picture("actual-size-" + name, 1);
            window.press(KeyCode.E);
            until(() -> !window.text("#zoom").startsWith("100")
                    && window.text("#viewer-detail").isEmpty());
            window.picture("evidence-" + name, 1);
            window.press(KeyCode.G);
            window.picture("tiles-" + name, 1);
            window.press(KeyCode.G);
            window.press(KeyCode.DELETE);
            window.picture("removed-" + name, 1);
        }
    }

    private void reviewed(Settings.Theme theme, String name) throws Exception {
        try (Window window = new Window(theme, this::shipped, photos)) {
            until(() -> window.text("#status").contains("refused"));
            window.press(KeyCode.C);
            window.press(KeyCode.U);
            window.press(KeyCode.N);
            window.press(KeyCode.K);
            until(() -> !window.text("#review-signed").isEmpty() && window.isPhotoShown());
            window.write("#review-note", "Map cracking beside the joint, seen from 2 m. Compare with last year.");
            window.picture("reviewed-" + name, 1);
            window.click("#chip-crack");
            window.picture("filtered-" + name, 1);
            window.click("#filter-clear");
            window.press(KeyCode.D, true);
            window.write("#details-structure", "Bridge 17, A4 over the Aare");
            window.write("#details-element", "North abutment");
            window.picture("details-" + name, 1);
        }
        try (Window window = new Window(theme, this::shipped, photos)) {
            until(() -> window.text("#status").contains("refused"));
            window.press(KeyCode.H, true);
            until(() -> window.node("#history-whole") != null
                    && window.text("#history-whole").contains("1"));
            window.picture("history-" + name, 1);
        }
    }

    private void scaled(Settings.Theme theme, String name) throws Exception {
        try (Window window = new Window(theme, this::shipped, photos)) {
            until(() -> !window.node("#cancel-job").isVisible() && window.rows() == photos.size());
            until(() -> window.isPhotoShown() && !window.node("#scale-tool").isDisabled());
            fx(() -> {
                @SuppressWarnings("unchecked")
                ListView<Object> list = (ListView<Object>) window.node("#photo-list");
                list.getSelectionModel().selectRange(0, 3);
                return true;
            });
            window.click("#scale-tool");
            window.picture("scale-begun-" + name, 1);
            window.press(KeyCode.DOWN);
            window.write("#scale-number", "1,5 m");
            window.picture("scale-wrong-" + name, 1);
            window.write("#scale-number", "100");
            window.picture("scale-drawn-" + name, 1);
            window.picture("scale-drawn-" + name + "-200", 2);
            window.click("#scale-apply");
            until(() -> window.node("#scale-bar").isVisible());
            window.picture("scale-set-" + name, 1);
            window.click("#scale-tool");
            window.picture("scale-again-" + name, 1);
        }
    }

    private void broken(Settings.Theme theme, String name) throws Exception {
        EngineSource missing = () -> {
            throw new ModelFileException(
                    Path.of("/opt/crackscope/models/cracknet.crackscope"), ModelFileException.Problem.MISSING);
        };
        try (Window window = new Window(theme, missing, photos)) {
            until(() -> window.node("#engine-problem").getParent().getParent().isVisible());
            until(window::isPhotoShown);
            window.picture("engine-broken-" + name, 1);
        }
    }

    private InspectionEngine shipped() throws Exception {
        return TestWindow.shipped(Files.createTempDirectory("screenshots-models"))
                .open();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One window, from the JavaFX thread and others. */
    private final class Window implements AutoCloseable {
        private final Stage stage;

        Window(Settings.Theme theme, EngineSource engine, List<Path> opened) throws Exception {
            stage = fx(() -> {
                Settings settings = MemoryPreferences.settings();
                settings.theme(theme);
                settings.firstSteps(opened.isEmpty());
                Stage made = new Stage();
                Path home = Files.createTempDirectory("screenshots-home");
                new Wiring(TestWindow.parts(
                                reader, engine, settings, home, ShippedModel::classifier, messages.locale()))
                        .open(made, opened);
                return made;
            });
        }

        Node node(String selector) {
            return stage.getScene().lookup(selector);
        }

        String text(String selector) {
            return ((javafx.scene.control.Labeled) node(selector)).getText();
        }

        int rows() {
            return ((ListView<?>) node("#photo-list")).getItems().size();
        }

        boolean isPhotoShown() {
            return text("#viewer-message").isEmpty();
        }

        void click(String selector) throws Exception {
            fx(() -> {
                ((ButtonBase) node(selector)).fire();
                return true;
            });
        }

        void write(String selector, String text) throws Exception {
            fx(() -> {
                ((javafx.scene.control.TextInputControl) node(selector)).setText(text);
                return true;
            });
        }

        void press(KeyCode code) throws Exception {
            press(code, false);
        }

        void press(KeyCode code, boolean control) throws Exception {
            fx(() -> {
                Scene scene = stage.getScene();
                Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
                target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
                return true;
            });
        }

        void picture(String name, double scale) throws Exception {
            ShownStage.picture(stage, out.resolve(name + ".png"), scale);
        }

        @Override
        public void close() {
            Platform.runLater(stage::hide);
        }
    }
}
