package io.crackscope.learning;

/** Fits how a network's logits on validation tiles are to be read. */
@FunctionalInterface
public interface Calibrator {
    /**
     * The calibration for these validation tiles.
     *
     * @param logits log-odds of a crack, one a tile
     * @param crack whether the tile is labelled crack, in the same order
     */
    Calibration fit(double[] logits, boolean[] crack);

    /**
     * How logits are read.
     *
     * @param temperature divides the logit before the sigmoid, above 0
     * @param tileThreshold calibrated probability from which a tile counts as crack
     */
    record Calibration(double temperature, double tileThreshold) {}
}
