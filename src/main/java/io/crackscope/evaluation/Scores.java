package io.crackscope.evaluation;

import io.crackscope.domain.ClassIntervals;
import io.crackscope.domain.Interval;
import io.crackscope.domain.Label;
import io.crackscope.domain.Scorecard;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Scores of a model on labelled images.
 *
 * <ul>
 *   <li>Loss: mean cross-entropy in nats, probabilities clipped to [{@value #EPSILON}, 1 - {@value #EPSILON}] so that one
 *       sure and wrong answer costs 16 nats and not infinity (the clipping of Keras, which the seed notebook used).
 *   <li>AUROC: share of pairs (crack, crack-free) in which the crack has the higher probability, equal ones counting
 *       half (the Mann-Whitney U statistic).
 *   <li>Average precision: sum over the distinct probabilities, falling, of recall gained times precision there; no
 *       interpolation.
 *   <li>Expected calibration error: images in 15 equal-width bins of the crack probability, mean over images of
 *       |mean probability - share of cracks| of their bin (Naeini et al. 2015, here for the crack class).
 *   <li>Intervals: 2.5th and 97.5th percentile, linearly interpolated, over 1,000 resamples in which as many groups as
 *       there are were drawn with replacement, each with all its images (cluster bootstrap, Field and Welsh 2007).
 *       Resamples that do not allow a figure are left out; where fewer than half remain, or there are fewer than two
 *       groups, the interval is NaN.
 * </ul>
 */
public final class Scores {
    /** Probabilities nearer than this to 0 or 1 count as this far away in the loss. */
    public static final double EPSILON = 1e-7;

    /** Times the groups are drawn anew for the intervals. */
    static final int RESAMPLES = 1000;

    private Scores() {}

    /**
     * The scorecard of {@code images}, in any order; equal images, threshold and seed give an equal scorecard.
     *
     * @param threshold crack probability from which an image counts as called crack
     * @param split how the images were held out, in words
     * @param seed of the resampling
     */
    public static Scorecard of(List<ScoredImage> images, double threshold, String split, long seed) {
        RankedImages ranked = new RankedImages(images, threshold);
        int groups = ranked.groups();
        int[] once = new int[groups];
        Arrays.fill(once, 1);
        RankedImages.Figures all = ranked.figures(once);
        RankedImages.Figures[] resamples = groups < 2 ? new RankedImages.Figures[0] : resample(ranked, seed);
        return new Scorecard(
                split,
                ranked.images(),
                groups,
                threshold,
                all.confusion(),
                all.loss(),
                all.auroc(),
                all.averagePrecision(),
                all.calibrationError(),
                interval(resamples, f -> f.confusion().accuracy()),
                interval(resamples, RankedImages.Figures::auroc),
                intervals(resamples, Label.CRACK),
                intervals(resamples, Label.NO_CRACK),
                interval(resamples, RankedImages.Figures::averagePrecision),
                interval(resamples, RankedImages.Figures::loss),
                interval(resamples, RankedImages.Figures::calibrationError));
    }

    /** Cross-entropy in nats of one answer, the probability clipped by {@link #EPSILON}. */
    static double crossEntropy(double probability, Label label) {
        double clipped = Math.min(1 - EPSILON, Math.max(EPSILON, probability));
        return -Math.log(label == Label.CRACK ? clipped : 1 - clipped);
    }

    private static RankedImages.Figures[] resample(RankedImages ranked, long seed) {
        // java.util.Random: its sequence is specified, so the intervals are the same on every JDK.
        Random random = new Random(seed);
        int groups = ranked.groups();
        int[] drawn = new int[groups];
        RankedImages.Figures[] resamples = new RankedImages.Figures[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            Arrays.fill(drawn, 0);
            for (int g = 0; g < groups; g++) {
                drawn[random.nextInt(groups)]++;
            }
            resamples[r] = ranked.figures(drawn);
        }
        return resamples;
    }

    private static ClassIntervals intervals(RankedImages.Figures[] resamples, Label label) {
        return new ClassIntervals(
                interval(resamples, f -> f.confusion().score(label).precision()),
                interval(resamples, f -> f.confusion().score(label).recall()),
                interval(resamples, f -> f.confusion().score(label).f1()));
    }

    private static Interval interval(RankedImages.Figures[] resamples, ToDoubleFunction<RankedImages.Figures> figure) {
        double[] values = Arrays.stream(resamples)
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (resamples.length == 0 || values.length < resamples.length / 2) {
            return new Interval(Double.NaN, Double.NaN);
        }
        return new Interval(percentile(values, 0.025), percentile(values, 0.975));
    }

    static double percentile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
