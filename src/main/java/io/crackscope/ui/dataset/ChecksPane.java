package io.crackscope.ui.dataset;

import io.crackscope.dataset.Check;
import io.crackscope.text.Messages;
import javafx.scene.layout.VBox;

/** All checks as cards. */
final class ChecksPane extends VBox {
    ChecksPane(DatasetViewModel model, Messages messages) {
        setId("checks-pane");
        VBox cards = new VBox();
        cards.getStyleClass().add("check-cards");
        for (Check check : Check.values()) {
            cards.getChildren().add(new CheckCard(check, model, messages));
        }
        getChildren().add(Panes.scrolling(cards));
    }
}
