package io.crackscope.ui.dataset;

import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.Part;
import io.crackscope.domain.Label;
import io.crackscope.imaging.PhotoFiles.RefusedPath;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.EmptyState;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.ui.common.PictureImages;
import io.crackscope.ui.common.Shortcut;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Dataset tab: data sets and facets, the grid, and the image, checks or split beside it. */
public final class DatasetView extends StackPane {
    private final DatasetViewModel model;
    private final DatasetActions actions;
    private final Messages messages;
    private final ImageGrid grid;
    private final PreviewOverlay preview;
    private final SidePane side;
    private final GridArea area;
    private final DatasetBars bars;
    private final StackPane whole;

    /** Shows {@code model}; hands splits to {@code taker}. */
    public DatasetView(
            DatasetViewModel model, DatasetServices services, Settings settings, SplitTaker taker, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.actions = new DatasetActions(model, settings, messages);
        setId("dataset-view");
        Thumbnails<javafx.scene.image.Image> thumbnails =
                new Thumbnails<>(services.runner(), services.reader(), services.cache(), PictureImages::of);
        ImageWords words = new ImageWords(messages);
        this.preview = new PreviewOverlay(
                model, new PreviewPictures(services.runner(), services.reader()), messages, this::focusGrid);
        this.grid = new ImageGrid(
                model.browse().selection(),
                () -> new GridCell(this::table, thumbnails, words),
                model::scrolling,
                place -> preview.toggle());
        this.side = new SidePane(model, services, actions, taker, messages);
        VBox left = new VBox(
                new LibraryPane(model, actions, messages), Panes.scrolling(new FacetPane(model.browse(), messages)));
        left.getStyleClass().add("set-left");
        this.area = new GridArea(model, grid, messages);
        this.bars = new DatasetBars(model, messages);
        SplitPane images = split(0.7, area, side);
        StackPane other = new StackPane();
        other.getStyleClass().add("set-other");
        StackPane empty = new StackPane(empty());
        empty.getStyleClass().add("set-other");
        this.whole = new StackPane(split(0.19, left, new StackPane(images, other)), empty);
        BorderPane work = new BorderPane(whole);
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(side, false);
        Node tools = new DatasetToolBar(model, actions, grid.cellSideProperty(), messages);
        work.setTop(tools);
        getChildren().addAll(work, preview);
        model.stateProperty().addListener((observable, before, now) -> show(now, tools, empty, other));
        show(model.stateProperty().get(), tools, empty, other);
    }

    private static SplitPane split(double divider, Node... parts) {
        SplitPane split = new SplitPane(parts);
        split.getStyleClass().add("work-area");
        split.setDividerPositions(divider);
        return split;
    }

    private @Nullable ImageTable table() {
        return model.table().orElse(null);
    }

    private void focusGrid() {
        grid.requestFocus();
    }

    private void show(SetState state, Node tools, StackPane empty, StackPane other) {
        Panes.showIf(tools, !(state instanceof SetState.None));
        empty.setVisible(state instanceof SetState.None);
        boolean isOpen = state instanceof SetState.Open;
        other.setVisible(!isOpen);
        if (!isOpen) {
            preview.setVisible(false);
        }
        StackPane place = isOpen ? area.images() : whole;
        if (bars.getParent() != place) {
            place.getChildren().add(bars);
        }
        other.getChildren()
                .setAll(
                        switch (state) {
                            case SetState.None none -> List.<Node>of();
                            case SetState.Open open -> List.<Node>of();
                            case SetState.Listing(DataSource source) -> List.of(listing(source));
                            case SetState.Failed(DataSource source, Throwable failure) ->
                                List.of(failed(source, FailureWords.of(failure, messages)));
                            case SetState.Refused(DataSource source, RefusedPath path) ->
                                List.of(failed(source, path.path() + ": " + messages.refusal(path.refusal())));
                        });
    }

    private EmptyState empty() {
        Button add = Panes.button("empty-add", messages.get("ui.set.add"));
        add.getStyleClass().add("accent");
        add.setOnAction(event -> actions.addFolder(getScene().getWindow()));
        EmptyState empty = new EmptyState(
                Feather.GRID,
                messages.get("ui.set.empty.title"),
                messages.get("ui.set.empty"),
                add,
                new CorrectionsButton("empty-corrections", "ui.set.corrections", model, messages));
        empty.getStyleClass().add("drop-zone");
        return empty;
    }

    private Node listing(DataSource source) {
        ProgressIndicator busy = new ProgressIndicator();
        VBox box = new VBox(busy, new javafx.scene.control.Label(messages.get("ui.set.listing", source.name())));
        box.getStyleClass().add("set-listing");
        return box;
    }

    private EmptyState failed(DataSource source, String problem) {
        Button again = Panes.button("open-again", messages.get("ui.banner.retry"));
        again.setOnAction(event -> model.open(source));
        Button remove = Panes.button("failed-remove", messages.get("ui.set.remove"));
        remove.setOnAction(event -> model.remove(source));
        HBox ways = new HBox(again, remove);
        ways.getStyleClass().add("failed-ways");
        return new EmptyState(Feather.ALERT_TRIANGLE, messages.get("ui.set.failed", source.name()), problem, ways);
    }

    /** The tab comes to the front. */
    public void opened() {
        model.prepare();
    }

    /** Takes what was dropped as data sets. */
    public void drop(List<Path> paths) {
        model.add(paths);
    }

    /** The keys of this tab. */
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.control(
                        messages.get("ui.set.add"),
                        () -> actions.addFolder(getScene().getWindow()),
                        KeyCode.O),
                Shortcut.plain(
                        messages.get("ui.set.key.crack"), () -> model.edits().label(Label.CRACK), KeyCode.C),
                Shortcut.plain(
                        messages.get("ui.set.key.no_crack"), () -> model.edits().label(Label.NO_CRACK), KeyCode.N),
                Shortcut.plain(
                        messages.get("ui.set.key.exclude"), () -> model.edits().toggleExcluded(), KeyCode.X),
                assign("ui.set.assign.train", Optional.of(Part.TRAIN), KeyCode.DIGIT1, KeyCode.NUMPAD1),
                assign("ui.set.assign.validation", Optional.of(Part.VALIDATION), KeyCode.DIGIT2, KeyCode.NUMPAD2),
                assign("ui.set.assign.test", Optional.of(Part.TEST), KeyCode.DIGIT3, KeyCode.NUMPAD3),
                assign("ui.set.assign.none", Optional.empty(), KeyCode.DIGIT0, KeyCode.NUMPAD0),
                Shortcut.plain(messages.get("ui.set.key.preview"), preview::toggle, KeyCode.SPACE),
                Shortcut.control(
                        messages.get("ui.set.undo"), () -> model.edits().undo(), KeyCode.Z),
                Shortcut.control(
                        messages.get("ui.set.redo"), () -> model.edits().redo(), KeyCode.Z, KeyCombination.SHIFT_DOWN),
                Shortcut.plain(
                        messages.get("ui.set.refresh"), () -> model.browse().refresh(), KeyCode.F5));
    }

    private Shortcut assign(String key, Optional<Part> part, KeyCode... codes) {
        return Shortcut.plain(messages.get(key), () -> model.edits().assign(part), codes);
    }
}
