package io.crackscope.ui.scorecard;

import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Interval;
import io.crackscope.domain.Label;
import io.crackscope.evaluation.PhotoIntervals;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The main figures with their intervals. */
final class FiguresPane extends VBox {
    private enum Figure {
        RECALL,
        PRECISION,
        F1,
        SPECIFICITY,
        ACCURACY,
        ERROR,
        COVERAGE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        double of(Standing standing) {
            ConfusionMatrix decided = standing.matrix().decided();
            return switch (this) {
                case RECALL -> decided.score(Label.CRACK).recall();
                case PRECISION -> decided.score(Label.CRACK).precision();
                case F1 -> decided.score(Label.CRACK).f1();
                case SPECIFICITY -> decided.score(Label.NO_CRACK).recall();
                case ACCURACY -> decided.accuracy();
                case ERROR -> standing.matrix().error();
                case COVERAGE -> standing.matrix().coverage();
            };
        }

        Interval of(PhotoIntervals intervals) {
            return switch (this) {
                case RECALL -> intervals.recall();
                case PRECISION -> intervals.precision();
                case F1 -> intervals.f1();
                case SPECIFICITY -> intervals.specificity();
                case ACCURACY -> intervals.accuracy();
                case ERROR -> intervals.error();
                case COVERAGE -> intervals.coverage();
            };
        }
    }

    private record Row(javafx.scene.control.Label value, javafx.scene.control.Label interval) {}

    private final ScoreWords words;
    private final Map<Figure, Row> rows = new EnumMap<>(Figure.class);
    private final javafx.scene.control.Label title = new javafx.scene.control.Label();
    private final javafx.scene.control.Label intervalTitle = new javafx.scene.control.Label();

    FiguresPane(ScoreWords words) {
        this.words = words;
        getStyleClass().add("figures");
        title.getStyleClass().add("score-title");
        title.setMinWidth(0);
        intervalTitle.setId("interval-title");
        intervalTitle.getStyleClass().add("figure-interval");
        intervalTitle.setMinWidth(USE_PREF_SIZE);
        intervalTitle.setTooltip(new Tooltip(words.get("ui.score.intervals.tip")));
        GridPane grid = new GridPane();
        grid.getStyleClass().add("figure-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setMinWidth(56);
        values.setHalignment(HPos.RIGHT);
        ColumnConstraints intervals = new ColumnConstraints();
        intervals.setMinWidth(128);
        intervals.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, values, intervals);
        grid.add(title, 0, 0, 2, 1);
        grid.add(intervalTitle, 2, 0);
        for (Figure figure : Figure.values()) {
            javafx.scene.control.Label name =
                    new javafx.scene.control.Label(words.get("ui.score.figure." + figure.word()));
            name.setTooltip(new Tooltip(words.get("ui.score.figure." + figure.word() + ".tip")));
            Row row = new Row(new javafx.scene.control.Label(), new javafx.scene.control.Label());
            row.value().setId("figure-" + figure.word());
            row.value().getStyleClass().add("figure-value");
            row.interval().getStyleClass().add("figure-interval");
            rows.put(figure, row);
            grid.addRow(grid.getRowCount(), name, row.value(), row.interval());
        }
        getChildren().add(grid);
    }

    void show(Standing standing) {
        title.setText(words.get(standing.isByModel() ? "ui.score.figures.decided" : "ui.score.figures"));
        rows.forEach((figure, row) -> row.value().setText(ScoreWords.share(figure.of(standing))));
    }

    void show(Optional<PhotoIntervals> intervals) {
        rows.forEach((figure, row) -> row.interval()
                .setText(intervals.map(i -> words.interval(figure.of(i))).orElse("")));
        intervalTitle.setText(intervals
                .filter(i -> i.groups() < PhotoIntervals.FEWEST_GROUPS)
                .map(i -> words.get("ui.score.intervals.too_few", PhotoIntervals.FEWEST_GROUPS))
                .orElseGet(() -> words.get("ui.score.intervals")));
    }
}
