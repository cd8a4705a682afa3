package io.crackscope.learning;

/**
 * How training tiles are varied. Every part is drawn anew for each tile and epoch from the plan's seed.
 *
 * @param flips mirror left-right and top-bottom, and turn by quarters, each variant equally likely
 * @param scale largest change of scale, as a factor of at least 1 (1.25: between 0.8 and 1.25); 1 for none
 * @param light largest change of brightness, contrast and of each colour channel, as a share in [0,1)
 * @param grey chance in [0,1] that all colour is taken out: concrete's tint tells the camera, not the crack
 * @param blur chance in [0,1] of a slight Gaussian blur
 * @param noise chance in [0,1] of sensor noise (Gaussian, standard deviation up to 8 of 255)
 * @param jpeg chance in [0,1] of JPEG noise (quality 40 to 90)
 */
public record Augmentation(
        boolean flips, double scale, double light, double grey, double blur, double noise, double jpeg) {
    /** Tiles as they are. */
    public static final Augmentation NONE = new Augmentation(false, 1, 0, 0, 0, 0, 0);

    /** What {@code cracknet} is trained with. */
    public static final Augmentation STANDARD = new Augmentation(true, 1.25, 0.25, 0.1, 0.1, 0.1, 0.05);

    public Augmentation {
        if (!(scale >= 1
                && scale <= 4
                && light >= 0
                && light < 1
                && isChance(grey)
                && isChance(blur)
                && isChance(noise)
                && isChance(jpeg))) {
            throw new IllegalArgumentException("augmentation out of range: scale " + scale + " (1 to 4), light " + light
                    + " (0 to below 1), grey " + grey + ", blur " + blur + ", noise " + noise + ", jpeg " + jpeg
                    + " (0 to 1)");
        }
    }

    private static boolean isChance(double value) {
        return value >= 0 && value <= 1;
    }
}
