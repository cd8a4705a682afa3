package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/**
 * Learning curves as two charts over one axis of epochs: loss above, accuracy and learning rate below, the best epoch
 * marked in both. Built once for a number of runs; {@link #refresh} draws what they have become. One thread.
 */
final class CurvePlot {
    /** Below this a loss is drawn at it where the scale is logarithmic. */
    private static final double LEAST_LOSS = 1e-6;

    private static final Color NOTHING = new Color(0, 0, 0, 0);
    private static final Stroke THIN = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    private static final Stroke BOLD = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1f, new float[] {4f, 3f}, 0f);
    private static final Ellipse2D DOT = new Ellipse2D.Double(-3, -3, 6, 6);

    private final List<RunCurve> curves;
    private final Messages messages;
    private final ChartColours colours;
    private final Font font;
    private final NumberAxis epochs;
    private final XYPlot loss;
    private final XYPlot accuracy;
    private final NumberAxis rateAxis;
    private final List<Lines> lines = new ArrayList<>();
    private final List<ValueMarker> marked = new ArrayList<>();
    private final JFreeChart chart;
    private boolean logarithmic;

    /** The series of one run. */
    private static final class Lines {
        private final RunCurve curve;
        private final ThinnedSeries raw;
        private final ThinnedSeries smooth;
        private final ThinnedSeries validation;
        private final ThinnedSeries accuracy;
        private final ThinnedSeries rate;

        Lines(RunCurve curve) {
            this.curve = curve;
            raw = new ThinnedSeries(curve.name());
            smooth = new ThinnedSeries(curve.name());
            validation = new ThinnedSeries(curve.name());
            accuracy = new ThinnedSeries(curve.name());
            rate = new ThinnedSeries(curve.name());
        }
    }

    CurvePlot(List<RunCurve> curves, ChartColours colours, Font font, Messages messages) {
        this.curves = List.copyOf(curves);
        this.colours = colours;
        this.font = font;
        this.messages = messages;
        epochs = axis("ui.train.chart.epoch");
        loss = plot(axis("ui.train.chart.loss"));
        NumberAxis share = axis("ui.train.chart.accuracy");
        share.setNumberFormatOverride(new DecimalFormat("0.##\u00A0%", symbols()));
        accuracy = plot(share);
        rateAxis = axis("ui.train.chart.rate");
        rateAxis.setNumberFormatOverride(new DecimalFormat("0.#####", symbols()));
        boolean alone = curves.size() == 1;
        for (int i = 0; i < curves.size(); i++) {
            RunCurve curve = curves.get(i);
            Lines line = new Lines(curve);
            lines.add(line);
            int validationColour = alone ? 1 : i;
            if (alone) {
                add(loss, line.raw, colours.faint(0), THIN, false);
            }
            add(loss, line.smooth, alone ? colours.series(0) : colours.faint(i), alone ? BOLD : THIN, false);
            add(loss, line.validation, colours.series(validationColour), BOLD, true);
            add(accuracy, line.accuracy, colours.series(validationColour), BOLD, true);
        }
        if (alone) {
            accuracy.setRangeAxis(1, rateAxis);
            accuracy.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
            add(accuracy, lines.getFirst().rate, colours.muted(), DASHED, false);
            accuracy.mapDatasetToRangeAxis(accuracy.getDatasetCount() - 1, 1);
        }
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(epochs);
        both.setGap(14);
        both.add(loss, 3);
        both.add(accuracy, 2);
        both.setBackgroundPaint(null);
        both.setOutlineVisible(false);
        chart = new JFreeChart(null, font, both, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(8, 4, 4, alone ? 4 : 16));
        chart.setAntiAlias(true);
    }

    JFreeChart chart() {
        return chart;
    }

    /** Draws the loss on a logarithmic scale, or not. */
    void logarithmic(boolean wanted) {
        if (wanted != logarithmic) {
            logarithmic = wanted;
            loss.setRangeAxis(
                    wanted ? dressed(new LogAxis(messages.get("ui.train.chart.loss"))) : axis("ui.train.chart.loss"));
            if (loss.getRangeAxis() instanceof LogAxis log) {
                log.setNumberFormatOverride(new DecimalFormat("0.#####", symbols()));
                log.setSmallestValue(LEAST_LOSS);
            }
        }
    }

    /** Shows the part from {@code from} to {@code to} of the axis of epochs, with all that the runs have become. */
    void refresh(double from, double to) {
        chart.setNotify(false);
        for (Lines line : lines) {
            take(line, from, to);
        }
        mark();
        epochs.setRange(from, to);
        epochs.setStandardTickUnits(
                to - from >= 1 ? NumberAxis.createIntegerTickUnits() : NumberAxis.createStandardTickUnits());
        range(loss.getRangeAxis(), lossSeries(), logarithmic ? LEAST_LOSS : 0, Double.MAX_VALUE);
        range(accuracy.getRangeAxis(), lines.stream().map(line -> line.accuracy).toList(), 0, 1);
        double fastest =
                lines.stream().mapToDouble(line -> line.rate.high()).max().orElse(0);
        rateAxis.setRange(0, fastest > 0 ? fastest * 1.08 : 1);
        lines.getFirst().smooth.changed();
        chart.setNotify(true);
    }

    private List<ThinnedSeries> lossSeries() {
        List<ThinnedSeries> series = new ArrayList<>();
        for (Lines line : lines) {
            series.add(line.smooth);
            series.add(line.validation);
            if (curves.size() == 1) {
                series.add(line.raw);
            }
        }
        return series;
    }

    private void take(Lines line, double from, double to) {
        RunCurve curve = line.curve;
        // one point more on either side, so that lines run to the edge
        int first = Math.max(0, curve.stepAt(from) - 1);
        int last = Math.min(curve.steps().size(), curve.stepAt(to) + 2);
        line.raw.take(first, last, curve::x, i -> drawn(curve.steps().loss(i)));
        line.smooth.take(first, last, curve::x, i -> drawn(curve.smoothedLoss(i)));
        line.rate.take(first, last, curve::x, curve.steps()::learningRate);
        int firstEpoch =
                Math.clamp((int) Math.floor(from) - 1, 0, curve.epochs().size());
        int lastEpoch = Math.clamp((int) Math.ceil(to) + 1, 0, curve.epochs().size());
        line.validation.take(
                firstEpoch,
                lastEpoch,
                i -> i + 1,
                i -> drawn(curve.epochs().get(i).validationLoss()));
        line.accuracy.take(
                firstEpoch, lastEpoch, i -> i + 1, i -> curve.epochs().get(i).validationAccuracy());
    }

    private double drawn(double value) {
        return logarithmic ? Math.max(LEAST_LOSS, value) : value;
    }

    private static void range(ValueAxis axis, List<ThinnedSeries> series, double least, double most) {
        double low = series.stream().mapToDouble(ThinnedSeries::low).min().orElse(Double.NaN);
        double high = series.stream().mapToDouble(ThinnedSeries::high).max().orElse(Double.NaN);
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            axis.setRange(Math.max(least, 0.1), 1);
        } else if (axis instanceof LogAxis) {
            axis.setRange(Math.max(least, low / 1.15), Math.max(low, high) * 1.15);
        } else {
            double room = Math.max((high - low) * 0.06, Math.max(1e-9, Math.abs(high) * 0.01));
            axis.setRange(Math.max(least, low - room), Math.min(most, high + room) + (high >= most ? 0.002 : 0));
        }
    }

    /** Best epochs: a line through both charts. */
    private void mark() {
        marked.forEach(marker -> {
            loss.removeDomainMarker(marker);
            accuracy.removeDomainMarker(marker);
        });
        marked.clear();
        for (int i = 0; i < curves.size(); i++) {
            int best = curves.get(i).bestEpoch();
            if (best > 0) {
                Color colour = curves.size() == 1 ? colours.text() : colours.series(i);
                ValueMarker above = new ValueMarker(best, colour, DASHED);
                above.setAlpha(0.75f);
                above.setLabel(messages.get("ui.train.chart.best", best));
                above.setLabelFont(font);
                above.setLabelPaint(colour);
                above.setLabelBackgroundColor(NOTHING);
                boolean roomAtRight = best < 0.7 * curves.get(i).end();
                above.setLabelAnchor(roomAtRight ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
                above.setLabelTextAnchor(roomAtRight ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
                above.setLabelOffset(new RectangleInsets(3 + 14 * i, 4, 3, 4));
                ValueMarker below = new ValueMarker(best, colour, DASHED);
                below.setAlpha(0.75f);
                loss.addDomainMarker(above);
                accuracy.addDomainMarker(below);
                marked.add(above);
                marked.add(below);
            }
        }
    }

    private void add(XYPlot plot, ThinnedSeries series, Color colour, Stroke stroke, boolean dots) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, dots);
        // one path instead of a line from point to point: a tenth of the calls
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, stroke);
        renderer.setSeriesShape(0, DOT);
        renderer.setDefaultCreateEntities(false);
        int index = plot.getDataset(0) == null ? 0 : plot.getDatasetCount();
        plot.setDataset(index, series);
        plot.setRenderer(index, renderer);
    }

    private XYPlot plot(NumberAxis range) {
        XYPlot plot = new XYPlot(null, null, range, null);
        plot.setBackgroundPaint(null);
        plot.setOutlinePaint(colours.frame());
        plot.setDomainGridlinePaint(colours.grid());
        plot.setRangeGridlinePaint(colours.grid());
        plot.setDomainGridlineStroke(THIN);
        plot.setRangeGridlineStroke(THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return plot;
    }

    private NumberAxis axis(String key) {
        NumberAxis axis = new NumberAxis(messages.get(key));
        axis.setAutoRange(false);
        axis.setAutoRangeIncludesZero(false);
        axis.setStandardTickUnits(new NumberTickUnitSource(false, new DecimalFormat("0.######", symbols())));
        return dressed(axis);
    }

    private <A extends ValueAxis> A dressed(A axis) {
        axis.setLabelFont(font);
        axis.setTickLabelFont(font);
        axis.setLabelPaint(colours.text());
        axis.setTickLabelPaint(colours.muted());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setLabelInsets(new RectangleInsets(3, 3, 3, 3));
        return axis;
    }

    private DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(messages.locale());
    }
}
