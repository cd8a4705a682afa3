package io.crackscope.ui.training;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round numbers along an axis. */
final class Ticks {
    private Ticks() {}

    /** Multiples of 1, 2 or 5 times a power of ten between {@code low} and {@code high}, about {@code wanted}; powers of ten where logarithmic. */
    static List<Double> of(double low, double high, boolean logarithmic, int wanted) {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
                for (double factor : new double[] {1, 2, 5}) {
                    if (power * factor >= low && power * factor <= high) {
                        ticks.add(power * factor);
                    }
                }
            }
            return ticks;
        }
        double rough = (high - low) / wanted;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
        for (double n = Math.ceil(low / step - 1e-9); n * step <= high * (1 + 1e-12); n++) {
            // never minus zero
            ticks.add(n * step + 0.0);
        }
        return ticks;
    }

    /** The number as people here write it, without digits that say nothing. */
    static String label(double value, Locale locale) {
        return new DecimalFormat("0.#####", DecimalFormatSymbols.getInstance(locale)).format(value);
    }
}
