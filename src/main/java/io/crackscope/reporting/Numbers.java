package io.crackscope.reporting;

import io.crackscope.domain.Interval;
import io.crackscope.text.ScoreFigures;
import io.crackscope.text.WholePercent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Figures as text, with the decimal sign of a language. */
final class Numbers {
    /** What stands where a figure cannot be stated. */
    static final String NONE = ScoreFigures.NONE;

    private static final int MOST_RUNS = 9;

    private final Locale locale;
    private final ScoreFigures scores;

    Numbers(Locale locale) {
        this.locale = locale;
        this.scores = new ScoreFigures(locale);
    }

    static String count(long number) {
        // a narrow space: a comma means one thing in English and another in German
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    /** With {@code places} decimals. */
    String fixed(double value, int places) {
        return String.format(locale, "%." + places + "f", value);
    }

    String percent(double share) {
        return scores.percent(share);
    }

    String threshold(double threshold) {
        return scores.threshold(threshold);
    }

    static String wholePercent(double share) {
        return Double.isNaN(share) ? NONE : WholePercent.of(share);
    }

    String decimal(double value) {
        return scores.decimal(value);
    }

    String percents(Interval interval) {
        return scores.percents(interval);
    }

    String decimals(Interval interval) {
        return scores.decimals(interval);
    }

    /** {@code 1-3, 7}, with the dash of ranges: sorted, runs together, not more than fit a line; then how many there are. */
    static String runs(Collection<Integer> numbers) {
        List<Integer> all = numbers.stream().sorted().distinct().toList();
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < all.size(); ) {
            int end = i;
            while (end + 1 < all.size() && all.get(end + 1) == all.get(end) + 1) {
                end++;
            }
            runs.add(end == i ? String.valueOf(all.get(i)) : all.get(i) + "\u2013" + all.get(end));
            i = end + 1;
        }
        return runs.size() <= MOST_RUNS
                ? String.join(", ", runs)
                : String.join(", ", runs.subList(0, MOST_RUNS)) + " \u2026 (" + all.size() + ")";
    }
}
