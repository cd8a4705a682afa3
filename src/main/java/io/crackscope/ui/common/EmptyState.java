package io.crackscope.ui.common;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands where there is nothing yet: one sentence that teaches, and the next step. */
public final class EmptyState extends VBox {
    public EmptyState(Feather icon, String title, String sentence, Node... nextSteps) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Node sign = Icons.of(icon);
        sign.getStyleClass().add("empty-state-icon");
        Label heading = new Label(title);
        heading.getStyleClass().add("empty-state-title");
        Label text = new Label(sentence);
        text.getStyleClass().add("empty-state-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(sign, heading, text);
        getChildren().addAll(nextSteps);
    }
}
