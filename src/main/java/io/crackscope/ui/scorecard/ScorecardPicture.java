package io.crackscope.ui.scorecard;

import io.crackscope.domain.VerdictThresholds;
import io.crackscope.evaluation.PhotoIntervals;
import io.crackscope.ui.common.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;

/** The scorecard as a picture of its own: title, what is counted, matrix, figures and all three curves, no controls. */
final class ScorecardPicture {
    private static final double SCALE = 2;
    private static final double WIDTH = 1200;
    private static final double MATRIX_WIDTH = 660;
    private static final double CHART_HEIGHT = 300;

    private final ScoreWords words;
    private final Locale locale;

    ScorecardPicture(ScoreWords words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /** Draws it in the looks of {@code window}. */
    WritableImage of(
            Standing standing, Optional<PhotoIntervals> intervals, Optional<VerdictThresholds> own, Scene window) {
        MatrixPane matrix = new MatrixPane(words, cell -> {});
        matrix.setPrefSize(MATRIX_WIDTH, 340);
        FiguresPane figures = new FiguresPane(words);
        HBox.setHgrow(figures, Priority.ALWAYS);
        HBox numbers = new HBox(matrix, figures);
        numbers.getStyleClass().add("picture-row");
        HBox curves = new HBox();
        curves.getStyleClass().add("picture-row");
        VBox page = new VBox(
                Labels.wrapped(words.get("ui.score.title"), "picture-title"),
                Labels.wrapped(words.counted(standing.scores().basis()), "picture-text"),
                Labels.wrapped(words.seen(standing.scores().basis()), "picture-text"),
                Labels.wrapped(rule(standing, own), "picture-text"),
                numbers);
        List<ThemedChart> charts = List.of();
        if (standing.content() == Standing.Content.FULL) {
            page.getChildren().add(curves);
            List<Double> thresholds = ChartsPane.thresholds(standing, own);
            charts = ChartsPane.all(words, locale);
            for (ThemedChart chart : charts) {
                chart.chart().show(standing.scores(), thresholds);
                chart.setPrefHeight(CHART_HEIGHT);
                VBox titled = new VBox(
                        Labels.wrapped(words.get(ChartsPane.titleKey(chart)), "score-title"),
                        chart,
                        Labels.wrapped(chart.chart().caption(standing.scores()), "chart-caption"));
                titled.setPrefWidth(WIDTH / 3);
                curves.getChildren().add(titled);
            }
        }
        page.getStyleClass().addAll("shell", "scorecard", "score-picture");
        page.setPrefWidth(WIDTH);
        Scene scene = new Scene(page);
        scene.getStylesheets().setAll(window.getStylesheets());
        PseudoClass dark = PseudoClass.getPseudoClass("dark");
        page.pseudoClassStateChanged(
                dark, window.getRoot().getPseudoClassStates().contains(dark));
        page.applyCss();
        matrix.show(standing);
        figures.show(standing);
        figures.show(intervals);
        page.applyCss();
        page.autosize();
        page.layout();
        charts.forEach(chart -> chart.refine(SCALE));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        return page.snapshot(parameters, null);
    }

    private String rule(Standing standing, Optional<VerdictThresholds> own) {
        return words.rule(standing.rule(), own)
                + "  \u00B7  "
                + words.get(
                        "ui.score.cost.sentence",
                        words.cost(standing.costs().miss()),
                        words.cost(standing.costs().falseAlarm()),
                        words.cost(standing.totalCost()),
                        words.cost(standing.costPerPhoto()));
    }
}
