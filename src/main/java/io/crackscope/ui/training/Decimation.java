package io.crackscope.ui.training;

import java.util.function.IntToDoubleFunction;

/**
 * Thins a curve to what a screen can show and loses no peak: of each run of neighbouring points the lowest and the
 * highest are kept, in their order, and the first and the last of all.
 */
final class Decimation {
    private Decimation() {}

    /**
     * Chooses points of {@code from} to {@code to - 1}.
     *
     * @param y of a point; a value that is no number is never kept for its height
     * @param most points to choose, at least 4
     * @return numbers of the chosen points, rising
     */
    static int[] minMax(IntToDoubleFunction y, int from, int to, int most) {
        int count = Math.max(0, to - from);
        if (count <= most) {
            int[] all = new int[count];
            for (int i = 0; i < count; i++) {
                all[i] = from + i;
            }
            return all;
        }
        int buckets = (most - 2) / 2;
        int[] kept = new int[2 + 2 * buckets];
        int size = 0;
        kept[size++] = from;
        for (int bucket = 0; bucket < buckets; bucket++) {
            int begin = from + 1 + (int) ((long) (count - 2) * bucket / buckets);
            int end = from + 1 + (int) ((long) (count - 2) * (bucket + 1) / buckets);
            int low = begin;
            int high = begin;
            for (int i = begin + 1; i < end; i++) {
                double value = y.applyAsDouble(i);
                low = value < y.applyAsDouble(low) || Double.isNaN(y.applyAsDouble(low)) ? i : low;
                high = value > y.applyAsDouble(high) || Double.isNaN(y.applyAsDouble(high)) ? i : high;
            }
            kept[size++] = Math.min(low, high);
            if (low != high) {
                kept[size++] = Math.max(low, high);
            }
        }
        kept[size++] = to - 1;
        return java.util.Arrays.copyOf(kept, size);
    }
}
