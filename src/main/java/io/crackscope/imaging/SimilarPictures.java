package io.crackscope.imaging;

import java.util.Arrays;

/**
 * Finds pictures that look almost the same as a given one, without comparing with all of them: of seven bands of the 64
 * bits of {@link PerceptualHash#steps()} at least one is equal where at most {@link PerceptualHash#NEAR} bits differ, so
 * none is missed. Immutable, safe from any thread.
 */
public final class SimilarPictures {
    private static final int BANDS = PerceptualHash.NEAR + 1;

    private final long[] steps;
    private final long[] frequencies;
    /** For each band the numbers of the pictures, ordered by their bits in the band. */
    private final int[][] order = new int[BANDS][];

    /** Pictures are numbered by their place in the two arrays, whose halves belong together. */
    public SimilarPictures(long[] steps, long[] frequencies) {
        if (steps.length != frequencies.length) {
            throw new IllegalArgumentException(steps.length + " and " + frequencies.length + " halves of hashes");
        }
        this.steps = steps.clone();
        this.frequencies = frequencies.clone();
        for (int band = 0; band < BANDS; band++) {
            order[band] = ordered(band);
        }
    }

    private int[] ordered(int band) {
        // the band's ten bits above the number: sorting longs needs no boxes
        long[] keys = new long[steps.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = bits(steps[i], band) << 32 | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private static long bits(long value, int band) {
        int from = 64 * band / BANDS;
        int width = 64 * (band + 1) / BANDS - from;
        return value >>> from & (1L << width) - 1;
    }

    /** Hears of one picture; true to look for more. */
    @FunctionalInterface
    public interface Visitor {
        boolean found(int number);
    }

    /** Shows all pictures within {@link PerceptualHash#NEAR} of {@code hash}, some perhaps more than once. */
    public void near(PerceptualHash hash, Visitor visitor) {
        for (int band = 0; band < BANDS; band++) {
            long wanted = bits(hash.steps(), band);
            for (int at = first(band, wanted); at < steps.length; at++) {
                int number = order[band][at];
                if (bits(steps[number], band) != wanted) {
                    break;
                }
                if (hash.distance(new PerceptualHash(steps[number], frequencies[number])) <= PerceptualHash.NEAR
                        && !visitor.found(number)) {
                    return;
                }
            }
        }
    }

    /** Whether any picture is within {@link PerceptualHash#NEAR} of {@code hash}. */
    public boolean anyNear(PerceptualHash hash) {
        boolean[] any = {false};
        near(hash, number -> {
            any[0] = true;
            return false;
        });
        return any[0];
    }

    private int first(int band, long wanted) {
        int low = 0;
        int high = steps.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bits(steps[order[band][middle]], band) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
