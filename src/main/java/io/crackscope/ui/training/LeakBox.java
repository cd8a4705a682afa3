package io.crackscope.ui.training;

import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.Labels;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A warning that a test score will flatter, and why. */
final class LeakBox extends VBox {
    LeakBox(String id, String heading, List<String> lines) {
        setId(id);
        getStyleClass().add("leak-warning");
        Label title = Labels.wrapped(heading, "leak-heading");
        title.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        getChildren().add(title);
        lines.forEach(line -> getChildren().add(Labels.wrapped(line, "leak-line")));
    }
}
