package io.crackscope.ui.dataset;

import io.crackscope.dataset.DataSource;
import io.crackscope.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The data sets of the library; the one chosen is open. */
final class LibraryPane extends VBox {
    private static final double ROW = 32;
    private static final int MOST_ROWS = 5;

    private final DatasetViewModel model;
    private final ListView<DataSource> list = new ListView<>();
    private boolean following;

    LibraryPane(DatasetViewModel model, DatasetActions actions, Messages messages) {
        this.model = model;
        getStyleClass().add("library-pane");
        Label title = new Label(messages.get("ui.set.library"));
        title.getStyleClass().add("pane-title");
        Button add = Panes.iconButton("add-set", Feather.PLUS, messages.get("ui.set.add.tip"));
        add.setOnAction(event -> actions.addFolder(getScene().getWindow()));
        HBox header = new HBox(title, Panes.gap(), add);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);

        list.setId("library");
        list.getStyleClass().add("photo-list");
        list.setItems(model.sources());
        list.setFixedCellSize(ROW);
        list.setAccessibleText(messages.get("ui.set.library"));
        list.setCellFactory(view -> new SourceCell(messages));
        list.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null && !following && !now.equals(model.opened().orElse(null))) {
                model.open(now);
            }
        });
        model.sources().addListener((javafx.collections.ListChangeListener<DataSource>) change -> size());
        model.stateProperty().addListener(change -> follow());
        size();
        follow();
        CorrectionsButton corrections =
                new CorrectionsButton("library-corrections", "ui.set.corrections.short", model, messages);
        corrections.getStyleClass().addAll("flat", "library-corrections");
        corrections.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(header, list, corrections);
    }

    private void size() {
        double height = ROW * Math.clamp(model.sources().size(), 1, MOST_ROWS) + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
    }

    private void follow() {
        following = true;
        model.opened().ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        following = false;
    }

    private final class SourceCell extends ListCell<DataSource> {
        private final Messages messages;

        SourceCell(Messages messages) {
            this.messages = messages;
            getStyleClass().add("photo-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable DataSource source, boolean empty) {
            super.updateItem(source, empty);
            if (empty || source == null) {
                setText(null);
                setTooltip(null);
                setContextMenu(null);
                return;
            }
            setText(
                    source.equals(model.corrections().source())
                            ? messages.get("ui.set.corrections.name")
                            : source.name());
            setTooltip(new Tooltip(source.place().toString()));
            MenuItem remove = new MenuItem(messages.get("ui.set.remove"));
            remove.setOnAction(event -> model.remove(source));
            MenuItem again = new MenuItem(messages.get("ui.set.reload"));
            again.setOnAction(event -> model.open(source));
            setContextMenu(new ContextMenu(again, remove));
        }
    }
}
