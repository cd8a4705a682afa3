package io.crackscope.ui.scorecard;

import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Label;
import io.crackscope.evaluation.Curves;
import io.crackscope.evaluation.PhotoScores;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/** ROC or precision-recall: a curve, and on it the thresholds in use. */
final class CurveChart implements ScoreChart {
    /** A two-hundredth of a chart is below what a screen shows. */
    private static final double LEAST_STEP = 0.004;

    private static final double DOT = 9;

    /** Marks nearer than this share of both axes would write over each other. */
    private static final double NEAR = 0.1;

    /** Drawn one over the other, the last on top. */
    private static final int CHANCE = 0;

    private static final int CURVE = 1;
    private static final int THRESHOLDS = 2;

    private final boolean isRoc;
    private final ScoreWords words;
    private final DefaultXYDataset data = new DefaultXYDataset();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private final XYPlot plot;
    private final JFreeChart chart;
    private List<Double> marked = List.of();
    private @Nullable PhotoScores drawn;

    private CurveChart(boolean isRoc, String xTitle, String yTitle, ScoreWords words, Locale locale) {
        this.isRoc = isRoc;
        this.words = words;
        for (Comparable<?> series : List.of(CHANCE, CURVE, THRESHOLDS)) {
            data.addSeries(series, new double[2][0]);
        }
        plot = new XYPlot(data, Axes.share(words.get(xTitle), locale), Axes.share(words.get(yTitle), locale), renderer);
        chart = Axes.plain(plot);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesLinesVisible(THRESHOLDS, false);
        renderer.setSeriesShapesVisible(THRESHOLDS, true);
        renderer.setSeriesShape(THRESHOLDS, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        renderer.setSeriesStroke(CHANCE, Axes.dashed());
        renderer.setSeriesStroke(CURVE, new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setSeriesItemLabelsVisible(THRESHOLDS, true);
        renderer.setSeriesItemLabelGenerator(THRESHOLDS, (dataset, series, item) -> label(dataset, item));
        // curves end in the upper left or right: labels go where nothing is drawn
        renderer.setSeriesPositiveItemLabelPosition(
                THRESHOLDS,
                isRoc
                        ? new ItemLabelPosition(ItemLabelAnchor.OUTSIDE4, TextAnchor.TOP_LEFT)
                        : new ItemLabelPosition(ItemLabelAnchor.OUTSIDE8, TextAnchor.TOP_RIGHT));
    }

    /** The threshold of a mark; of two marks that nearly touch the last names both. */
    private String label(XYDataset dataset, int item) {
        boolean together = marked.size() == 2
                && Math.abs(dataset.getXValue(THRESHOLDS, 0) - dataset.getXValue(THRESHOLDS, 1)) < NEAR
                && Math.abs(dataset.getYValue(THRESHOLDS, 0) - dataset.getYValue(THRESHOLDS, 1)) < NEAR;
        if (!together) {
            return words.threshold(marked.get(item));
        }
        return item == 0 ? "" : words.threshold(marked.get(0)) + ", " + words.threshold(marked.get(1));
    }

    static CurveChart roc(ScoreWords words, Locale locale) {
        return new CurveChart(true, "ui.score.axis.false_alarms", "ui.score.axis.recall", words, locale);
    }

    static CurveChart precisionRecall(ScoreWords words, Locale locale) {
        return new CurveChart(false, "ui.score.axis.recall", "ui.score.axis.precision", words, locale);
    }

    @Override
    public JFreeChart chart() {
        return chart;
    }

    @Override
    public void dress(ChartInks inks) {
        chart.setNotify(false);
        Axes.dress(plot, inks);
        Axes.dress(plot.getDomainAxis(), inks);
        Axes.dress(plot.getRangeAxis(), inks);
        renderer.setSeriesPaint(CHANCE, inks.text());
        renderer.setSeriesPaint(CURVE, inks.curve());
        renderer.setSeriesPaint(THRESHOLDS, inks.mark());
        renderer.setSeriesItemLabelPaint(THRESHOLDS, inks.text());
        renderer.setSeriesItemLabelFont(THRESHOLDS, ChartInks.font(12));
        chart.setNotify(true);
    }

    @Override
    public void show(PhotoScores scores, List<Double> thresholds) {
        chart.setNotify(false);
        if (scores != drawn) {
            draw(scores);
        }
        // where nothing is called a crack there is no precision, so no point either
        marked = thresholds.stream()
                .filter(threshold -> Double.isFinite(y(scores.at(threshold))))
                .toList();
        data.addSeries((Comparable<?>) THRESHOLDS, new double[][] {
            marked.stream().mapToDouble(threshold -> x(scores.at(threshold))).toArray(),
            marked.stream().mapToDouble(threshold -> y(scores.at(threshold))).toArray()
        });
        chart.setNotify(true);
    }

    private void draw(PhotoScores scores) {
        drawn = scores;
        List<Curves.Point> points = isRoc ? scores.roc() : scores.precisionRecall();
        List<Curves.Point> line = Curves.line(points, !isRoc, LEAST_STEP);
        data.addSeries((Comparable<?>) CURVE, new double[][] {
            line.stream().mapToDouble(Curves.Point::x).toArray(),
            line.stream().mapToDouble(Curves.Point::y).toArray()
        });
        ConfusionMatrix all = scores.at(0);
        double cracks = all.tp() / (double) all.total();
        data.addSeries(
                (Comparable<?>) CHANCE,
                isRoc ? new double[][] {{0, 1}, {0, 1}} : new double[][] {{0, 1}, {cracks, cracks}});
    }

    private double x(ConfusionMatrix counts) {
        return isRoc
                ? 1 - counts.score(Label.NO_CRACK).recall()
                : counts.score(Label.CRACK).recall();
    }

    private double y(ConfusionMatrix counts) {
        return isRoc
                ? counts.score(Label.CRACK).recall()
                : counts.score(Label.CRACK).precision();
    }

    @Override
    public String caption(PhotoScores scores) {
        return isRoc
                ? words.get("ui.score.roc.caption", scores.auroc())
                : words.get("ui.score.pr.caption", scores.averagePrecision());
    }
}
