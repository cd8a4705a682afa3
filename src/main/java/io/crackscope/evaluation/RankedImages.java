package io.crackscope.evaluation;

import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Label;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Images sorted once by falling probability, so that every figure is one pass over primitive arrays, whatever weight
 * each group has. A resample of groups with replacement is such a set of weights: how often each group was drawn.
 */
final class RankedImages {
    /** Bins of the expected calibration error. */
    static final int BINS = 15;

    private final int images;
    private final int groups;
    private final int called;
    private final boolean[] crack;
    private final int[] group;
    private final double[] probability;
    private final double[] loss;
    /** Whether the image is the last of those with its probability. */
    private final boolean[] lastOfTie;

    RankedImages(List<ScoredImage> unsorted, double threshold) {
        // The order decides the last bits of the sums: make it depend on the images and not on how they were listed.
        List<ScoredImage> sorted = unsorted.stream()
                .sorted(Comparator.comparingDouble(ScoredImage::probability)
                        .reversed()
                        .thenComparing(ScoredImage::label)
                        .thenComparing(ScoredImage::group))
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        for (String name : new TreeSet<>(sorted.stream().map(ScoredImage::group).toList())) {
            numbers.put(name, numbers.size());
        }
        images = sorted.size();
        groups = numbers.size();
        crack = new boolean[images];
        group = new int[images];
        probability = new double[images];
        loss = new double[images];
        lastOfTie = new boolean[images];
        int calledSoFar = 0;
        for (int i = 0; i < images; i++) {
            ScoredImage image = sorted.get(i);
            crack[i] = image.label() == Label.CRACK;
            group[i] = numbers.get(image.group());
            probability[i] = image.probability();
            loss[i] = Scores.crossEntropy(image.probability(), image.label());
            lastOfTie[i] = i == images - 1 || sorted.get(i + 1).probability() != image.probability();
            calledSoFar += image.probability() >= threshold ? 1 : 0;
        }
        called = calledSoFar;
    }

    int images() {
        return images;
    }

    int groups() {
        return groups;
    }

    /** The figures when every image of group {@code g} counts {@code weight[g]} times. */
    Figures figures(int[] weight) {
        long tp = 0;
        long fp = 0;
        long cracks = 0;
        long others = 0;
        long tieCracks = 0;
        long tieOthers = 0;
        double lossSum = 0;
        double wrongPairs = 0;
        double precisionSum = 0;
        double[] surplus = new double[BINS];
        for (int i = 0; i < images; i++) {
            int w = weight[group[i]];
            lossSum += w * loss[i];
            surplus[bin(probability[i])] += w * (crack[i] ? probability[i] - 1 : probability[i]);
            if (crack[i]) {
                tieCracks += w;
            } else {
                tieOthers += w;
            }
            if (lastOfTie[i]) {
                wrongPairs += tieCracks * (others + tieOthers / 2.0);
                cracks += tieCracks;
                others += tieOthers;
                if (tieCracks > 0) {
                    precisionSum += tieCracks * ((double) cracks / (cracks + others));
                }
                tieCracks = 0;
                tieOthers = 0;
            }
            if (i == called - 1) {
                // images of equal probability are all called or none is, so the tie has just ended
                tp = cracks;
                fp = others;
            }
        }
        long total = cracks + others;
        double gap = 0;
        for (double s : surplus) {
            gap += Math.abs(s);
        }
        return new Figures(
                new ConfusionMatrix(tp, fp, others - fp, cracks - tp),
                total == 0 ? Double.NaN : lossSum / total,
                cracks == 0 || others == 0 ? Double.NaN : 1 - wrongPairs / ((double) cracks * others),
                cracks == 0 ? Double.NaN : precisionSum / cracks,
                total == 0 ? Double.NaN : gap / total);
    }

    static int bin(double probability) {
        return Math.min(BINS - 1, (int) (probability * BINS));
    }

    /** Figures of one weighting; NaN where the images do not allow one. */
    record Figures(
            ConfusionMatrix confusion, double loss, double auroc, double averagePrecision, double calibrationError) {}
}
