package io.crackscope.ui.training;

import io.crackscope.ui.common.Icons;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A warning that a test score will flatter, and why. */
final class LeakBox extends VBox {
    LeakBox(String id, String heading, List<String> lines) {
        setId(id);
        getStyleClass().add("leak-warning");
        Label title = wrapped(heading, "leak-heading");
        title.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        getChildren().add(title);
        lines.forEach(line -> getChildren().add(wrapped(line, "leak-line")));
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
