package io.crackscope.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Chooses the crack probability from which a tile is called crack, on validation tiles only.
 *
 * <p>Every gap between neighbouring distinct probabilities (and the ends 0 and 1) is a possible cut; the best by the
 * chosen rule wins, of equally good ones the widest gap, of equally wide ones the lower; the threshold is the middle of
 * the gap. So the answer does not hang on a single tile's probability.
 */
public enum TileThreshold {
    /** Most right answers: for the classes in the shares in which they will be met. */
    ACCURACY,
    /** Highest recall of cracks plus recall of crack-free tiles (Youden's J): both classes count equally. */
    YOUDEN;

    /**
     * The threshold in [0,1]; 0.5 where one of the classes is missing.
     *
     * @param probabilities calibrated crack probabilities in [0,1] of validation tiles
     * @param crack whether each of these tiles shows a crack
     */
    public double choose(double[] probabilities, boolean[] crack) {
        if (probabilities.length != crack.length) {
            throw new IllegalArgumentException(probabilities.length + " probabilities for " + crack.length + " labels");
        }
        Integer[] order = new Integer[crack.length];
        long cracks = 0;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            cracks += crack[i] ? 1 : 0;
        }
        long others = crack.length - cracks;
        if (cracks == 0 || others == 0) {
            return 0.5;
        }
        // Whole numbers, so that equally good cuts are equal: J times cracks times others, or right answers.
        long perCrack = this == YOUDEN ? others : 1;
        long perOther = this == YOUDEN ? cracks : 1;
        Arrays.sort(order, Comparator.comparingDouble(i -> probabilities[i]));

        long gain = 0;
        long bestGain = Long.MIN_VALUE;
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
                gain += crack[order[i]] ? -perCrack : perOther;
                below = above;
            }
        }
        double middle = (bestLow + bestHigh) / 2;
        return middle > bestLow ? middle : bestHigh; // between neighbouring doubles there is no middle
    }
}
