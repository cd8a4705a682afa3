package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.settings.MemoryPreferences;
import io.crackscope.ui.inspection.PlainPhotoReader;
import io.crackscope.ui.inspection.ScriptedInspector;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The smallest window that the program allows holds its tool bar in each language. */
class SmallWindowTest {
    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Stage stage;

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

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void no_word_of_the_tool_bar_is_cut_off(String language) throws Exception {
        robot.interact(() -> {
            stage = new Stage();
            new Wiring(TestWindow.parts(
                            new PlainPhotoReader(),
                            new ScriptedInspector()::asEngine,
                            MemoryPreferences.settings(),
                            folder.resolve("data"),
                            ShippedModel::classifier,
                            Locale.of(language)))
                    .open(stage, List.of());
            stage.setWidth(stage.getMinWidth());
            stage.setHeight(stage.getMinHeight());
        });
        HBox bar = (HBox) stage.getScene().lookup(".tool-bar-row");
        // what the width decides is laid out a frame later
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> stage.getScene().getWidth() == stage.getMinWidth()
                        && bar.localToScene(bar.getBoundsInLocal()).getMaxX() <= stage.getMinWidth());
        for (Node node : bar.lookupAll(".button, .toggle-button")) {
            if (((Labeled) node).lookup(".text") instanceof Text text && text.isVisible()) {
                assertThat(text.getText()).isEqualTo(((Labeled) node).getText());
            }
        }
    }
}
