package io.crackscope.ui.training;

import java.util.function.IntToDoubleFunction;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** A series of points in arrays of primitives, of which no more are given to the chart than a screen can show. */
final class ThinnedSeries extends AbstractXYDataset {
    private static final long serialVersionUID = 1L;

    /** About as many as a chart is wide in pixels. */
    static final int MOST = 800;

    private final String name;
    private double[] x = new double[MOST + 2];
    private double[] y = new double[MOST + 2];
    private int size;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    ThinnedSeries(String name) {
        this.name = name;
    }

    /** Takes the points {@code from} to {@code to - 1}, thinned; tells nobody. */
    void take(int from, int to, IntToDoubleFunction xOf, IntToDoubleFunction yOf) {
        int[] kept = Decimation.minMax(yOf, from, to, MOST);
        if (kept.length > x.length) {
            x = new double[kept.length];
            y = new double[kept.length];
        }
        size = kept.length;
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            x[i] = xOf.applyAsDouble(kept[i]);
            y[i] = yOf.applyAsDouble(kept[i]);
            low = y[i] < low ? y[i] : low;
            high = y[i] > high ? y[i] : high;
        }
    }

    /** Tells the chart. */
    void changed() {
        fireDatasetChanged();
    }

    /** Lowest value; infinite for none. */
    double low() {
        return low;
    }

    /** Highest value; minus infinity for none. */
    double high() {
        return high;
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    @Override
    public int getSeriesCount() {
        return 1;
    }

    @Override
    public Comparable<String> getSeriesKey(int series) {
        return name;
    }

    @Override
    public int getItemCount(int series) {
        return size;
    }

    @Override
    public Number getX(int series, int item) {
        return x[item];
    }

    @Override
    public double getXValue(int series, int item) {
        return x[item];
    }

    @Override
    public Number getY(int series, int item) {
        return y[item];
    }

    @Override
    public double getYValue(int series, int item) {
        return y[item];
    }
}
