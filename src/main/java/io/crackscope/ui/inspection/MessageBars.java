package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.ui.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Bars above the photos: the engine cannot be used, or the list has something to say. Never a dialog. */
final class MessageBars extends VBox {
    private final InspectionViewModel model;
    private final Messages messages;
    private final HBox problem;
    private final Label problemText = text("");
    private final HBox notice;
    private final Label noticeText = text("");
    private final Button undo;

    MessageBars(InspectionViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        Label title = text(messages.get("ui.banner.engine"));
        title.getStyleClass().add("banner-title");
        VBox words = new VBox(title, problemText);
        words.getStyleClass().add("banner-words");
        problemText.setId("engine-problem");
        Button retry = new Button(messages.get("ui.banner.retry"));
        retry.setId("engine-retry");
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setOnAction(event -> model.retry());
        problem = bar("banner-danger", Feather.ALERT_TRIANGLE, words, retry);

        undo = new Button(messages.get("ui.notice.undo"));
        undo.setId("undo-remove");
        undo.getStyleClass().add("flat");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(event -> model.undo());
        Button dismiss = dismiss(messages, model::dismissNotice);
        notice = bar("banner-info", Feather.INFO, noticeText, undo, dismiss);

        notice.setId("notice");

        getChildren().addAll(problem, new ProjectBars(model, messages), notice);
        model.engineProperty().addListener((observable, before, now) -> showProblem(now));
        model.noticeProperty().addListener((observable, before, now) -> showNotice(now));
        showProblem(model.engineProperty().get());
        showNotice(model.noticeProperty().get());
    }

    private void showProblem(EngineState state) {
        boolean isBroken = state instanceof EngineState.Broken;
        if (state instanceof EngineState.Broken(Throwable failure)) {
            problemText.setText(FailureWords.of(failure, messages));
        }
        problem.setVisible(isBroken);
        problem.setManaged(isBroken);
    }

    private void showNotice(Notice now) {
        noticeText.setText(
                switch (now) {
                    case Notice.None none -> "";
                    case Notice.Removed(int photos) -> messages.get("ui.notice.removed", photos);
                    case Notice.Found(int found, int missing) -> messages.get("ui.notice.found", found, missing);
                    case Notice.Sent(int tiles, int photos, var folder) ->
                        messages.get("ui.notice.sent", tiles, photos, folder);
                    case Notice.NotSent(Throwable failure) ->
                        messages.get("ui.notice.not_sent", FailureWords.of(failure, messages));
                    case Notice.AlreadyListed(int photos) -> messages.get("ui.notice.listed", photos);
                    case Notice.NoPhotosIn(var folder) -> messages.get("ui.notice.no_photos", folder);
                });
        boolean canUndo = now instanceof Notice.Removed;
        undo.setVisible(canUndo);
        undo.setManaged(canUndo);
        boolean isThere = !(now instanceof Notice.None);
        notice.setVisible(isThere);
        notice.setManaged(isThere);
    }

    static HBox bar(String styleClass, Feather icon, Node words, Node... actions) {
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox bar = new HBox(Icons.of(icon), words);
        bar.getStyleClass().addAll("banner", styleClass);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getChildren().addAll(actions);
        return bar;
    }

    static Button dismiss(Messages messages, Runnable action) {
        Button dismiss = new Button(null, Icons.of(Feather.X));
        dismiss.getStyleClass().addAll("flat", "button-icon");
        dismiss.setAccessibleText(messages.get("ui.notice.dismiss"));
        dismiss.setOnAction(event -> action.run());
        return dismiss;
    }

    static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
