package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.training.RunStatus.Phase;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The Train tab's tool bar: train and how long it takes, pause, stop; the history. */
final class TrainingToolBar extends HBox {
    private final Messages messages;

    TrainingToolBar(TrainingViewModel model, Messages messages) {
        this.messages = messages;
        getStyleClass().add("tool-bar-row");
        setAlignment(Pos.CENTER_LEFT);
        RunViewModel run = model.run();
        BooleanBinding isPaused = phase(run, Phase.PAUSED);
        BooleanBinding isWorking = phase(run, Phase.WORKING);

        Button start = button("train-start", Feather.PLAY, "ui.train.start", "ui.train.start.tip");
        start.getStyleClass().add("accent");
        start.setOnAction(event -> model.start());
        start.disableProperty().bind(model.canStartProperty().not());
        Button pause = button("train-pause", Feather.PAUSE, "ui.train.pause", "ui.train.pause.tip");
        pause.setOnAction(event -> run.pause());
        Button proceed = button("train-proceed", Feather.PLAY, "ui.train.proceed", "ui.train.proceed.tip");
        proceed.setOnAction(event -> run.proceed());
        Button stop = button("train-stop", Feather.SQUARE, "ui.train.stop", "ui.train.stop.tip");
        stop.setOnAction(event -> run.stop());
        pause.disableProperty().bind(isWorking.not());
        stop.disableProperty().bind(isWorking.or(isPaused).not());
        only(start, run.runningProperty().not());
        only(pause, isPaused.not().and(run.runningProperty()));
        only(proceed, isPaused);
        only(stop, Bindings.createBooleanBinding(() -> run.runningProperty().get(), run.runningProperty()));

        Label estimate = new Label();
        estimate.setId("estimate");
        estimate.getStyleClass().add("field-help");
        estimate.textProperty().bind(model.estimate().wordsProperty());
        only(estimate, run.runningProperty().not());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button remove =
                button("history-delete", Feather.TRASH_2, "ui.train.history.delete", "ui.train.history.delete.tip");
        remove.setOnAction(event -> model.history().deleteChosen());
        remove.disableProperty().bind(model.history().canDeleteProperty().not());
        getChildren().addAll(start, pause, proceed, stop, estimate, gap, remove);
    }

    private static BooleanBinding phase(RunViewModel run, Phase phase) {
        return Bindings.createBooleanBinding(() -> run.statusProperty().get().phase() == phase, run.statusProperty());
    }

    private static void only(Region node, javafx.beans.value.ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private Button button(String id, Feather icon, String key, String tipKey) {
        Button button = new Button(messages.get(key), Icons.of(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(messages.get(tipKey)));
        return button;
    }
}
