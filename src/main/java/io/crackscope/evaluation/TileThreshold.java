package io.crackscope.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Chooses the crack probability from which a tile is called crack, on validation tiles only.
 *
 * <p>Probabilities are calibrated, so even odds are right where calibration is. Another cut takes their place only where
 * it is better by more than chance: more right answers on the tiles between the two cuts than wrong ones, by more than
 * one standard error of that difference (the square root of their number, as in McNemar's test). The cut with the most
 * right answers in a few thousand tiles is otherwise mostly luck.
 */
public final class TileThreshold {
    private static final double EVEN_ODDS = 0.5;

    private TileThreshold() {}

    /**
     * The threshold in [0,1]; 0.5 where one of the classes is missing or nothing is clearly better.
     *
     * @param probabilities calibrated crack probabilities in [0,1] of validation tiles
     * @param crack whether each of these tiles shows a crack
     * @throws IllegalArgumentException if there are not as many labels as probabilities
     */
    public static double choose(double[] probabilities, boolean[] crack) {
        if (probabilities.length != crack.length) {
            throw new IllegalArgumentException(probabilities.length + " probabilities for " + crack.length + " labels");
        }
        double best = mostRight(probabilities, crack);
        int cracks = 0;
        int gain = 0;
        int between = 0;
        for (int i = 0; i < crack.length; i++) {
            cracks += crack[i] ? 1 : 0;
            boolean called = probabilities[i] >= best;
            if (called != probabilities[i] >= EVEN_ODDS) {
                between++;
                gain += called == crack[i] ? 1 : -1;
            }
        }
        boolean hasBoth = cracks > 0 && cracks < crack.length;
        return hasBoth && gain > Math.sqrt(between) ? best : EVEN_ODDS;
    }

    /**
     * Every gap between neighbouring distinct probabilities (and the ends 0 and 1) is a possible cut; that with the most
     * right answers wins, of equally good ones the widest gap, of equally wide ones the lower; the middle of the gap, so
     * that the answer does not hang on a single tile's probability.
     */
    private static double mostRight(double[] probabilities, boolean[] crack) {
        Integer[] order = new Integer[crack.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> probabilities[i]));
        int gain = 0;
        int bestGain = Integer.MIN_VALUE;
        double bestLow = 0;
        double bestHigh = 0;
        double below = 0;
        for (int i = 0; i <= order.length; i++) {
            double above = i == order.length ? 1 : probabilities[order[i]];
            boolean gap = i == 0 || above > below;
            if (gap && (gain > bestGain || gain == bestGain && above - below > bestHigh - bestLow)) {
                bestGain = gain;
                bestLow = below;
                bestHigh = above;
            }
            if (i < order.length) {
                gain += crack[order[i]] ? -1 : 1;
                below = above;
            }
        }
        double middle = (bestLow + bestHigh) / 2;
        return middle > bestLow ? middle : bestHigh; // between neighbouring doubles there is no middle
    }
}
