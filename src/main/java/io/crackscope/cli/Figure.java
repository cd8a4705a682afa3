package io.crackscope.cli;

import io.crackscope.domain.Interval;
import io.crackscope.text.ScoreFigures;
import io.crackscope.text.WholePercent;
import java.util.Locale;

/** How figures are written for people: the same in every language, so that they can be compared and searched. */
final class Figure {
    /** What stands where a figure cannot be stated. */
    static final String NONE = "-";

    private static final ScoreFigures SCORES = new ScoreFigures(Locale.ROOT);

    private Figure() {}

    /** A whole percent, with a space that can be typed. */
    static String wholePercent(double share) {
        return Double.isNaN(share) ? NONE : WholePercent.of(share).replace('\u00a0', ' ');
    }

    static String percent(double share) {
        return Double.isNaN(share) ? NONE : SCORES.percent(share).replace('\u00a0', ' ');
    }

    static String decimal(double value) {
        return Double.isNaN(value) ? NONE : SCORES.decimal(value);
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
