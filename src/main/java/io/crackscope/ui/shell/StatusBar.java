package io.crackscope.ui.shell;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The line at the foot: the running job and how to stop it, and the model in use. */
final class StatusBar extends HBox {
    StatusBar(ShellViewModel model, Messages messages, Runnable openModel) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        ProgressBar progress = new ProgressBar();
        progress.getStyleClass().add("small");
        progress.progressProperty().bind(model.shareProperty());
        Button cancel = new Button(messages.get("ui.status.cancel"));
        cancel.setId("cancel-job");
        cancel.getStyleClass().addAll("flat", "status-button");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setTooltip(new Tooltip(messages.get("ui.status.cancel.tip")));
        cancel.setOnAction(event -> model.cancel());
        for (Region shownWhileRunning : new Region[] {progress, cancel}) {
            shownWhileRunning.visibleProperty().bind(model.canCancelProperty());
            shownWhileRunning.managedProperty().bind(model.canCancelProperty());
        }
        Button pause = new Button();
        pause.setId("pause-job");
        pause.getStyleClass().addAll("flat", "status-button");
        pause.setMinWidth(USE_PREF_SIZE);
        pause.textProperty()
                .bind(model.isPausedProperty()
                        .map(isPaused -> messages.get(isPaused ? "ui.status.go_on" : "ui.status.pause")));
        Tooltip pauseTip = new Tooltip();
        pauseTip.textProperty()
                .bind(model.isPausedProperty()
                        .map(isPaused -> messages.get(isPaused ? "ui.status.pause.go_on.tip" : "ui.status.pause.tip")));
        pause.setTooltip(pauseTip);
        pause.setOnAction(event -> model.pauseOrGoOn());
        pause.visibleProperty().bind(model.canPauseProperty());
        pause.managedProperty().bind(pause.visibleProperty());
        Button goOn = new Button(messages.get("ui.status.go_on"));
        goOn.setId("go-on");
        goOn.getStyleClass().addAll("flat", "status-button");
        goOn.setMinWidth(USE_PREF_SIZE);
        goOn.setTooltip(new Tooltip(messages.get("ui.status.go_on.tip")));
        goOn.setOnAction(event -> model.goOn());
        goOn.visibleProperty()
                .bind(model.canGoOnProperty().and(model.canCancelProperty().not()));
        goOn.managedProperty().bind(goOn.visibleProperty());
        Label status = new Label();
        status.setId("status");
        status.textProperty().bind(model.statusProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button modelInUse = new Button();
        modelInUse.setId("model-in-use");
        modelInUse.getStyleClass().addAll("flat", "status-button", "status-model");
        modelInUse.setTooltip(new Tooltip(messages.get("ui.model.tip")));
        modelInUse.setOnAction(event -> openModel.run());
        modelInUse.setGraphic(Icons.of(Feather.CPU));
        modelInUse.setMinWidth(USE_PREF_SIZE);
        modelInUse.textProperty().bind(model.modelProperty());
        getChildren().addAll(progress, status, pause, cancel, goOn, gap, modelInUse);
    }
}
