package io.crackscope.inspection;

/**
 * A perceptually uniform colour map from black over purple and orange to pale yellow: "inferno" of matplotlib (N. Smith
 * and S. van der Walt, 2015, released as CC0), given by ten of its colours and straight lines between them. Lightness
 * only rises, so the order survives print in grey and colour blindness.
 */
public final class ColourMap {
    private static final int[] INFERNO = {
        0x000004, 0x1b0c41, 0x4a0c6b, 0x781c6d, 0xa52c60, 0xcf4446, 0xed6925, 0xfb9b06, 0xf7d13d, 0xfcffa4
    };

    private ColourMap() {}

    /** The colour of {@code value}, clamped to [0,1], as sRGB {@code 0xRRGGBB}. */
    public static int inferno(double value) {
        double position = Math.min(1, Math.max(0, value)) * (INFERNO.length - 1);
        int index = Math.min(INFERNO.length - 2, (int) position);
        double share = position - index;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = INFERNO[index] >> shift & 0xff;
            int to = INFERNO[index + 1] >> shift & 0xff;
            colour |= (int) Math.round(from + share * (to - from)) << shift;
        }
        return colour;
    }
}
