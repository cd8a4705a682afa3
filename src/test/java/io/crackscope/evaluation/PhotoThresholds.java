package io.crackscope.evaluation;

import io.crackscope.domain.VerdictThresholds;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Fixes the two thresholds of a photo's verdict on photos of known truth that took no part in training: a crack must
 * rarely be called "no crack", a clean photo must rarely be called "crack", and what lies between needs a person.
 */
public final class PhotoThresholds {
    private PhotoThresholds() {}

    /**
     * The highest lower threshold that calls at most {@code mostMissed} of the cracked photos {@code no_crack}, and the
     * lowest upper threshold, at least as high, that calls at most {@code mostFalse} of the clean photos {@code crack}.
     *
     * @param probabilities of the photos, in [0,1]
     * @param crack whether the photo shows a crack, in the same order
     * @param mostMissed share in [0,1)
     * @param mostFalse share in [0,1)
     * @throws IllegalArgumentException if one of the two kinds is missing
     */
    public static VerdictThresholds choose(
            double[] probabilities, boolean[] crack, double mostMissed, double mostFalse) {
        double[] cracked = sorted(probabilities, crack, true);
        double[] clean = sorted(probabilities, crack, false);
        if (cracked.length == 0 || clean.length == 0) {
            throw new IllegalArgumentException("thresholds need photos with and without a crack");
        }
        double uncertainFrom = cracked[(int) Math.floor(mostMissed * cracked.length)];
        int allowed = (int) Math.floor(mostFalse * clean.length);
        // just above the most probable clean photo that must not be an alarm
        double crackFrom = Math.min(1, Math.nextUp(clean[clean.length - 1 - allowed]));
        return new VerdictThresholds(uncertainFrom, Math.max(uncertainFrom, crackFrom));
    }

    private static double[] sorted(double[] probabilities, boolean[] crack, boolean which) {
        double[] chosen = IntStream.range(0, crack.length)
                .filter(i -> crack[i] == which)
                .mapToDouble(i -> probabilities[i])
                .toArray();
        Arrays.sort(chosen);
        return chosen;
    }
}
