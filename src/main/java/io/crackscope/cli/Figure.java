package io.crackscope.cli;

import io.crackscope.domain.Interval;
import io.crackscope.text.WholePercent;
import java.util.Locale;

/** How figures are written for people: the same in every language, so that they can be compared and searched. */
final class Figure {
    /** What stands where a figure cannot be stated. */
    static final String NONE = "-";

    private Figure() {}

    /** A whole percent, with a space that can be typed. */
    static String wholePercent(double share) {
        return Double.isNaN(share) ? NONE : WholePercent.of(share).replace('\u00a0', ' ');
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
