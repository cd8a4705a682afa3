package io.crackscope.evaluation;

import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Label;
import java.util.Arrays;
import java.util.Collection;

/** Photos of known truth sorted once, so that the counts at any threshold take no time. Immutable. */
public final class ThresholdSweep {
    private final double[] cracks;
    private final double[] others;

    /** Those of {@code photos} whose truth is known. */
    public ThresholdSweep(Collection<JudgedPhoto> photos) {
        cracks = probabilities(photos, Label.CRACK);
        others = probabilities(photos, Label.NO_CRACK);
    }

    private static double[] probabilities(Collection<JudgedPhoto> photos, Label label) {
        return photos.stream()
                .filter(photo -> photo.shows(label))
                .mapToDouble(JudgedPhoto::probability)
                .sorted()
                .toArray();
    }

    /** The counts when photos of at least {@code threshold} are called crack. */
    public ConfusionMatrix at(double threshold) {
        int missed = below(cracks, threshold);
        int cleared = below(others, threshold);
        return new ConfusionMatrix(cracks.length - missed, others.length - cleared, cleared, missed);
    }

    /**
     * A threshold in [0,1] of least cost: of equally cheap ones the middle of the widest gap between neighbouring
     * probabilities, of equally wide gaps the lowest, so that the answer does not hang on a single photo. 0.5 without
     * photos.
     */
    public double cheapest(ErrorCosts costs) {
        double[] all = new double[cracks.length + others.length];
        System.arraycopy(cracks, 0, all, 0, cracks.length);
        System.arraycopy(others, 0, all, cracks.length, others.length);
        Arrays.sort(all);
        double best = 0.5;
        double bestCost = Double.POSITIVE_INFINITY;
        double bestWidth = -1;
        double low = 0;
        for (int i = 0; i <= all.length; i++) {
            double high = i == all.length ? 1 : all[i];
            // below the first photo lies a cut even where its probability is 0; above the last none where it is 1
            if (i == 0 || high > low) {
                double middle = (low + high) / 2;
                double threshold = middle > low ? middle : high; // between neighbouring doubles there is no middle
                double cost = costs.of(at(threshold));
                if (cost < bestCost || cost == bestCost && high - low > bestWidth) {
                    best = threshold;
                    bestCost = cost;
                    bestWidth = high - low;
                }
            }
            low = high;
        }
        return best;
    }

    /** How many of {@code sorted} are less than {@code threshold}. */
    private static int below(double[] sorted, double threshold) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < threshold) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
