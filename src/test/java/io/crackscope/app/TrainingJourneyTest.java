package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.samples.SampleTiles;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.training.RunRecord;
import io.crackscope.training.RunRecord.State;
import io.crackscope.ui.inspection.ScriptedInspector;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does on the Train tab, with real training on generated tiles. */
@Timeout(240)
class TrainingJourneyTest {
    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final Settings settings = MemoryPreferences.settings();
    private Stage stage;

    @BeforeAll
    static void startTheToolkitWithoutADisplay() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openTheWindow() throws Exception {
        new SampleTiles(112, 5).write(folder.resolve("walls"), 120);
        open();
    }

    private void open() {
        robot.interact(() -> {
            settings.theme(Settings.Theme.LIGHT);
            stage = new Stage();
            new Wiring(TestWindow.parts(new ImageIoPhotoReader(), new ScriptedInspector()::asEngine, settings, folder))
                    .open(stage, List.of());
            stage.requestFocus();
        });
    }

    @AfterEach
    void closeTheWindow() {
        robot.interact(() -> stage.hide());
    }

    @Test
    void two_networks_are_trained_watched_paused_stopped_compared_and_one_is_put_to_use() throws Exception {
        click("#tab-train");
        until(() -> node("#empty-add-data") != null);
        onFx(() -> {
            new FileDrop(List.of(folder.resolve("walls")))
                    .dropOn(stage.getScene().getRoot());
            return true;
        });
        until(() -> node(".preview-cell") != null);

        plan(NetworkPreset.SEED_CNN, "40", "8");
        click("#train-start");
        until(() -> label("#run-epoch").startsWith("Epoch 2"));
        untilCurvesMove();
        untilCurvesMove();
        assertThat(label("#run-speed")).endsWith("images/s");
        until(() -> node("#worst-tiles .image-view") != null);

        robot.press(KeyCode.F8).release(KeyCode.F8);
        until(() -> label("#run-state").equals("Paused"));
        assertThat(label("#status")).contains("Training epoch", "Paused");
        close();
        until(() -> node("#closing-bar").isVisible());
        assertThat(stage.isShowing()).isTrue();
        click("#keep-training");
        click("#train-proceed");
        untilCurvesMove();
        click("#train-stop");
        until(() -> node("#end-bar").isVisible());
        assertThat(label("#end-title")).isEqualTo("Training was stopped");
        until(() -> runs().size() == 1 && runs().getFirst().test() != null);
        assertThat(runs().getFirst().state()).isEqualTo(State.STOPPED);
        until(() -> node("#run-facts") != null);

        plan(NetworkPreset.CRACKNET, "1", "8");
        robot.interact(() -> ((TextInputControl) node("#field-input-size")).setText("112"));
        until(() -> !node("#train-start").isDisabled());
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        until(() -> runs().size() == 2 && runs().getFirst().state() == State.FINISHED);
        until(() -> node("#duel-verdict") != null);

        robot.interact(() -> table().getSelectionModel().selectAll());
        until(() -> node("#compare-pane") != null);
        assertThat(texts("#compare-pane")).contains("Architecture", "seed-cnn", "cracknet", "Differences");

        robot.interact(() -> table().getSelectionModel().clearAndSelect(0));
        until(() -> node("#use-model") != null);
        click("#use-model");
        until(() -> label("#model-in-use").equals("Model " + runs().getFirst().name()));
        assertThat(settings.model()).contains(runs().getFirst().model());
        assertThat(settings.planWidth())
                .as("nobody dragged a divider")
                .isEqualTo(MemoryPreferences.settings().planWidth());
        assertThat(runs().getFirst().plan().preset()).isEqualTo(NetworkPreset.CRACKNET);

        Path start = runs().getFirst().model();
        robot.interact(() -> table().getSelectionModel().clearSelection());
        click("#split-kind-random");
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ChoiceBox<Optional<Path>> from = (ChoiceBox<Optional<Path>>) node("#field-from");
            from.setValue(Optional.of(start));
        });
        until(() -> node("#start-warning") != null);
        assertThat(texts("#start-warning")).anyMatch(line -> line.contains("test images trained or validated"));
        click("#split-kind-grouped");
        until(() -> node("#start-warning") == null);
        robot.interact(() -> choosePreset(NetworkPreset.SEED_CNN));
        assertThat(texts("#plan-pane")).anyMatch(line -> line.contains("which cannot go on as a seed-cnn"));
        assertThat(node("#train-start").isDisabled()).isTrue();
        robot.interact(() -> {
            choosePreset(NetworkPreset.CRACKNET);
            ((TextInputControl) node("#field-input-size")).setText("112");
        });
        until(() -> !node("#train-start").isDisabled());
        click("#train-start");
        until(() -> runs().size() == 3 && runs().getFirst().state() == State.FINISHED);
        assertThat(runs().getFirst().data().start().file()).isEqualTo(start.toString());
        assertThat(runs().getFirst().plan().learningRate()).isEqualTo(0.0015);
    }

    @Test
    void a_run_that_was_cut_off_is_offered_at_the_next_start_and_goes_on() throws Exception {
        click("#tab-train");
        onFx(() -> {
            new FileDrop(List.of(folder.resolve("walls")))
                    .dropOn(stage.getScene().getRoot());
            return true;
        });
        until(() -> node(".preview-cell") != null);
        plan(NetworkPreset.SEED_CNN, "8", "4");
        click("#train-start");
        until(() -> label("#run-epoch").startsWith("Epoch 2"));
        robot.press(KeyCode.F8).release(KeyCode.F8);
        close();
        until(() -> node("#closing-bar").isVisible());
        click("#close-anyway");
        until(() -> !stage.isShowing());

        open();
        click("#tab-train");
        until(() -> node("#offer-bar") != null && node("#offer-bar").isVisible());
        click("#offer-resume");
        until(() -> runs().size() == 1);
        until(() -> runs().getFirst().state() == State.FINISHED);
        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.epochs()).hasSize(8);
            assertThat(run.test()).isNotNull();
        });
    }

    private void plan(NetworkPreset preset, String epochs, String batch) throws Exception {
        robot.interact(() -> {
            choosePreset(preset);
            ((TextInputControl) node("#field-epochs")).setText(epochs);
            ((TextInputControl) node("#field-patience")).setText("40");
            ((TextInputControl) node("#field-batch")).setText(batch);
        });
        until(() -> !node("#train-start").isDisabled());
    }

    @SuppressWarnings("unchecked")
    private void choosePreset(NetworkPreset preset) {
        ((ChoiceBox<NetworkPreset>) node("#field-preset")).setValue(preset);
    }

    private void close() {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    /** What the charts look like: another number when a curve has moved. */
    private int charts() throws Exception {
        return onFx(() -> {
            WritableImage image = node("#curve-charts").snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            return Arrays.hashCode(pixels);
        });
    }

    private void untilCurvesMove() throws Exception {
        int before = charts();
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> charts() != before);
    }

    @SuppressWarnings("unchecked")
    private TableView<RunRecord> table() {
        return (TableView<RunRecord>) node("#history-table");
    }

    private List<RunRecord> runs() {
        return table().getItems();
    }

    private List<String> texts(String selector) throws Exception {
        return onFx(() -> stage.getScene().getRoot().lookupAll(selector + " .label").stream()
                .map(found -> ((Labeled) found).getText())
                .toList());
    }

    private void click(String selector) throws Exception {
        until(() -> node(selector) != null);
        robot.clickOn(onFx(() -> {
            Bounds bounds = node(selector).localToScreen(node(selector).getBoundsInLocal());
            return new javafx.geometry.Point2D(bounds.getCenterX(), bounds.getCenterY());
        }));
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private String label(String selector) {
        return node(selector) == null ? "" : ((Labeled) node(selector)).getText();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
