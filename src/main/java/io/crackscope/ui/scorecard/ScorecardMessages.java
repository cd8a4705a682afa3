package io.crackscope.ui.scorecard;

import io.crackscope.ui.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A bar that says what came of an export. */
final class ScorecardMessages extends HBox {
    private final ScoreWords words;
    private final Label text = new Label();
    private final Node saved = Icons.of(Feather.CHECK);
    private final Node failed = Icons.of(Feather.ALERT_TRIANGLE);

    ScorecardMessages(ScorecardFiles files, ScoreWords words) {
        this.words = words;
        setId("score-message");
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        text.setId("score-message-text");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button dismiss = new Button(null, Icons.of(Feather.X));
        dismiss.getStyleClass().addAll("flat", "button-icon");
        dismiss.setAccessibleText(words.get("ui.notice.dismiss"));
        dismiss.setTooltip(new Tooltip(words.get("ui.notice.dismiss")));
        dismiss.setOnAction(event -> files.dismissNotice());
        getChildren().addAll(saved, text, dismiss);
        files.noticeProperty().addListener((observable, before, now) -> show(now));
        show(files.noticeProperty().get());
    }

    private void show(Notice notice) {
        boolean isThere = !(notice instanceof Notice.None);
        boolean isFailure = notice instanceof Notice.NotSaved;
        setVisible(isThere);
        setManaged(isThere);
        getStyleClass().removeAll("banner-info", "banner-danger");
        getStyleClass().add(isFailure ? "banner-danger" : "banner-info");
        getChildren().set(0, isFailure ? failed : saved);
        text.setText(
                switch (notice) {
                    case Notice.None none -> "";
                    case Notice.Saved(var file) -> words.get("ui.score.saved", file);
                    case Notice.NotSaved(var file, Throwable failure) -> words.notSaved(file, failure);
                });
    }
}
