package io.crackscope.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/**
 * The notebook's protocol: images drawn evenly at random, whatever they show. Neighbouring tiles of one wall fall into
 * different parts, so its scores flatter; {@link GroupedSplit} is the honest one.
 */
public final class RandomSplit {
    /** Share of what is not tested that validates. */
    static final double VALIDATION = 0.2;

    private RandomSplit() {}

    /**
     * Splits {@code images}; 6,000 of them with a test fraction of 0.3 become 3,360 / 840 / 1,800.
     *
     * @param sample draw only so many first; all where there are fewer
     * @param testFraction share of the sample that tests, 0 to below 1
     * @param seed equal seeds and images give equal splits
     * @throws SplitException if too few images are left to train on
     */
    public static Split split(List<LabelledImage> images, OptionalInt sample, double testFraction, long seed) {
        checkFraction(testFraction);
        List<LabelledImage> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, new Random(seed));
        int size = Math.min(shuffled.size(), sample.orElse(shuffled.size()));
        int test = (int) Math.round(testFraction * size);
        int validation = (int) Math.round(VALIDATION * (size - test));
        if (size - test - validation < 1 || validation < 1) {
            throw new SplitException(SplitException.Problem.TOO_FEW_IMAGES, size);
        }
        return new Split(
                "random",
                seed,
                shuffled.subList(test + validation, size),
                shuffled.subList(test, test + validation),
                shuffled.subList(0, test));
    }

    static void checkFraction(double testFraction) {
        if (!(testFraction >= 0 && testFraction < 1)) {
            throw new IllegalArgumentException("the test fraction must be at least 0 and below 1: " + testFraction);
        }
    }
}
