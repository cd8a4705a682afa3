package io.crackscope.domain;

/**
 * A line in a photo over something whose length is known, which gives the photo its scale.
 *
 * @param pixels length of the line in pixels of the oriented photo, at least {@value #LEAST_PIXELS}
 * @param millimetres length on the concrete, above 0
 */
public record KnownLength(double pixels, double millimetres) {
    /** A shorter line would leave more than a tenth of uncertainty. */
    public static final int LEAST_PIXELS = 20;

    /** By how many pixels each end of a line may lie beside the end that was meant. */
    private static final double END_ERROR = 1;

    /** @throws IllegalArgumentException if the line is too short or its length not above 0 */
    public KnownLength {
        if (!(pixels >= LEAST_PIXELS)) {
            throw new IllegalArgumentException("too short a line: " + pixels);
        }
        if (!(millimetres > 0)) {
            throw new IllegalArgumentException("not a length in mm: " + millimetres);
        }
    }

    /** The scale of the photo, above 0, where the line lies: in a tilted photo it is another elsewhere. */
    public double millimetresPerPixel() {
        return millimetres / pixels;
    }

    /**
     * The largest relative error of the scale that the drawing can make: both ends lie one pixel off along the line, so
     * 2 / pixels. A wrong length, a tilted camera and a bent lens come on top.
     */
    public double uncertainty() {
        return 2 * END_ERROR / pixels;
    }
}
