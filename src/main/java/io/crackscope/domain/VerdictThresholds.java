package io.crackscope.domain;

/**
 * The two probabilities that part the verdicts of a photo; fixed on validation photos and kept in the model file.
 *
 * @param uncertainFrom lowest photo probability, in [0,1], that is not {@code no_crack}
 * @param crackFrom lowest photo probability, in [uncertainFrom,1], that is {@code crack}
 */
public record VerdictThresholds(double uncertainFrom, double crackFrom) {
    /** @throws IllegalArgumentException if they are not in [0,1] and in this order */
    public VerdictThresholds {
        if (!(0 <= uncertainFrom && uncertainFrom <= crackFrom && crackFrom <= 1)) {
            throw new IllegalArgumentException("thresholds must satisfy 0 <= uncertainFrom <= crackFrom <= 1: "
                    + uncertainFrom + ", " + crackFrom);
        }
    }

    /** The verdict for a photo of this calibrated probability. */
    public Verdict verdict(double probability) {
        if (probability >= crackFrom) {
            return Verdict.CRACK;
        }
        return probability >= uncertainFrom ? Verdict.UNCERTAIN : Verdict.NO_CRACK;
    }
}
