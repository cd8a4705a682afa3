package io.crackscope.domain;

/**
 * What a model scores on labelled images. A figure that the images do not allow (AUROC with one class only) is NaN.
 *
 * @param split how the images were held out, in words: {@code grouped}, {@code random}, or {@code as given}
 * @param images judged images
 * @param groups independent groups (photos, number runs, near-duplicate clusters) the images fall into
 * @param threshold crack probability from which an image counts as called crack
 * @param confusion counts at that threshold
 * @param loss mean cross-entropy of the calibrated probabilities, in nats
 * @param auroc area under the receiver operating characteristic
 * @param averagePrecision area under the precision-recall curve as a step function
 * @param calibrationError expected calibration error, 15 equal-width bins
 * @param accuracyInterval 95 % interval of the accuracy
 * @param aurocInterval 95 % interval of AUROC
 * @param crackIntervals 95 % intervals of precision, recall and F1 of the cracks
 * @param noCrackIntervals 95 % intervals of precision, recall and F1 of the crack-free images
 * @param averagePrecisionInterval 95 % interval of the average precision
 * @param lossInterval 95 % interval of the loss
 * @param calibrationErrorInterval 95 % interval of the expected calibration error
 */
public record Scorecard(
        String split,
        int images,
        int groups,
        double threshold,
        ConfusionMatrix confusion,
        double loss,
        double auroc,
        double averagePrecision,
        double calibrationError,
        Interval accuracyInterval,
        Interval aurocInterval,
        ClassIntervals crackIntervals,
        ClassIntervals noCrackIntervals,
        Interval averagePrecisionInterval,
        Interval lossInterval,
        Interval calibrationErrorInterval) {

    /** Share of right answers in [0,1]. */
    public double accuracy() {
        return confusion.accuracy();
    }

    /** The intervals of the scores of this class. */
    public ClassIntervals intervals(Label label) {
        return label == Label.CRACK ? crackIntervals : noCrackIntervals;
    }
}
