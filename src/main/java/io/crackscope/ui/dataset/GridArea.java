package io.crackscope.ui.dataset;

import io.crackscope.dataset.Part;
import io.crackscope.domain.Label;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.EmptyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The grid with what is shown above and in front of it, and below it how many images there are and what goes on behind. */
final class GridArea extends VBox {
    private final DatasetViewModel model;
    private final Messages messages;
    private final ImageGrid grid;
    private final javafx.scene.control.Label counts = new javafx.scene.control.Label();
    private final StackPane nothing = new StackPane();
    private final StackPane images;

    GridArea(DatasetViewModel model, ImageGrid grid, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.grid = grid;
        getStyleClass().add("grid-area");
        grid.setAccessibleText(messages.get("ui.set.grid"));
        grid.setOnContextMenuRequested(event -> menu().show(grid, event.getScreenX(), event.getScreenY()));
        EmptyState none = new EmptyState(
                Feather.FILTER, messages.get("ui.set.nothing.title"), messages.get("ui.set.nothing"), showAll());
        nothing.getChildren().add(none);
        images = new StackPane(grid, nothing);
        VBox.setVgrow(images, Priority.ALWAYS);
        counts.setId("set-counts");
        counts.setMinWidth(0);
        VBox work = new VBox(
                new WorkLine("set", model.progressProperty(), model::cancel, messages),
                new WorkLine("export", model.exports().progressProperty(), model.exports()::cancel, messages));
        work.setAlignment(Pos.CENTER_RIGHT);
        HBox foot = new HBox(counts, Panes.gap(), work);
        foot.getStyleClass().add("grid-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new BrowseBar(model.browse(), messages), images, foot);
        model.browse().shownProperty().addListener((observable, before, now) -> {
            grid.show(now);
            count();
        });
        model.browse().selection().countProperty().addListener(change -> count());
        model.browse().numbersProperty().addListener(change -> grid.refresh());
        model.edits().revisionProperty().addListener(change -> {
            grid.refresh();
            count();
        });
        model.stateProperty().addListener(change -> count());
        grid.show(model.browse().shownProperty().get());
        count();
    }

    /** The images, in front of which something can be laid. */
    StackPane images() {
        return images;
    }

    private Button showAll() {
        Button all = Panes.button("nothing-show-all", messages.get("ui.set.show_all"));
        all.setOnAction(event -> model.browse().showAll());
        return all;
    }

    private void count() {
        int shown = model.browse().shownProperty().get().length;
        int all = model.table().map(table -> table.size()).orElse(0);
        int selected = model.browse().selection().countProperty().get();
        List<String> parts = new ArrayList<>();
        parts.add(shown == all ? messages.get("ui.set.count", all) : messages.get("ui.set.count.some", shown, all));
        if (selected > 0) {
            parts.add(messages.get("ui.set.selected", selected));
        }
        int changed = model.browse().changed();
        if (changed > 0) {
            parts.add(messages.get("ui.set.changed", changed));
        }
        counts.setText(String.join("  \u00B7  ", parts));
        nothing.setVisible(shown == 0);
        grid.setVisible(shown > 0);
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item("ui.set.menu.crack", KeyCode.C, () -> model.edits().label(Label.CRACK)),
                        item(
                                "ui.set.menu.no_crack",
                                KeyCode.N,
                                () -> model.edits().label(Label.NO_CRACK)),
                        item("ui.set.exclude", KeyCode.X, () -> model.edits().toggleExcluded()),
                        new SeparatorMenuItem(),
                        part("ui.set.assign.train", KeyCode.DIGIT1, Optional.of(Part.TRAIN)),
                        part("ui.set.assign.validation", KeyCode.DIGIT2, Optional.of(Part.VALIDATION)),
                        part("ui.set.assign.test", KeyCode.DIGIT3, Optional.of(Part.TEST)),
                        part("ui.set.assign.none", KeyCode.DIGIT0, Optional.empty()),
                        new SeparatorMenuItem(),
                        group());
        return menu;
    }

    private MenuItem group() {
        MenuItem item = new MenuItem(messages.get("ui.set.menu.group"));
        int place = model.browse().selection().leadProperty().get();
        int[] shown = model.browse().shownProperty().get();
        Optional<String> group = place < 0 || place >= shown.length
                ? Optional.empty()
                : model.table().flatMap(table -> table.group(shown[place]));
        item.setDisable(group.isEmpty());
        item.setOnAction(event -> model.browse().group(group));
        return item;
    }

    private MenuItem part(String key, KeyCode code, Optional<Part> part) {
        return item(key, code, () -> model.edits().assign(part));
    }

    private MenuItem item(String key, KeyCode code, Runnable action) {
        MenuItem item = new MenuItem(messages.get(key));
        item.setAccelerator(new KeyCodeCombination(code));
        item.setOnAction(event -> action.run());
        item.setDisable(!model.edits().canEditProperty().get());
        return item;
    }
}
