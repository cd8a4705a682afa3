package io.crackscope.domain;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * A length on the concrete that a picture shows as a bar.
 *
 * @param millimetres it stands for: 1, 2 or 5 times a power of ten
 * @param share of the picture's width that it is long
 */
public record ScaleBar(double millimetres, double share) {
    private static final double LONGEST = 0.3;

    /** The longest bar of at most three tenths of a picture that shows {@code pixels} photo pixels across. */
    public static ScaleBar of(PhotoScale scale, double pixels) {
        double across = pixels * scale.millimetresPerPixel();
        double power = Math.pow(10, Math.floor(Math.log10(across * LONGEST)));
        double length = power;
        for (int factor : new int[] {2, 5}) {
            if (factor * power <= across * LONGEST) {
                length = factor * power;
            }
        }
        return new ScaleBar(length, length / across);
    }

    /** The length with its unit, metres from one on, with the decimal sign of {@code locale}. */
    public String label(Locale locale) {
        boolean metres = millimetres >= 1000;
        NumberFormat figure = NumberFormat.getInstance(locale);
        figure.setGroupingUsed(false);
        figure.setMaximumFractionDigits(9);
        return figure.format(metres ? millimetres / 1000 : millimetres) + (metres ? "\u00a0m" : "\u00a0mm");
    }
}
