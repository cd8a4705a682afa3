package io.crackscope.ui.dataset;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Opens the data set of corrections; takes no room while there is none, or it is on the list already. */
final class CorrectionsButton extends Button {
    private final DatasetViewModel model;
    private final Messages messages;
    private final String key;

    /** Its text, of the {@code key}, tells how many there are. */
    CorrectionsButton(String id, String key, DatasetViewModel model, Messages messages) {
        super("", Icons.of(Feather.USER_CHECK));
        this.model = model;
        this.messages = messages;
        this.key = key;
        setId(id);
        setMnemonicParsing(false);
        setTooltip(new Tooltip(messages.get("ui.set.corrections.tip")));
        setOnAction(event -> model.openCorrections());
        InvalidationListener show = change -> show();
        model.corrections().countProperty().addListener(show);
        model.sources().addListener(show);
        show();
    }

    private void show() {
        int count = model.corrections().countProperty().get();
        setText(messages.get(key, count));
        Panes.showIf(
                this, count > 0 && !model.sources().contains(model.corrections().source()));
    }
}
