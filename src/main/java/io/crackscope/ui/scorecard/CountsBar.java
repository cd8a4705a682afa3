package io.crackscope.ui.scorecard;

import io.crackscope.evaluation.PhotoScores;
import io.crackscope.ui.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Which photos are counted, whether they test the model, and the switch for those that do not. */
final class CountsBar extends HBox {
    private final ScorecardViewModel model;
    private final ScoreWords words;
    private final Label counted = new Label();
    private final Label seen = new Label();
    private final Label others = new Label();
    private final Node warning = Icons.of(Feather.ALERT_TRIANGLE);
    private final CheckBox leaveOut;

    CountsBar(ScorecardViewModel model, ScoreWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("counts-bar");
        setAlignment(Pos.CENTER_LEFT);
        counted.setId("score-counted");
        counted.getStyleClass().add("counts-main");
        seen.setId("score-seen");
        others.setId("score-others");
        for (Label label : new Label[] {counted, seen, others}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        VBox text = new VBox(counted, seen, others);
        text.getStyleClass().add("counts-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        leaveOut = new CheckBox(words.get("ui.score.leave_out"));
        leaveOut.setId("leave-out-seen");
        leaveOut.setMinWidth(USE_PREF_SIZE);
        leaveOut.setTooltip(new Tooltip(words.get("ui.score.leave_out.tip")));
        leaveOut.selectedProperty().bindBidirectional(model.leaveOutSeenProperty());
        getChildren().addAll(text, leaveOut);
        model.standingProperty().addListener((observable, before, now) -> show(now));
        model.lookedUpProperty()
                .addListener(change -> show(model.standingProperty().get()));
        model.ofOtherModelsProperty().subscribe(this::showOthers);
        show(model.standingProperty().get());
    }

    private void showOthers(Number count) {
        others.setText(words.get("ui.score.other_model", count.intValue()));
        others.setVisible(count.intValue() > 0);
        others.setManaged(count.intValue() > 0);
    }

    private void show(Standing standing) {
        PhotoScores.Basis basis = standing.scores().basis();
        counted.setText(words.counted(basis));
        int ahead = model.lookedUpProperty().get();
        seen.setText(ahead > 0 ? words.get("ui.score.looking_up", ahead) : words.seen(basis));
        seen.setGraphic(ScoreWords.isNoTest(basis) ? warning : null);
        seen.getStyleClass().removeAll("counts-warning");
        if (ScoreWords.isNoTest(basis)) {
            seen.getStyleClass().add("counts-warning");
        }
        leaveOut.setVisible(basis.mixesSeenAndOthers());
    }
}
