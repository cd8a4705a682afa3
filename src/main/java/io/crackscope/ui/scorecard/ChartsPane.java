package io.crackscope.ui.scorecard;

import io.crackscope.domain.VerdictThresholds;
import io.crackscope.evaluation.DecisionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The three charts, one at a time; only the one that is seen is drawn. */
final class ChartsPane extends VBox {
    private static final String KEY = "ui.score.chart.";
    private static final String ID = "chart-";
    private static final List<String> NAMES = List.of("roc", "pr", "reliability");
    private static final List<String> PLACES = List.of("left-pill", "center-pill", "right-pill");

    private final ScoreWords words;
    private final List<ThemedChart> charts;
    private final Label caption = new Label();
    private final Label whyNot = new Label();
    private final StackPane frame = new StackPane();
    private int current;
    private @Nullable Standing shown;
    private Optional<VerdictThresholds> own = Optional.empty();

    ChartsPane(ScoreWords words, Locale locale) {
        this.words = words;
        getStyleClass().add("charts");
        charts = all(words, locale);
        ToggleGroup group = new ToggleGroup();
        HBox choice = new HBox();
        choice.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < charts.size(); i++) {
            choice.getChildren().add(button(i, group));
        }
        caption.setId("chart-caption");
        caption.getStyleClass().add("chart-caption");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        whyNot.setId("chart-why-not");
        whyNot.getStyleClass().add("chart-why-not");
        whyNot.setWrapText(true);
        frame.getChildren().addAll(charts.get(current), whyNot);
        frame.setMinHeight(200);
        VBox.setVgrow(frame, Priority.ALWAYS);
        getChildren().addAll(choice, frame, caption);
    }

    /** The three of them, in the order of their buttons. */
    static List<ThemedChart> all(ScoreWords words, Locale locale) {
        List<ThemedChart> charts = List.of(
                new ThemedChart(CurveChart.roc(words, locale)),
                new ThemedChart(CurveChart.precisionRecall(words, locale)),
                new ThemedChart(new ReliabilityChart(words, locale)));
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).setId(ID + NAMES.get(i));
        }
        return charts;
    }

    /** The key of the name of one of the three. */
    static String titleKey(ThemedChart chart) {
        return KEY + chart.getId().substring(ID.length());
    }

    void show(Standing standing, Optional<VerdictThresholds> thresholds) {
        shown = standing;
        own = thresholds;
        draw();
    }

    /** The thresholds that {@code standing} uses. */
    static List<Double> thresholds(Standing standing, Optional<VerdictThresholds> own) {
        return switch (standing.rule()) {
            case DecisionRule.OneThreshold(double threshold) -> List.of(threshold);
            case DecisionRule.ModelVerdicts verdicts ->
                own.map(t -> List.of(t.uncertainFrom(), t.crackFrom())).orElse(List.of());
        };
    }

    private ToggleButton button(int index, ToggleGroup group) {
        String key = KEY + NAMES.get(index);
        ToggleButton button = new ToggleButton(words.get(key));
        button.setId("show-" + NAMES.get(index));
        button.getStyleClass().addAll(PLACES.get(index), "chart-choice");
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(index == current);
        button.setTooltip(new Tooltip(words.get(key + ".tip")));
        button.setOnAction(event -> {
            button.setSelected(true);
            current = index;
            frame.getChildren().set(0, charts.get(index));
            draw();
        });
        return button;
    }

    private void draw() {
        Standing standing = shown;
        if (standing == null) {
            return;
        }
        ThemedChart chart = charts.get(current);
        boolean canDraw = standing.content() == Standing.Content.FULL;
        chart.setVisible(canDraw);
        whyNot.setVisible(!canDraw);
        List<String> said = new ArrayList<>();
        if (canDraw) {
            List<Double> marked = thresholds(standing, own);
            chart.chart().show(standing.scores(), marked);
            said.add(chart.chart().caption(standing.scores()));
            said.add(words.get("ui.score.marks", marked.size()));
        } else {
            boolean cracks = standing.matrix().count(io.crackscope.domain.Label.CRACK) > 0;
            whyNot.setText(words.get(cracks ? "ui.score.one_class.crack" : "ui.score.one_class.no_crack"));
        }
        caption.setText(String.join(" ", said));
        chart.setAccessibleText(caption.getText());
    }
}
