package io.crackscope.evaluation;

import io.crackscope.domain.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Whether a second model is better than a first, told from what both say of the same images.
 *
 * <p>Two questions must be answered alike: is the number of images that only one of them calls right more lopsided than a
 * fair coin would make it (McNemar's test, exact binomial, two-sided; McNemar 1947), and does the 95 % interval of the
 * difference in accuracy, from resampling whole groups as in {@link Scores}, leave out zero? Neighbouring tiles of one
 * wall fall together, so the first alone would be too sure.
 *
 * @param images judged by both
 * @param groups they fall into
 * @param onlyFirst called right by the first model only
 * @param onlySecond called right by the second model only
 * @param difference accuracy of the second less that of the first
 * @param interval 95 % interval of the difference; NaN where there are fewer than two groups
 * @param p of McNemar's test
 * @param verdict on the second model
 */
public record PairedTest(
        int images,
        int groups,
        int onlyFirst,
        int onlySecond,
        double difference,
        Interval interval,
        double p,
        Verdict verdict) {
    /** Fewer images than this decide nothing. */
    public static final int LEAST_IMAGES = 30;

    private static final double LEVEL = 0.05;

    /** What the images say of the second model. */
    public enum Verdict {
        BETTER,
        WORSE,
        CANNOT_TELL
    }

    /**
     * An image judged by both.
     *
     * @param group images of one wall
     * @param first whether the first model called it right
     * @param second whether the second model did
     */
    public record Pair(String group, boolean first, boolean second) {}

    /** The test of {@code pairs}; equal pairs and seed give an equal test. */
    public static PairedTest of(List<Pair> pairs, long seed) {
        Map<String, int[]> byGroup = new LinkedHashMap<>();
        int onlyFirst = 0;
        int onlySecond = 0;
        for (Pair pair : pairs) {
            int gain = (pair.second() ? 1 : 0) - (pair.first() ? 1 : 0);
            int[] group = byGroup.computeIfAbsent(pair.group(), name -> new int[2]);
            group[0] += gain;
            group[1]++;
            onlyFirst += gain < 0 ? 1 : 0;
            onlySecond += gain > 0 ? 1 : 0;
        }
        Interval interval = interval(new ArrayList<>(byGroup.values()), seed);
        double p = mcNemar(onlyFirst, onlySecond);
        return new PairedTest(
                pairs.size(),
                byGroup.size(),
                onlyFirst,
                onlySecond,
                pairs.isEmpty() ? Double.NaN : (double) (onlySecond - onlyFirst) / pairs.size(),
                interval,
                p,
                verdict(pairs.size(), interval, p));
    }

    private static Verdict verdict(int images, Interval interval, double p) {
        if (images < LEAST_IMAGES || !(p < LEVEL)) {
            return Verdict.CANNOT_TELL;
        } else if (interval.low() > 0) {
            return Verdict.BETTER;
        }
        return interval.high() < 0 ? Verdict.WORSE : Verdict.CANNOT_TELL;
    }

    /** Probability that a fair coin falls at least as unevenly, either way. */
    static double mcNemar(int onlyFirst, int onlySecond) {
        int all = onlyFirst + onlySecond;
        int fewer = Math.min(onlyFirst, onlySecond);
        double log = -all * Math.log(2);
        double sum = 0;
        for (int k = 0; k <= fewer; k++) {
            sum += Math.exp(log);
            log += Math.log((double) (all - k) / (k + 1));
        }
        return Math.min(1, 2 * sum);
    }

    private static Interval interval(List<int[]> groups, long seed) {
        if (groups.size() < 2) {
            return new Interval(Double.NaN, Double.NaN);
        }
        Random random = new Random(seed);
        double[] differences = new double[Scores.RESAMPLES];
        for (int r = 0; r < differences.length; r++) {
            int gain = 0;
            int images = 0;
            for (int i = 0; i < groups.size(); i++) {
                int[] drawn = groups.get(random.nextInt(groups.size()));
                gain += drawn[0];
                images += drawn[1];
            }
            differences[r] = (double) gain / images;
        }
        Arrays.sort(differences);
        return new Interval(Scores.percentile(differences, 0.025), Scores.percentile(differences, 0.975));
    }
}
