package io.crackscope.text;

import io.crackscope.domain.Interval;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Scores as people read them, the same in the window, on the terminal and in reports: percents with two decimals, other
 * figures with four, and 100 %, 0 % or 1 only if it is exactly that.
 */
public final class ScoreFigures {
    /** What stands where a figure cannot be stated. */
    public static final String NONE = "\u2013";

    private static final String TO = "\u2013";
    private static final double UNIT = 1e-4;

    private final Locale locale;

    /** With the decimal sign of {@code locale}. */
    public ScoreFigures(Locale locale) {
        this.locale = locale;
    }

    /** {@code 99.67 %}, with a space that does not break. */
    public String percent(double share) {
        return Double.isNaN(share) ? NONE : inner(share, 100, 2) + "\u00a0%";
    }

    /** {@code 26.2 %}: to a tenth of a percent, since two thresholds may lie that near to each other. */
    public String threshold(double threshold) {
        return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(locale)).format(100 * threshold) + "\u00a0%";
    }

    public String decimal(double value) {
        return Double.isNaN(value) ? NONE : inner(value, 1, 4);
    }

    /** {@code 99.32–99.94}, without the sign of percent; empty where there is no interval. */
    public String percents(Interval interval) {
        return Double.isNaN(interval.low()) ? "" : inner(interval.low(), 100, 2) + TO + inner(interval.high(), 100, 2);
    }

    /** {@code 0.9971–0.9999}; empty where there is no interval. */
    public String decimals(Interval interval) {
        return Double.isNaN(interval.low()) ? "" : inner(interval.low(), 1, 4) + TO + inner(interval.high(), 1, 4);
    }

    private String inner(double value, double scale, int places) {
        double rounded = Math.round(value / UNIT) * UNIT;
        if (rounded >= 1 && value < 1) {
            rounded = 1 - UNIT;
        } else if (rounded <= 0 && value > 0) {
            rounded = UNIT;
        }
        return String.format(locale, "%." + places + "f", scale * rounded);
    }
}
