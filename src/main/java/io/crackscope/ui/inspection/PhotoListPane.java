package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Mark;
import io.crackscope.ui.common.MarkNode;
import io.crackscope.ui.inspection.ListQuery.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
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
    private static final Map<Kind, String> WORDS = Map.of(
            Kind.CRACK, "verdict.crack",
            Kind.UNCERTAIN, "verdict.uncertain",
            Kind.NO_CRACK, "verdict.no_crack",
            Kind.OTHER, "ui.state.refused");

    private final InspectionViewModel model;
    private final Messages messages;
    private final ListView<PhotoRow> list = new ListView<>();
    private final Label count = new Label();
    private final HBox tally = new HBox();
    private final Map<Kind, ToggleButton> chips = new EnumMap<>(Kind.class);
    private final ListFilterBar filter;
    private boolean isFollowing;

    PhotoListPane(InspectionViewModel model, PhotoPictures<Image> pictures, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("photo-list-pane");
        setMinWidth(200);
        PhotoWords words = new PhotoWords(messages);
        list.setId("photo-list");
        list.getStyleClass().add("photo-list");
        list.setItems(model.shownRows());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(nothingShown());
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new PhotoCell(pictures, words));
        list.setAccessibleText(messages.get("ui.list.accessible"));
        list.setContextMenu(contextMenu());
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null && !isFollowing) {
                model.select(now);
            }
        });
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<PhotoRow>) change ->
                model.review().choose(List.copyOf(list.getSelectionModel().getSelectedItems())));
        model.shownRows().addListener((ListChangeListener<PhotoRow>)
                change -> follow(model.selectedProperty().get()));
        model.selectedProperty().addListener((observable, before, now) -> follow(now));
        follow(model.selectedProperty().get());

        count.getStyleClass().add("pane-title");
        tally.getStyleClass().add("tally");
        tally.getChildren()
                .addAll(
                        chip(Kind.CRACK, Mark.CRACK),
                        chip(Kind.UNCERTAIN, Mark.UNCERTAIN),
                        chip(Kind.NO_CRACK, Mark.NO_CRACK),
                        chip(Kind.OTHER, Mark.REFUSED));
        tally.setAlignment(Pos.CENTER_RIGHT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(count, gap, tally);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        model.tallyProperty().addListener((observable, before, now) -> showTally(now));
        model.queryProperty()
                .addListener(change -> showTally(model.tallyProperty().get()));
        showTally(model.tallyProperty().get());
        filter = new ListFilterBar(model, messages);
        getChildren().addAll(header, filter, list);
    }

    private void follow(@Nullable PhotoRow selected) {
        if (selected == null) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedItem() != selected) {
            int index = model.shownRows().indexOf(selected);
            if (index < 0) {
                return;
            }
            isFollowing = true;
            list.getSelectionModel().clearAndSelect(index);
            isFollowing = false;
            list.getFocusModel().focus(index);
            // Also moves the list where the keyboard walked out of sight.
            list.scrollTo(Math.max(0, index - 2));
        }
    }

    private void showTally(Tally counts) {
        count.setText(messages.get("ui.list.count", counts.photos()));
        show(Kind.CRACK, counts.crack());
        show(Kind.UNCERTAIN, counts.uncertain());
        show(Kind.NO_CRACK, counts.noCrack());
        show(Kind.OTHER, counts.refused());
    }

    private void show(Kind kind, int photos) {
        ToggleButton chip = chips.get(kind);
        chip.setVisible(photos > 0);
        chip.setManaged(photos > 0);
        chip.setSelected(model.queryProperty().get().kinds().contains(kind));
        chip.setText(Integer.toString(photos));
        String words = messages.get("ui.list.chip", messages.get(WORDS.get(kind)), photos);
        chip.setAccessibleText(words);
        chip.getTooltip().setText(words);
    }

    /** A count that shows only its photos when it is pressed. It stays when the count changes, and keeps the keyboard. */
    private ToggleButton chip(Kind kind, Mark mark) {
        ToggleButton chip = new ToggleButton(null, new MarkNode(mark, 10));
        chip.setId("chip-" + kind.name().toLowerCase(Locale.ROOT));
        chip.getStyleClass().add("tally-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setTooltip(new Tooltip());
        chip.setOnAction(event -> model.query(model.queryProperty().get().toggled(kind)));
        chips.put(kind, chip);
        return chip;
    }

    private Label nothingShown() {
        Label words = new Label(messages.get("ui.filter.nothing"));
        words.getStyleClass().add("findings-note");
        words.setWrapText(true);
        return words;
    }

    /** Puts the keyboard into the field that filters by name. */
    void search() {
        filter.search();
    }

    private ContextMenu contextMenu() {
        MenuItem again = new MenuItem(messages.get("ui.action.again"));
        again.setOnAction(event -> model.inspectAgain());
        again.disableProperty().bind(model.canRemoveProperty().not());
        MenuItem takeBack = new MenuItem(messages.get("ui.review.take_back"));
        takeBack.setOnAction(event -> model.review().takeBack());
        takeBack.disableProperty().bind(model.review().canReviewProperty().not());
        MenuItem remove = new MenuItem(messages.get("ui.action.remove"));
        remove.setOnAction(event -> model.removeSelected());
        remove.disableProperty().bind(model.canRemoveProperty().not());
        return new ContextMenu(again, takeBack, remove);
    }
}
