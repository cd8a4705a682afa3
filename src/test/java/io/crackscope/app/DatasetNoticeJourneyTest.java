package io.crackscope.app;

import static io.crackscope.ui.common.ShownStage.fx;
import static io.crackscope.ui.common.ShownStage.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.ui.inspection.ScriptedInspector;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
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

/** What the Dataset tab has to say does not get between a person and the images. */
@Timeout(300)
class DatasetNoticeJourneyTest {
    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Stage stage;

    @BeforeAll
    static void startTheToolkit() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openADataSet() throws Exception {
        SmallImages.write(folder.resolve("data"), 200);
        robot.interact(() -> {
            Settings settings = MemoryPreferences.settings();
            stage = new Stage();
            new Wiring(TestWindow.parts(
                            new ImageIoPhotoReader(),
                            new ScriptedInspector()::asEngine,
                            settings,
                            folder.resolve("home")))
                    .open(stage, List.of());
            stage.requestFocus();
        });
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        until(() -> node("#empty-add") != null);
        fx(() -> {
            new FileDrop(List.of(folder.resolve("data")))
                    .dropOn(stage.getScene().getRoot());
            return true;
        });
        until(() -> node("#set-counts") instanceof Labeled counts
                && counts.getText().startsWith("410 images")
                && !node("#set-line").isVisible());
        robot.interact(() -> node("#image-grid").requestFocus());
        robot.type(KeyCode.HOME);
    }

    @AfterEach
    void closeTheWindow() {
        robot.interact(() -> stage.hide());
    }

    @Test
    void nothing_moves_when_a_notice_comes_and_when_it_goes_by_itself() throws Exception {
        String before = fx(this::places);
        robot.type(KeyCode.N);
        until(this::isTold);
        assertThat(fx(this::places)).isEqualTo(before);
        until(() -> !isTold());
        assertThat(fx(this::places)).isEqualTo(before);
    }

    @Test
    void the_image_that_has_the_focus_is_never_below_a_notice() throws Exception {
        robot.type(KeyCode.N);
        until(this::isTold);
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(fx(() -> isTold() && !isCovered())).isTrue();
        robot.type(KeyCode.END);
        assertThat(fx(() -> isTold() && !isCovered())).isTrue();
    }

    @Test
    void a_notice_stays_while_the_pointer_is_on_it() throws Exception {
        robot.type(KeyCode.N);
        until(this::isTold);
        robot.moveTo("#set-notice");
        // a timer that began earlier is over when one that begins now is
        javafx.animation.PauseTransition longer =
                fx(() -> new javafx.animation.PauseTransition(javafx.util.Duration.seconds(7)));
        fx(() -> {
            longer.play();
            return true;
        });
        until(() -> longer.getStatus() == javafx.animation.Animation.Status.STOPPED);
        assertThat(fx(this::isTold)).isTrue();
        robot.clickOn("#notice-undo");
        until(() -> ((Labeled) node("#set-notice")).getText().startsWith("Undone"));
    }

    private boolean isTold() {
        return node("#notice-dismiss").getParent().isVisible();
    }

    private boolean isCovered() {
        Node lead = stage.getScene().getRoot().lookupAll(".grid-cell").stream()
                .filter(Node::isVisible)
                .filter(cell -> cell.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("lead")))
                .findFirst()
                .orElseThrow();
        return bounds(lead).intersects(bounds(node("#notice-dismiss").getParent()));
    }

    /** Where grid and cells are. */
    private String places() {
        stage.getScene().getRoot().layout();
        return bounds(node("#image-grid"))
                + stage.getScene().getRoot().lookupAll(".grid-cell").stream()
                        .filter(Node::isVisible)
                        .map(cell -> bounds(cell).toString())
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
