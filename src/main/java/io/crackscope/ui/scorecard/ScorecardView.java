package io.crackscope.ui.scorecard;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.EmptyState;
import io.crackscope.ui.common.SaveDialog;
import io.crackscope.ui.common.Shortcut;
import io.crackscope.work.JobRunner;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The second view of the Inspect tab: how the model's verdicts stand against what the photos show. */
public final class ScorecardView extends BorderPane {
    private final ScorecardViewModel model;
    private final ScoreWords words;
    private final Surroundings around;
    private final ScorecardExport export;
    private final MatrixPane matrix;
    private final FiguresPane figures;
    private final ChartsPane charts;
    private final Region body;
    private final Region busy;
    private final Region noPhotos;
    private final Region noTruth;
    private final Region otherModel;
    private boolean wantsFocus;
    private final StackPane content = new StackPane();

    /**
     * What the scorecard needs of the window around it.
     *
     * @param thumbnails of the photos of a cell
     * @param destination where chosen photos are shown
     * @param dialog asks where to write exports
     * @param back shows the photos again
     * @param openPhotos asks for photos, where there are none yet
     */
    public record Surroundings(
            Thumbnails thumbnails,
            PhotoDestination destination,
            SaveDialog dialog,
            Runnable back,
            Runnable openPhotos) {}

    /** Shows {@code model}; writes exports on the IO lane of {@code runner}. */
    public ScorecardView(ScorecardViewModel model, Surroundings around, JobRunner runner, Messages messages) {
        this.model = model;
        this.around = around;
        this.words = new ScoreWords(messages);
        ScorecardFiles files = new ScorecardFiles(runner);
        this.export = new ScorecardExport(
                model, files, around.dialog(), new ScorecardPicture(words, messages.locale()), words);
        this.matrix = new MatrixPane(words, model::choose);
        this.figures = new FiguresPane(words);
        this.charts = new ChartsPane(words, messages.locale());
        this.body = body();
        this.busy = busy();
        this.noPhotos = empty(Feather.GRID, "no_photos");
        this.noTruth = empty(Feather.HELP_CIRCLE, "no_truth");
        this.otherModel = empty(Feather.REFRESH_CW, "other_model");
        setId("scorecard");
        getStyleClass().add("scorecard");
        setTop(new VBox(
                new ScorecardToolBar(model, export, around.back(), words), new ScorecardMessages(files, words)));
        setCenter(content);
        model.standingProperty().addListener((observable, before, now) -> show(now));
        model.countingProperty()
                .addListener(change -> show(model.standingProperty().get()));
        model.lookedUpProperty()
                .addListener(change -> show(model.standingProperty().get()));
        model.ofOtherModelsProperty()
                .addListener(change -> show(model.standingProperty().get()));
        model.intervalsProperty().addListener((observable, before, now) -> figures.show(now));
        model.chosenProperty().addListener((observable, before, now) -> matrix.showChosen(now));
        model.thresholdsProperty()
                .addListener((observable, before, now) ->
                        charts.show(model.standingProperty().get(), now));
        show(model.standingProperty().get());
        figures.show(model.intervalsProperty().get());
    }

    /** The keys of this view. */
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.plain(words.get("ui.score.key"), around.back(), KeyCode.M),
                Shortcut.plain(words.get("ui.score.reset"), model::useModelThresholds, KeyCode.R),
                Shortcut.plain(words.get("ui.score.cheapest.key"), model::useCheapest, KeyCode.L),
                Shortcut.plain(words.get("ui.score.leave_out"), this::switchSeen, KeyCode.S),
                Shortcut.control(words.get("ui.score.export.table.key"), () -> export.table(getScene()), KeyCode.E),
                Shortcut.control(
                        words.get("ui.score.export.picture.key"),
                        () -> export.picture(getScene()),
                        KeyCode.E,
                        KeyCombination.SHIFT_DOWN));
    }

    /** Gives the matrix the focus, or whatever there is instead. */
    public void takeFocus() {
        wantsFocus = true;
        giveFocus();
    }

    private void switchSeen() {
        if (model.standingProperty().get().scores().basis().mixesSeenAndOthers()) {
            model.leaveOutSeenProperty().set(!model.leaveOutSeenProperty().get());
        }
    }

    private void show(Standing standing) {
        boolean isBehind =
                model.countingProperty().get() || model.lookedUpProperty().get() > 0;
        switch (standing.content()) {
            case NO_PHOTOS ->
                replace(isBehind ? busy : model.ofOtherModelsProperty().get() > 0 ? otherModel : noPhotos);
            case NO_TRUTH -> replace(isBehind ? busy : noTruth);
            case ONE_CLASS, FULL -> {
                matrix.show(standing);
                matrix.showChosen(model.chosenProperty().get());
                figures.show(standing);
                charts.show(standing, model.thresholdsProperty().get());
                replace(body);
            }
        }
    }

    private void replace(Region next) {
        if (!content.getChildren().equals(List.of(next))) {
            // what had the focus goes: it passes on to what comes
            wantsFocus |= content.isFocusWithin();
            content.getChildren().setAll(next);
            giveFocus();
        }
    }

    private void giveFocus() {
        Region front = (Region) content.getChildren().getFirst();
        if (!wantsFocus || front == busy) {
            return;
        }
        wantsFocus = false;
        // a scroll pane takes its content into the scene only with its skin
        content.applyCss();
        if (front == body) {
            matrix.focusCell();
        } else {
            front.lookup(".button").requestFocus();
        }
    }

    /** Nothing to show yet, and why: never an empty state that is wrong a moment later. */
    private Region busy() {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("small");
        Label what = new Label(words.get("ui.score.busy"));
        what.setId("score-busy");
        VBox box = new VBox(bar, what);
        box.getStyleClass().add("score-busy");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private EmptyState empty(Feather icon, String what) {
        boolean needsPhotos = what.equals("no_photos");
        Button next = new Button(words.get(needsPhotos ? "ui.action.open_photos" : "ui.score.empty.back"));
        next.setId("score-empty-next");
        next.getStyleClass().add("accent");
        next.setOnAction(event -> (needsPhotos ? around.openPhotos() : around.back()).run());
        return new EmptyState(
                icon,
                words.get("ui.score.empty." + what + ".title"),
                words.get("ui.score.empty." + what + ".text"),
                next);
    }

    private Region body() {
        PhotoStrip strip = new PhotoStrip(model, around.thumbnails(), around.destination(), words);
        VBox.setVgrow(matrix, Priority.ALWAYS);
        VBox left = new VBox(new ThresholdPane(model, words), matrix, strip);
        left.getStyleClass().add("score-left");
        left.setMinWidth(480);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox right = new VBox(figures, new CostPane(model, words), charts);
        right.getStyleClass().add("score-right");
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("score-columns");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.getStyleClass().add("score-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return new VBox(new CountsBar(model, words), scroll);
    }
}
