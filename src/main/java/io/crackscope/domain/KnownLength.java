package io.crackscope.domain;

/**
 * A line in a photo over something whose length is known, which gives the photo its scale.
 *
 * @param pixels length of the line in pixels of the oriented photo, at least {@value #LEAST_PIXELS}
 * @param millimetres length on the concrete, above 0
 * @param endError by how many pixels each end of the line may lie beside the end that was meant, at least 1: more where a
 *     pixel of the screen showed more than one of the photo
 */
public record KnownLength(double pixels, double millimetres, double endError) {
    /** A shorter line would leave more than a tenth of uncertainty. */
    public static final int LEAST_PIXELS = 20;

    /** @throws IllegalArgumentException if the line is too short, its length not above 0, or an end too exact */
    public KnownLength {
        if (!(pixels >= LEAST_PIXELS)) {
            throw new IllegalArgumentException("too short a line: " + pixels);
        }
        if (!(millimetres > 0)) {
            throw new IllegalArgumentException("not a length in mm: " + millimetres);
        }
        if (!(endError >= 1)) {
            throw new IllegalArgumentException("no end is that exact: " + endError);
        }
    }

    /** The scale of the photo, above 0, where the line lies: in a tilted photo it is another elsewhere. */
    public double millimetresPerPixel() {
        return millimetres / pixels;
    }

    /**
     * The largest relative error of the scale that the drawing can make: both ends lie {@link #endError} off along the line,
     * so 2 * endError / pixels. A wrong length, a tilted camera and a bent lens come on top.
     */
    public double uncertainty() {
        return 2 * endError / pixels;
    }
}
