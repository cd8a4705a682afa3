package io.crackscope.ui.scorecard;

import java.awt.BasicStroke;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Axes and plain plots of the scorecard's charts. */
final class Axes {
    /** Room beyond 0 and 1, so that a mark at the very end is drawn whole. */
    private static final double MARGIN = 0.02;

    private static final int TICK_FONT = 11;
    private static final int TITLE_FONT = 12;

    private Axes() {}

    /** An axis of shares from 0 to 100 %. */
    static NumberAxis share(String title, Locale locale) {
        NumberAxis axis = new NumberAxis(title);
        axis.setRange(-MARGIN, 1 + MARGIN);
        axis.setTickUnit(new NumberTickUnit(0.2, NumberFormat.getPercentInstance(locale)));
        return axis;
    }

    /** A chart without frame, title and legend. */
    static JFreeChart plain(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(4, 0, 0, 12));
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        return chart;
    }

    static void dress(ValueAxis axis, ChartInks inks) {
        axis.setLabelFont(ChartInks.font(TITLE_FONT));
        axis.setTickLabelFont(ChartInks.font(TICK_FONT));
        axis.setLabelPaint(inks.text());
        axis.setTickLabelPaint(inks.text());
        axis.setAxisLinePaint(inks.grid());
        axis.setTickMarkPaint(inks.grid());
    }

    static void dress(XYPlot plot, ChartInks inks) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(inks.grid());
        plot.setRangeGridlinePaint(inks.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
    }

    /** The stroke of a line that is only there to compare with. */
    static BasicStroke dashed() {
        return new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 4}, 0);
    }
}
