package io.crackscope.domain;

/**
 * Something of known length that a photo shows: it tells the size of the photo's pixels on the concrete, where both lie in
 * one plane square to the view.
 *
 * @param pixels of the oriented photo at full size that it is long there, at least {@link #LEAST_PIXELS}
 * @param millimetres that it is long
 */
public record ReferenceLength(double pixels, double millimetres) {
    /** Below it the ends, each a pixel off, would make an error of more than seven percent. */
    public static final double LEAST_PIXELS = 20;

    public ReferenceLength {
        if (!(pixels >= LEAST_PIXELS && millimetres > 0)) {
            throw new IllegalArgumentException("no reference: " + pixels + " px, " + millimetres + " mm");
        }
    }

    /** Size of a pixel on the concrete. */
    public double millimetresPerPixel() {
        return millimetres / pixels;
    }

    /**
     * Standard error of that size as a share of it, from the ends alone: each is a pixel off along the line, independently
     * of the other, so that the length is off by the root of two. A tilted view is not in it.
     */
    public double error() {
        return Math.sqrt(2) / pixels;
    }
}
