package io.crackscope.cli;

import io.crackscope.domain.Interval;
import java.util.Locale;

/** How figures are written for people: the same in every language, so that they can be compared and searched. */
final class Figure {
    /** What stands where a figure cannot be stated. */
    static final String NONE = "-";

    private Figure() {}

    /** A whole percent that is 0 or 100 only if exact: {@code <1 %}, {@code 37 %}, {@code >99 %}. */
    static String wholePercent(double share) {
        if (Double.isNaN(share)) {
            return NONE;
        } else if (share > 0 && share < 0.01) {
            return "<1 %";
        } else if (share > 0.99 && share < 1) {
            return ">99 %";
        }
        return Math.round(100 * share) + " %";
    }

    /** A percent with two decimals, rounded towards the middle so that 100 and 0 are exact. */
    static String percent(double share) {
        if (Double.isNaN(share)) {
            return NONE;
        }
        double percent = 100 * share;
        double shown = Math.round(percent * 100) / 100.0;
        if (shown == 100 && share < 1) {
            shown = 99.99;
        } else if (shown == 0 && share > 0) {
            shown = 0.01;
        }
        return String.format(Locale.ROOT, "%.2f %%", shown);
    }

    static String decimal(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.4f", value);
    }

    static String percent(Interval interval) {
        return Double.isNaN(interval.low()) ? NONE : percent(interval.low()) + " to " + percent(interval.high());
    }

    static String decimal(Interval interval) {
        return Double.isNaN(interval.low()) ? NONE : decimal(interval.low()) + " to " + decimal(interval.high());
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
