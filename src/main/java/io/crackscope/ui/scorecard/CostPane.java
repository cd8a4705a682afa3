package io.crackscope.ui.scorecard;

import io.crackscope.domain.Verdict;
import io.crackscope.settings.Settings;
import io.crackscope.ui.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What wrong answers cost, what that comes to, and the threshold at which it is least. */
final class CostPane extends VBox {
    private final ScorecardViewModel model;
    private final ScoreWords words;
    private final Spinner<Integer> miss;
    private final Spinner<Integer> falseAlarm;
    private final Label total = new Label();
    private final Label cheapest = new Label();

    CostPane(ScorecardViewModel model, ScoreWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("cost-pane");
        Label title = new Label(words.get("ui.score.cost"));
        title.getStyleClass().add("score-title");
        total.setId("score-cost");
        total.getStyleClass().add("cost-total");
        total.setMinWidth(USE_PREF_SIZE);
        total.setTooltip(new Tooltip(words.get("ui.score.cost.total.tip")));
        HBox top = new HBox(title, gap(), total);
        top.setAlignment(Pos.BASELINE_LEFT);

        Standing now = model.standingProperty().get();
        miss = spinner("cost-miss", "ui.score.cost.miss.tip", (int) now.costs().miss());
        falseAlarm = spinner("cost-false-alarm", "ui.score.cost.false_alarm.tip", (int)
                now.costs().falseAlarm());
        HBox costs = new HBox(name("ui.score.cost.miss"), miss, gap(), name("ui.score.cost.false_alarm"), falseAlarm);
        costs.getStyleClass().add("cost-line");
        costs.setAlignment(Pos.CENTER_LEFT);

        cheapest.setId("score-cheapest");
        cheapest.setWrapText(true);
        cheapest.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(cheapest, Priority.ALWAYS);
        cheapest.setMaxWidth(Double.MAX_VALUE);
        Button use = new Button(words.get("ui.score.cheapest.use"), Icons.of(Feather.CHECK));
        use.setId("use-cheapest");
        use.setMinWidth(USE_PREF_SIZE);
        use.setTooltip(new Tooltip(words.get("ui.score.cheapest.tip")));
        use.setOnAction(event -> model.useCheapest());
        HBox offer = new HBox(cheapest, use);
        offer.getStyleClass().add("cost-line");
        offer.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, costs, offer);
        model.standingProperty().addListener((observable, before, next) -> show(next));
        model.cheapestProperty()
                .addListener(change -> show(model.standingProperty().get()));
        show(now);
    }

    private void show(Standing standing) {
        String all = words.cost(standing.totalCost());
        String each = words.cost(standing.costPerPhoto());
        long uncertain = standing.matrix().count(Verdict.UNCERTAIN);
        total.setText(
                uncertain == 0
                        ? words.get("ui.score.cost.total", all, each)
                        : words.get("ui.score.cost.total.uncertain", all, each, uncertain));
        double threshold = model.cheapestProperty().get();
        double cost = standing.costs().of(standing.scores().at(threshold));
        cheapest.setText(words.get("ui.score.cheapest", words.cost(cost), words.threshold(threshold)));
    }

    private Spinner<Integer> spinner(String id, String tip, int value) {
        Spinner<Integer> spinner = new Spinner<>(0, Settings.MOST_COST, value);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.getStyleClass().add("cost-spinner");
        spinner.setTooltip(new Tooltip(words.get(tip)));
        spinner.getEditor().setAccessibleText(words.get(tip));
        // what is no number leaves the cost as it was
        spinner.getValueFactory().setConverter(new WholeNumber(() -> spinner.getValue()));
        spinner.valueProperty()
                .addListener((observable, before, now) -> model.cost(miss.getValue(), falseAlarm.getValue()));
        return spinner;
    }

    private Label name(String key) {
        Label name = new Label(words.get(key));
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
