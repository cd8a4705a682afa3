package io.crackscope.ui.common;

import io.crackscope.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** A command for the terminal, ready to be copied. */
public final class CommandBlock extends HBox {
    public CommandBlock(String command, Messages messages) {
        getStyleClass().add("command-block");
        setAlignment(Pos.CENTER_LEFT);
        setMaxWidth(USE_PREF_SIZE);
        Label text = new Label(command);
        text.getStyleClass().add("command-text");
        text.setMinWidth(USE_PREF_SIZE);
        Button copy = new Button(null, Icons.of(Feather.COPY));
        copy.getStyleClass().addAll("flat", "button-icon");
        copy.setTooltip(new Tooltip(messages.get("ui.command.copy")));
        copy.setAccessibleText(messages.get("ui.command.copy"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(command);
            Clipboard.getSystemClipboard().setContent(content);
        });
        getChildren().addAll(text, copy);
    }
}
