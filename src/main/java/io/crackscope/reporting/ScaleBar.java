package io.crackscope.reporting;

import io.crackscope.domain.PhotoScale;

/**
 * A length on the concrete that a picture shows as a bar.
 *
 * @param millimetres it stands for: 1, 2 or 5 times a power of ten
 * @param share of the picture's width that it is long
 */
record ScaleBar(double millimetres, double share) {
    private static final double LONGEST = 0.3;

    /** The longest bar of at most three tenths of a picture that shows {@code pixels} photo pixels across. */
    static ScaleBar of(PhotoScale scale, double pixels) {
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

    /** The length with its unit, metres from one on. */
    String label() {
        boolean metres = millimetres >= 1000;
        double value = metres ? millimetres / 1000 : millimetres;
        String figure = value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        return figure + (metres ? "\u00a0m" : "\u00a0mm");
    }
}
