package io.crackscope.dataset;

import java.util.Locale;

/** A number that images have, to filter and sort by. */
public enum Magnitude {
    /** Mean brightness in [0,1]. */
    BRIGHTNESS,
    /** Variance of the Laplacian, decimal logarithm: the less, the more blurred. */
    SHARPNESS,
    /** The shorter side in pixels. */
    SIZE,
    /** The model's crack probability in [0,1]. */
    PROBABILITY,
    /** How much the model contradicts the label, in [0,1]. */
    DOUBT;

    /** Its value for an image; NaN where it is not known (yet). */
    public double of(ImageTable table, int number) {
        return switch (this) {
            case PROBABILITY -> table.probability(number);
            case DOUBT -> table.doubt(number);
            case BRIGHTNESS ->
                table.measures(number)
                        .map(found -> found.quality().brightness())
                        .orElse(Double.NaN);
            case SHARPNESS ->
                table.measures(number)
                        .map(found -> Math.log10(Math.max(0.1, found.quality().sharpness())))
                        .orElse(Double.NaN);
            case SIZE ->
                table.measures(number)
                        .map(found -> (double) Math.min(found.width(), found.height()))
                        .orElse(Double.NaN);
        };
    }

    /** The key of its texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
