package io.crackscope.ui.training;

import io.crackscope.imaging.PhotoReader;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.TimeLeft;
import io.crackscope.ui.training.RunStatus.Phase;
import io.crackscope.work.JobRunner;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How the run that goes on stands: state, progress, speed, time left, memory, and the tiles it gets most wrong. */
final class RunPane extends ScrollPane {
    private static final long MEBI = 1 << 20;

    private final RunViewModel model;
    private final Messages messages;
    private final Label state = new Label();
    private final Label activity = new Label();
    private final ProgressBar epochProgress = new ProgressBar();
    private final ProgressBar stepProgress = new ProgressBar();
    private final Label epoch = new Label();
    private final Label step = new Label();
    private final Label speed = value("run-speed");
    private final Label left = value("run-left");
    private final Label memory = value("run-memory");
    private final Label skipped = new Label();

    RunPane(RunViewModel model, JobRunner runner, PhotoReader photos, Messages messages) {
        this.model = model;
        this.messages = messages;
        setId("run-pane");
        getStyleClass().addAll("plain-scroll", "run-pane");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        state.setId("run-state");
        state.getStyleClass().add("run-state");
        activity.getStyleClass().add("field-help");
        activity.setWrapText(true);
        activity.managedProperty().bind(activity.textProperty().isNotEmpty());
        epoch.setId("run-epoch");
        step.setId("run-step");
        for (Label label : List.of(epoch, step)) {
            label.getStyleClass().add("run-progress-words");
        }
        for (ProgressBar bar : List.of(epochProgress, stepProgress)) {
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add("small");
        }
        GridPane figures = new GridPane();
        figures.getStyleClass().add("run-figures");
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        figures.getColumnConstraints().addAll(new ColumnConstraints(), grow);
        row(figures, "ui.train.run.speed", speed);
        row(figures, "ui.train.run.left", left);
        row(figures, "ui.train.run.memory", memory);
        skipped.getStyleClass().add("field-problem");
        skipped.setId("run-skipped");
        skipped.setWrapText(true);
        skipped.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(
                state,
                activity,
                new VBox(4, epoch, epochProgress),
                new VBox(4, step, stepProgress),
                figures,
                skipped,
                new WorstTiles(model, runner, photos, messages));
        content.getStyleClass().add("run-content");
        setContent(content);
        model.statusProperty().addListener((observable, before, now) -> show(now));
        model.skippedProperty().addListener((observable, before, now) -> showSkipped(now));
        showSkipped(model.skippedProperty().get());
        show(model.statusProperty().get());
    }

    private void show(RunStatus now) {
        state.setText(messages.get("ui.train.phase." + now.phase().name().toLowerCase(Locale.ROOT)));
        boolean isTraining = now.activity() == LiveRun.Activity.TRAINING;
        activity.setText(
                now.phase() == Phase.IDLE || isTraining
                        ? ""
                        : messages.get(
                                "ui.train.activity." + now.activity().name().toLowerCase(Locale.ROOT),
                                now.done(),
                                now.total()));
        epoch.setText(now.epoch() == 0 ? "" : messages.get("ui.train.run.epoch", now.epoch(), now.epochs()));
        step.setText(isTraining && now.total() > 0 ? messages.get("ui.train.run.step", now.done(), now.total()) : "");
        double inEpoch = now.total() > 0 ? (double) now.done() / now.total() : 0;
        epochProgress.setProgress(
                now.epochs() > 0 && now.epoch() > 0
                        ? (now.epoch() - 1 + (isTraining ? inEpoch : 0)) / now.epochs()
                        : 0);
        boolean isUnknown = now.total() == 0 && now.phase() != Phase.IDLE && !isTraining;
        stepProgress.setProgress(isUnknown ? ProgressBar.INDETERMINATE_PROGRESS : inEpoch);
        speed.setText(
                now.imagesPerSecond() > 0
                        ? messages.get("ui.train.run.speed.value", Math.round(now.imagesPerSecond()))
                        : messages.get("ui.train.run.unknown"));
        left.setText(
                now.left() == null
                        ? messages.get("ui.train.run.unknown")
                        : messages.get("ui.train.run.left.value", TimeLeft.of(messages, now.left())));
        memory.setText(
                now.memory() > 0
                        ? messages.get("ui.train.run.memory.value", now.memory() / MEBI)
                        : messages.get("ui.train.run.unknown"));
    }

    private void showSkipped(List<String> files) {
        skipped.setText(files.isEmpty() ? "" : messages.get("ui.train.run.skipped", files.size(), files.getFirst()));
        skipped.setVisible(!files.isEmpty());
        skipped.setManaged(!files.isEmpty());
    }

    private void row(GridPane grid, String key, Label value) {
        Label name = new Label(messages.get(key));
        name.getStyleClass().add("fact-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), name, value);
    }

    private static Label value(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("run-value");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
