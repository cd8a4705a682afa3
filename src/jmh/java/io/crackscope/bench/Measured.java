package io.crackscope.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * A quantity from several repetitions.
 *
 * @param values at least one, in any order
 */
record Measured(double... values) {
    Measured {
        values = values.clone();
        Arrays.sort(values);
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    /** Each value divided by {@code unit}. */
    Measured in(double unit) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] / unit;
        }
        return new Measured(scaled);
    }

    /** The middle value, or the mean of the two middle ones. */
    double median() {
        int n = values.length;
        return (values[(n - 1) / 2] + values[n / 2]) / 2;
    }

    double least() {
        return values[0];
    }

    double most() {
        return values[values.length - 1];
    }

    /** Least and largest value as a person reads them; a dash for a single value. */
    String spread() {
        return values.length == 1 ? "-" : figure(least()) + " to " + figure(most());
    }

    /** Three significant digits, never an exponent. */
    static String figure(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
