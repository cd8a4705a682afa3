package io.crackscope.app;

import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.ui.inspection.PhotoRow;
import io.crackscope.ui.inspection.PhotoState;
import io.crackscope.ui.inspection.PlainPhotoReader;
import io.crackscope.ui.inspection.ScriptedInspector;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A person at the window of the program, whose inspector follows a script; settings outlast the window. */
abstract class InspectionJourney {
    @TempDir
    Path folder;

    final FxRobot robot = new FxRobot();
    final Settings settings = MemoryPreferences.settings();
    Stage stage;

    @BeforeAll
    static void startJavaFx() throws Exception {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void closeTheWindow() {
        robot.interact(() -> stage.hide());
    }

    void open() {
        robot.interact(() -> {
            stage = new Stage();
            Wiring.Parts parts = TestWindow.parts(
                    new PlainPhotoReader(), new ScriptedInspector()::asEngine, settings, folder.resolve("data"));
            new Wiring(parts).open(stage, List.of());
            stage.requestFocus();
            // else what is written may go to a window of an earlier test
            robot.targetWindow(stage);
        });
    }

    void drop(Path... files) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    new FileDrop(List.of(files)).dropOn(stage.getScene().getRoot());
                    return true;
                })
                .get(20, TimeUnit.SECONDS);
    }

    void key(KeyCode key, KeyCode... held) {
        robot.press(held).press(key).release(key).release(held);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static boolean isOver(PhotoRow row) {
        return row.state() instanceof PhotoState.Inspected || row.state() instanceof PhotoState.Refused;
    }

    @SuppressWarnings("unchecked")
    ListView<PhotoRow> list() {
        return (ListView<PhotoRow>) node("#photo-list");
    }

    List<PhotoRow> rows() {
        return List.copyOf(list().getItems());
    }

    Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get(20, TimeUnit.SECONDS));
    }
}
