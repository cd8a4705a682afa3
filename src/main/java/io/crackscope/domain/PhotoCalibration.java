package io.crackscope.domain;

/**
 * Turns the linked probability of neighbouring tiles into the probability that the photo shows a crack: the logistic
 * function of {@code slope * log-odds + offset} (Platt scaling), fitted on validation photos. The most alarming of many
 * tiles is more alarming than the photo is.
 *
 * @param slope above 0
 * @param offset in log-odds
 */
public record PhotoCalibration(double slope, double offset) {
    /** Takes linked probabilities as they are. */
    public static final PhotoCalibration NONE = new PhotoCalibration(1, 0);

    public PhotoCalibration {
        if (!(slope > 0 && slope < 1e3 && Math.abs(offset) < 1e3)) {
            throw new IllegalArgumentException("photo calibration out of range: " + slope + ", " + offset);
        }
    }

    /** The photo's probability in (0,1) for linked tiles of these mean log-odds. */
    public double probability(double logOdds) {
        return 1 / (1 + Math.exp(-(slope * logOdds + offset)));
    }
}
