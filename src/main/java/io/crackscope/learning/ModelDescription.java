package io.crackscope.learning;

import io.crackscope.domain.ModelCard;
import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.VerdictThresholds;

/**
 * What a loaded model is and how its answers are to be read.
 *
 * @param card the model card
 * @param inputSize side in pixels of the square tile the network was trained on
 * @param window side in pixels of the native-resolution square that is one tile of a whole photo; resized to
 *     {@code inputSize} where they differ
 * @param stride distance in pixels between neighbouring tiles of a whole photo, at most {@code window}
 * @param temperature divides the logit before the sigmoid, fixed on validation images, above 0
 * @param tileThreshold crack probability from which a single tile counts as crack, fixed on validation images
 * @param photoCalibration turns linked tile probabilities into the photo's
 * @param thresholds part the verdicts of whole photos
 */
public record ModelDescription(
        ModelCard card,
        int inputSize,
        int window,
        int stride,
        double temperature,
        double tileThreshold,
        PhotoCalibration photoCalibration,
        VerdictThresholds thresholds) {
    /** @throws IllegalArgumentException if a figure is out of range */
    public ModelDescription {
        if (window < 8
                || window > 8192
                || stride < 1
                || stride > window
                || !(temperature > 0 && temperature < 1e6)
                || !(tileThreshold >= 0 && tileThreshold <= 1)) {
            throw new IllegalArgumentException("model description out of range: window " + window + ", stride " + stride
                    + ", temperature " + temperature + ", threshold " + tileThreshold);
        }
    }

    /** @throws IllegalArgumentException if this describes another network */
    void requireFits(NetworkBlueprint network) {
        if (inputSize != network.inputSize()) {
            throw new IllegalArgumentException(
                    "description says input " + inputSize + ", the network has " + network.inputSize());
        }
    }

    /** The same model with another card. */
    public ModelDescription with(ModelCard otherCard) {
        return new ModelDescription(
                otherCard, inputSize, window, stride, temperature, tileThreshold, photoCalibration, thresholds);
    }

    /** The same model with another reading of whole photos. */
    public ModelDescription with(PhotoCalibration otherCalibration, VerdictThresholds otherThresholds) {
        return new ModelDescription(
                card, inputSize, window, stride, temperature, tileThreshold, otherCalibration, otherThresholds);
    }

    /** The calibrated crack probability in [0,1] for a logit of the network: the sigmoid of logit / temperature. */
    public double probability(double logit) {
        return 1 / (1 + Math.exp(-logit / temperature));
    }
}
