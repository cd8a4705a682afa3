package io.crackscope.ui.training;

import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.EmptyState;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.Shortcut;
import io.crackscope.ui.training.HistoryViewModel.Shown;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Train tab: plan at the left, charts in the middle, the run at the right, history and models below. */
public final class TrainingView extends VBox {
    /** What lies below the charts. */
    private enum Shelf {
        RUNS,
        MODELS
    }

    private final TrainingViewModel model;
    private final TrainingFiles files;
    private final Messages messages;
    private final ChartsPane charts;
    private final PreviewPane preview;
    private final EmptyState empty;
    private final RunPane live;
    private final RunFactsPane facts;
    private final ComparePane compare;
    private final Columns columns;
    private boolean isLive;

    /** The tab of {@code model}. */
    public TrainingView(TrainingViewModel model, TrainingTools tools, Settings settings, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.files = new TrainingFiles(settings, messages);
        setId("training-view");
        ChartExport export = new ChartExport(tools.runner(), messages);
        charts = new ChartsPane(export, files, messages);
        preview = new PreviewPane(model, messages);
        empty = emptyState();
        live = new RunPane(model.run(), tools.runner(), tools.photos(), messages);
        facts = new RunFactsPane(model, files, messages);
        compare = new ComparePane(messages);
        columns = new Columns(new PlanPane(model, files, messages), settings);
        SplitPane rows = new SplitPane(columns, shelf());
        rows.setOrientation(Orientation.VERTICAL);
        rows.getStyleClass().add("work-area");
        rows.setDividerPositions(0.73);
        VBox.setVgrow(rows, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(new TrainingToolBar(model, messages), new TrainingBars(model, export, messages), rows);
        model.run().runningProperty().addListener(change -> show());
        model.settlingProperty().addListener(change -> show());
        model.run().changesProperty().addListener(change -> grow());
        model.history().shownProperty().addListener(change -> show());
        model.history().chosenProperty().addListener(change -> show());
        model.data().stateProperty().addListener(change -> show());
        model.data().stateProperty().addListener(change -> model.refreshPreview());
        model.plan().planProperty().addListener(change -> model.refreshPreview());
        sceneProperty().addListener(new ChangeListener<Scene>() {
            @Override
            public void changed(ObservableValue<? extends Scene> scene, @Nullable Scene before, @Nullable Scene now) {
                sceneProperty().removeListener(this);
                FirstDrawing.prepare(tools.runner(), messages);
            }
        });
        show();
    }

    /** The keys of the tab. */
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.control(messages.get("ui.train.key.start"), model::start, KeyCode.ENTER),
                Shortcut.plain(messages.get("ui.train.key.pause"), this::pauseOrProceed, KeyCode.F8),
                Shortcut.plain(messages.get("ui.train.key.reload"), model::reload, KeyCode.F5));
    }

    private void pauseOrProceed() {
        if (model.run().statusProperty().get().phase() == RunStatus.Phase.PAUSED) {
            model.run().proceed();
        } else {
            model.run().pause();
        }
    }

    private EmptyState emptyState() {
        Button add = new Button(messages.get("ui.train.empty.add"), Icons.of(Feather.FOLDER_PLUS));
        add.setId("empty-add-data");
        add.getStyleClass().add("accent");
        add.setOnAction(
                event -> files.dataFolder(getScene().getWindow()).ifPresent(path -> model.addData(List.of(path))));
        return new EmptyState(Feather.ACTIVITY, messages.get("ui.train.title"), messages.get("ui.train.text"), add);
    }

    private Node shelf() {
        ObjectProperty<Shelf> chosen = new SimpleObjectProperty<>(Shelf.RUNS);
        HistoryPane runs = new HistoryPane(model.history(), messages);
        ModelsPane models = new ModelsPane(model.models(), files, messages);
        HBox header = new HBox(Choices.buttons(
                "shelf",
                List.of(Shelf.values()),
                chosen,
                of -> messages.get(of == Shelf.RUNS ? "ui.train.history" : "ui.train.models")));
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        BorderPane shelf = new BorderPane(runs, header, null, null, null);
        shelf.getStyleClass().add("shelf");
        shelf.setMinHeight(96);
        chosen.addListener((observable, before, now) -> shelf.setCenter(now == Shelf.RUNS ? runs : models));
        return shelf;
    }

    /** One thing is in the middle: the run that goes on, chosen runs, or what the plan would do. */
    private void show() {
        Shown shown = model.history().shownProperty().get();
        isLive = model.showsLiveRun();
        if (isLive) {
            charts.show(List.of(model.run().curve()));
            columns.place(charts, live);
        } else if (!shown.runs().isEmpty()) {
            charts.show(shown.curves());
            if (shown.runs().size() == 1) {
                facts.show(shown.runs().getFirst());
                columns.place(charts, facts);
            } else {
                compare.show(shown);
                columns.place(charts, compare);
            }
        } else if (model.data().stateProperty().get() instanceof DataForm.State.Empty) {
            columns.place(empty, null);
        } else {
            columns.place(preview, null);
        }
    }

    private void grow() {
        if (isLive) {
            charts.refresh();
        }
    }
}
