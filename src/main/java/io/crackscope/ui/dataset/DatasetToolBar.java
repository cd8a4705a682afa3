package io.crackscope.ui.dataset;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The actions of the Dataset tab. */
final class DatasetToolBar extends HBox {
    static final double SMALLEST = 64;
    static final double LARGEST = 320;

    private final DatasetViewModel model;
    private final Messages messages;

    DatasetToolBar(DatasetViewModel model, DatasetActions actions, DoubleProperty side, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("tool-bar-row");
        setAlignment(Pos.CENTER_LEFT);
        Button add = Panes.button("add-folder", messages.get("ui.set.add"));
        add.setGraphic(Icons.of(Feather.FOLDER_PLUS));
        add.setTooltip(new Tooltip(messages.get("ui.set.add.tip")));
        add.setOnAction(event -> actions.addFolder(getScene().getWindow()));
        Button undo = Panes.iconButton("set-undo", Feather.CORNER_UP_LEFT, messages.get("ui.set.undo.tip"));
        undo.disableProperty().bind(model.edits().canUndoProperty().not());
        undo.setOnAction(event -> model.edits().undo());
        Button redo = Panes.iconButton("set-redo", Feather.CORNER_UP_RIGHT, messages.get("ui.set.redo.tip"));
        redo.disableProperty().bind(model.edits().canRedoProperty().not());
        redo.setOnAction(event -> model.edits().redo());
        Slider size = new Slider(SMALLEST, LARGEST, side.get());
        size.setId("cell-side");
        size.getStyleClass().add("small");
        size.setBlockIncrement(16);
        size.setAccessibleText(messages.get("ui.set.size"));
        size.setTooltip(new Tooltip(messages.get("ui.set.size")));
        size.valueProperty().addListener((observable, before, now) -> side.set(Math.rint(now.doubleValue())));
        HBox sizes = new HBox(Icons.of(Feather.GRID), size, Icons.of(Feather.SQUARE));
        sizes.getStyleClass().add("opacity");
        sizes.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        add,
                        new Separator(Orientation.VERTICAL),
                        undo,
                        redo,
                        new Separator(Orientation.VERTICAL),
                        sizes,
                        Panes.gap(),
                        export(actions),
                        more(actions));
    }

    private MenuButton export(DatasetActions actions) {
        MenuItem table = new MenuItem(messages.get("ui.set.export.table"));
        table.setOnAction(event -> actions.exportTable(getScene().getWindow()));
        MenuItem folders = new MenuItem(messages.get("ui.set.export.folders"));
        folders.setOnAction(event -> actions.exportFolders(getScene().getWindow()));
        MenuButton export = new MenuButton(messages.get("ui.set.export"), Icons.of(Feather.SHARE));
        export.setId("export-set");
        export.getItems().addAll(table, folders);
        export.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !(model.stateProperty().get() instanceof SetState.Open)
                                || model.exports().progressProperty().get().task() != SetProgress.Task.NONE,
                        model.stateProperty(),
                        model.exports().progressProperty()));
        return export;
    }

    private MenuButton more(DatasetActions actions) {
        MenuItem csv = new MenuItem(messages.get("ui.set.add.table"));
        csv.setOnAction(event -> actions.addTable(getScene().getWindow()));
        MenuItem corrections = new MenuItem();
        corrections.setId("menu-corrections");
        corrections
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.get(
                                "ui.set.corrections",
                                model.corrections().countProperty().get()),
                        model.corrections().countProperty()));
        corrections.visibleProperty().bind(model.corrections().countProperty().greaterThan(0));
        corrections.setOnAction(event -> model.openCorrections());
        MenuItem reload = new MenuItem(messages.get("ui.set.reload"));
        reload.setOnAction(event -> model.opened().ifPresent(model::open));
        MenuItem remove = new MenuItem(messages.get("ui.set.remove"));
        remove.setOnAction(event -> model.opened().ifPresent(model::remove));
        MenuItem all = new MenuItem(messages.get("ui.set.select_all"));
        all.setAccelerator(new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN));
        all.setOnAction(event -> model.browse().selection().all());
        MenuButton menu = new MenuButton(null, Icons.of(Feather.MORE_HORIZONTAL));
        menu.setId("set-more");
        menu.getStyleClass().addAll("flat", "icon-menu");
        menu.setAccessibleText(messages.get("ui.action.more"));
        menu.setTooltip(new Tooltip(messages.get("ui.action.more")));
        menu.getItems().addAll(csv, corrections, reload, remove, all);
        return menu;
    }
}
