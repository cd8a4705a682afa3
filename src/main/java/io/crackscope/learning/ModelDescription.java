package io.crackscope.learning;

import io.crackscope.domain.ModelCard;
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
 * @param thresholds part the verdicts of whole photos
 */
public record ModelDescription(
        ModelCard card,
        int inputSize,
        int window,
        int stride,
        double temperature,
        double tileThreshold,
        VerdictThresholds thresholds) {}
