package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.ui.inspection.PlainPhotoReader;
import io.crackscope.ui.inspection.ScriptedInspector;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/** The smallest window that the program allows holds its tool bar in each language. */
class SmallWindowTest extends InspectionJourney {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void no_word_of_the_tool_bar_is_cut_off(String language) throws Exception {
        robot.interact(() -> {
            stage = new Stage();
            new Wiring(TestWindow.parts(
                            new PlainPhotoReader(),
                            new ScriptedInspector()::asEngine,
                            settings,
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
