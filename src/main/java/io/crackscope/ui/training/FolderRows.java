package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The folders of a plan, one a row, each with a button that takes it out. */
final class FolderRows extends VBox {
    private final ObservableList<Path> folders;
    private final Messages messages;

    FolderRows(ObservableList<Path> folders, Messages messages) {
        this.folders = folders;
        this.messages = messages;
        getStyleClass().add("form-facts");
        folders.addListener((ListChangeListener<Path>) change -> show());
        show();
    }

    private void show() {
        getChildren().setAll(folders.stream().map(this::row).toList());
        // an empty list takes no room, not even that between two rows
        setManaged(!folders.isEmpty());
    }

    private HBox row(Path folder) {
        Label name = new Label(String.valueOf(folder.getFileName()), Icons.of(Feather.FOLDER));
        name.setTooltip(new Tooltip(folder.toString()));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button remove = new Button(null, Icons.of(Feather.X));
        remove.getStyleClass().addAll("flat", "button-icon", "small");
        remove.setAccessibleText(messages.get("ui.train.data.remove", folder.getFileName()));
        remove.setTooltip(new Tooltip(messages.get("ui.train.data.remove", folder.getFileName())));
        remove.setOnAction(event -> folders.remove(folder));
        HBox row = new HBox(name, remove);
        row.getStyleClass().add("folder-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
