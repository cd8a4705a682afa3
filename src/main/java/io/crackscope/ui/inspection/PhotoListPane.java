package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Mark;
import io.crackscope.ui.common.MarkNode;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of photos with the count of each verdict above it. */
final class PhotoListPane extends VBox {
    private static final double ROW_HEIGHT = 72;

    private final InspectionViewModel model;
    private final Messages messages;
    private final ListView<PhotoRow> list = new ListView<>();
    private final Label count = new Label();
    private final HBox tally = new HBox();

    PhotoListPane(InspectionViewModel model, PhotoPictures<Image> pictures, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("photo-list-pane");
        setMinWidth(200);
        PhotoWords words = new PhotoWords(messages);
        list.setId("photo-list");
        list.getStyleClass().add("photo-list");
        list.setItems(model.rows());
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new PhotoCell(pictures, words));
        list.setAccessibleText(messages.get("ui.list.accessible"));
        list.setContextMenu(contextMenu());
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.select(now);
            }
        });
        model.selectedProperty().addListener((observable, before, now) -> follow(now));
        follow(model.selectedProperty().get());

        count.getStyleClass().add("pane-title");
        tally.getStyleClass().add("tally");
        tally.setAlignment(Pos.CENTER_RIGHT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(count, gap, tally);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        model.tallyProperty().addListener((observable, before, now) -> showTally(now));
        showTally(model.tallyProperty().get());
        getChildren().addAll(header, list);
    }

    private void follow(@Nullable PhotoRow selected) {
        if (selected == null) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedItem() != selected) {
            int index = model.rows().indexOf(selected);
            list.getSelectionModel().clearAndSelect(index);
            list.getFocusModel().focus(index);
            // Also moves the list where the keyboard walked out of sight.
            list.scrollTo(Math.max(0, index - 2));
        }
    }

    private void showTally(Tally counts) {
        count.setText(messages.get("ui.list.count", counts.photos()));
        tally.getChildren().clear();
        chip(Mark.CRACK, counts.crack(), "ui.verdict.crack");
        chip(Mark.UNCERTAIN, counts.uncertain(), "ui.verdict.uncertain");
        chip(Mark.NO_CRACK, counts.noCrack(), "ui.verdict.no_crack");
        chip(Mark.REFUSED, counts.refused(), "ui.state.refused");
    }

    private void chip(Mark mark, int photos, String key) {
        if (photos > 0) {
            Label chip = new Label(Integer.toString(photos), new MarkNode(mark, 10));
            chip.getStyleClass().add("tally-chip");
            chip.setMinWidth(USE_PREF_SIZE);
            chip.setTooltip(new Tooltip(messages.get(key) + ": " + photos));
            tally.getChildren().add(chip);
        }
    }

    private ContextMenu contextMenu() {
        MenuItem remove = new MenuItem(messages.get("ui.action.remove"));
        remove.setOnAction(event -> model.removeSelected());
        remove.disableProperty().bind(model.canRemoveProperty().not());
        return new ContextMenu(remove);
    }
}
