package io.crackscope.domain;

/**
 * How large a photo's pixels are on the concrete.
 *
 * @param millimetresPerPixel of the oriented photo at full size, above 0
 * @param source where that is known from, in words ("ruler in the photo", "2.4 m away, 24 mm lens"); may be empty
 */
public record PhotoScale(double millimetresPerPixel, String source) {
    /** Least millimetres per pixel that a person may enter: a microscope sees smaller pixels. */
    public static final double LEAST = 0.001;

    /** Most millimetres per pixel that a person may enter: a satellite sees larger pixels. */
    public static final double MOST = 100;

    /** @throws IllegalArgumentException if it is not above 0, or a kilometre and more a pixel */
    public PhotoScale {
        if (!(millimetresPerPixel > 0 && millimetresPerPixel < 1e6)) {
            throw new IllegalArgumentException("not a scale in mm per pixel: " + millimetresPerPixel);
        }
    }

    /** Whether a photo of concrete may have pixels of this size: from {@value #LEAST} to {@value #MOST}; not NaN. */
    public static boolean isPlausible(double millimetresPerPixel) {
        return millimetresPerPixel >= LEAST && millimetresPerPixel <= MOST;
    }
}
