package io.crackscope.dataset;

import io.crackscope.imaging.PhotoFiles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What images are sorted by; where it is the same, or not known, they stay as listed, the unknown last. */
public enum ImageOrder {
    /** As folders and tables list them. */
    LISTED,
    NAME,
    LABEL,
    PART,
    GROUP,
    SIZE,
    BRIGHTNESS,
    SHARPNESS,
    PROBABILITY,
    /** What the model contradicts most first. */
    WORST_FIRST,
    /** Copies side by side. */
    DUPLICATES;

    /** The key of its texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@code numbers} in this order.
     *
     * @param clusters for {@link #DUPLICATES}: the images that belong together, side by side; other images come last
     */
    int[] sorted(ImageTable table, int[] numbers, boolean falling, List<int[]> clusters) {
        return switch (this) {
            case LISTED -> falling ? reversed(numbers) : numbers;
            case NAME -> by(numbers, falling, table::nameRank);
            case LABEL ->
                by(numbers, falling, number -> rank(table.state(number).label()));
            case PART -> by(numbers, falling, number -> rank(table.state(number).part()));
            case GROUP -> by(numbers, falling, ranks(table, numbers));
            case SIZE -> by(numbers, falling, number -> Magnitude.SIZE.of(table, number));
            case BRIGHTNESS -> by(numbers, falling, number -> Magnitude.BRIGHTNESS.of(table, number));
            case SHARPNESS -> by(numbers, falling, number -> Magnitude.SHARPNESS.of(table, number));
            case PROBABILITY -> by(numbers, falling, table::probability);
            case WORST_FIRST -> by(numbers, !falling, table::doubt);
            case DUPLICATES -> by(numbers, falling, places(table, clusters));
        };
    }

    private static double rank(Optional<? extends Enum<?>> value) {
        return value.map(known -> (double) known.ordinal()).orElse(Double.NaN);
    }

    private static IntToDoubleFunction ranks(ImageTable table, int[] numbers) {
        Map<String, Integer> ranks = new HashMap<>();
        List<String> groups = IntStream.of(numbers)
                .mapToObj(table::group)
                .flatMap(Optional::stream)
                .distinct()
                .sorted(PhotoFiles.NATURAL)
                .toList();
        for (int i = 0; i < groups.size(); i++) {
            ranks.put(groups.get(i), i);
        }
        return number ->
                table.group(number).map(ranks::get).map(Integer::doubleValue).orElse(Double.NaN);
    }

    private static IntToDoubleFunction places(ImageTable table, List<int[]> clusters) {
        double[] places = new double[table.size()];
        Arrays.fill(places, Double.NaN);
        int place = 0;
        for (int[] cluster : clusters) {
            for (int number : cluster) {
                places[number] = place++;
            }
        }
        return number -> places[number];
    }

    private static int[] reversed(int[] numbers) {
        return IntStream.range(0, numbers.length)
                .map(i -> numbers[numbers.length - 1 - i])
                .toArray();
    }

    /** Sorts by a key of 32 bits above the place: sorting longs needs no boxes. */
    private static int[] by(int[] numbers, boolean falling, IntToDoubleFunction key) {
        long[] keyed = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            float value = (float) key.applyAsDouble(numbers[i]);
            int bits = Float.floatToIntBits(falling ? -value : value);
            int ascending = Float.isNaN(value) ? Integer.MAX_VALUE : bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
            keyed[i] = (long) ascending << 32 | i;
        }
        Arrays.sort(keyed);
        return Arrays.stream(keyed).mapToInt(place -> numbers[(int) place]).toArray();
    }
}
