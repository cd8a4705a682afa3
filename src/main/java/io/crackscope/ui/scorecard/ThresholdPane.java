package io.crackscope.ui.scorecard;

import io.crackscope.domain.VerdictThresholds;
import io.crackscope.evaluation.DecisionRule;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.Mark;
import io.crackscope.ui.common.MarkNode;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The threshold: what holds now in words, a slider with marks at the model's own two, and the way back to them. */
final class ThresholdPane extends VBox {
    private static final double STEP = 0.01;
    private static final double MARK_SIZE = 12;

    private final ScorecardViewModel model;
    private final ScoreWords words;
    private final Label rule = new Label();
    private final Slider slider = new Slider(0, 1, 0.5);
    private final Marks marks = new Marks();
    private boolean isFollowing;

    ThresholdPane(ScorecardViewModel model, ScoreWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("threshold-pane");
        rule.setId("score-rule");
        rule.getStyleClass().add("threshold-rule");
        rule.setMinWidth(0);
        Button reset = new Button(words.get("ui.score.reset.brief"), Icons.of(Feather.ROTATE_CCW));
        reset.setAccessibleText(words.get("ui.score.reset"));
        reset.setId("score-reset");
        reset.getStyleClass().add("flat");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setTooltip(new Tooltip(words.get("ui.score.reset.tip")));
        reset.setOnAction(event -> model.useModelThresholds());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(rule, gap, reset);
        top.setAlignment(Pos.CENTER_LEFT);
        slider.setId("score-threshold");
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText(words.get("ui.score.slider"));
        slider.setTooltip(new Tooltip(words.get("ui.score.slider.tip")));
        slider.valueProperty().addListener((observable, before, now) -> {
            if (!isFollowing) {
                model.slideTo(now.doubleValue());
            }
        });
        getChildren().addAll(top, slider, marks);
        model.standingProperty().addListener((observable, before, now) -> {
            follow(now.rule());
            reset.setDisable(now.isByModel());
        });
        model.thresholdsProperty().addListener(change -> {
            marks.show(model.thresholdsProperty().get());
            follow(model.standingProperty().get().rule());
        });
        reset.setDisable(model.standingProperty().get().isByModel());
        marks.show(model.thresholdsProperty().get());
        follow(model.standingProperty().get().rule());
    }

    private void follow(DecisionRule now) {
        Optional<VerdictThresholds> own = model.thresholdsProperty().get();
        double at = switch (now) {
            case DecisionRule.OneThreshold(double threshold) -> threshold;
            case DecisionRule.ModelVerdicts verdicts ->
                own.map(VerdictThresholds::crackFrom).orElse(0.5);
        };
        // the thumb stays where the mouse holds it, though the threshold is taken to a thousandth
        if (!slider.isValueChanging()) {
            isFollowing = true;
            slider.setValue(at);
            isFollowing = false;
        }
        rule.setText(words.rule(now, own));
    }

    /** The signs below the track that stand at the model's own thresholds. */
    private final class Marks extends Pane {
        private final MarkNode uncertain = new MarkNode(Mark.UNCERTAIN, MARK_SIZE);
        private final MarkNode crack = new MarkNode(Mark.CRACK, MARK_SIZE);
        private Optional<VerdictThresholds> own = Optional.empty();

        Marks() {
            getStyleClass().add("threshold-marks");
            setMouseTransparent(true);
            setMinHeight(MARK_SIZE);
            setPrefHeight(MARK_SIZE);
            getChildren().addAll(uncertain, crack);
            slider.widthProperty().addListener(change -> requestLayout());
        }

        void show(Optional<VerdictThresholds> thresholds) {
            own = thresholds;
            List.of(uncertain, crack).forEach(mark -> mark.setVisible(thresholds.isPresent()));
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            Node thumb = slider.lookup(".thumb");
            if (own.isPresent() && thumb != null) {
                place(uncertain, thumb.prefWidth(-1), own.get().uncertainFrom());
                place(crack, thumb.prefWidth(-1), own.get().crackFrom());
            }
        }

        /** The middle of the thumb goes from half a thumb inside the one end to half a thumb inside the other. */
        private void place(Node mark, double thumb, double at) {
            double x = thumb / 2 + at * (slider.getWidth() - thumb);
            mark.resizeRelocate(x - MARK_SIZE / 2, 0, MARK_SIZE, MARK_SIZE);
        }
    }
}
