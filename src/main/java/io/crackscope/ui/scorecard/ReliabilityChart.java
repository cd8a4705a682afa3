package io.crackscope.ui.scorecard;

import io.crackscope.evaluation.PhotoScores;
import io.crackscope.evaluation.Reliability;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYBarDataset;
import org.jspecify.annotations.Nullable;

/** Whether probabilities mean what they say: share of cracks over probability, and below how many photos each rests on. */
final class ReliabilityChart implements ScoreChart {
    private static final int DIAGONAL = 0;
    private static final int CURVE = 1;
    private static final double DOT = 6;
    private static final int SHARE_WEIGHT = 4;

    private final ScoreWords words;
    private final DefaultXYDataset shares = new DefaultXYDataset();
    private final DefaultXYDataset counts = new DefaultXYDataset();
    private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    private final XYBarRenderer bars = new XYBarRenderer(0.1);
    private final XYPlot sharePlot;
    private final XYPlot countPlot;
    private final CombinedDomainXYPlot plot;
    private final JFreeChart chart;
    private ChartInks inks =
            new ChartInks(java.awt.Color.GRAY, java.awt.Color.GRAY, java.awt.Color.GRAY, java.awt.Color.GRAY);
    private List<Double> marked = List.of();
    private @Nullable PhotoScores drawn;

    ReliabilityChart(ScoreWords words, Locale locale) {
        this.words = words;
        NumberAxis photos = new NumberAxis(words.get("ui.score.axis.photos"));
        photos.setStandardTickUnits(NumberAxis.createIntegerTickUnits(locale));
        sharePlot = new XYPlot(shares, null, Axes.share(words.get("ui.score.axis.share"), locale), lines);
        countPlot = new XYPlot(
                new XYBarDataset(counts, 1.0 / Reliability.of(List.of()).size()), null, photos, bars);
        plot = new CombinedDomainXYPlot(Axes.share(words.get("ui.score.axis.probability"), locale));
        plot.add(sharePlot, SHARE_WEIGHT);
        plot.add(countPlot, 1);
        plot.setGap(8);
        chart = Axes.plain(plot);
        lines.setDrawSeriesLineAsPath(true);
        lines.setSeriesStroke(DIAGONAL, Axes.dashed());
        lines.setSeriesStroke(CURVE, new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        lines.setSeriesShapesVisible(CURVE, true);
        lines.setSeriesShape(CURVE, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
    }

    @Override
    public JFreeChart chart() {
        return chart;
    }

    @Override
    public void dress(ChartInks now) {
        inks = now;
        chart.setNotify(false);
        for (XYPlot part : List.of(sharePlot, countPlot)) {
            Axes.dress(part, now);
            Axes.dress(part.getRangeAxis(), now);
        }
        Axes.dress(plot.getDomainAxis(), now);
        lines.setSeriesPaint(DIAGONAL, now.text());
        lines.setSeriesPaint(CURVE, now.curve());
        bars.setSeriesPaint(0, now.curve());
        mark();
        chart.setNotify(true);
    }

    @Override
    public void show(PhotoScores scores, List<Double> thresholds) {
        chart.setNotify(false);
        if (scores != drawn) {
            draw(scores);
        }
        marked = thresholds;
        mark();
        chart.setNotify(true);
    }

    private void draw(PhotoScores scores) {
        drawn = scores;
        List<Reliability.Bin> bins = scores.reliability();
        List<Reliability.Bin> filled =
                bins.stream().filter(bin -> bin.images() > 0).toList();
        shares.addSeries((Comparable<?>) DIAGONAL, new double[][] {{0, 1}, {0, 1}});
        shares.addSeries((Comparable<?>) CURVE, new double[][] {
            filled.stream().mapToDouble(Reliability.Bin::meanProbability).toArray(),
            filled.stream().mapToDouble(Reliability.Bin::crackShare).toArray()
        });
        counts.addSeries((Comparable<?>) 0, new double[][] {
            bins.stream().mapToDouble(bin -> (bin.from() + bin.to()) / 2).toArray(),
            bins.stream().mapToDouble(Reliability.Bin::images).toArray()
        });
    }

    private void mark() {
        for (XYPlot part : List.of(sharePlot, countPlot)) {
            part.clearDomainMarkers();
            for (double threshold : marked) {
                part.addDomainMarker(new ValueMarker(threshold, inks.mark(), new BasicStroke(1.5f)), Layer.FOREGROUND);
            }
        }
    }

    @Override
    public String caption(PhotoScores scores) {
        return words.get("ui.score.reliability.caption", 100 * scores.calibrationError());
    }
}
