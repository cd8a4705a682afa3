package io.crackscope.dataset;

import io.crackscope.domain.Label;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds what is wrong with a data set, from what was measured. Images that a person has excluded count nowhere. The limits
 * were set on METU and SDNET2018 so that they flag a few hundredths of good photos at most.
 */
public final class SetChecks {
    /** Less mean brightness is dark. */
    static final double DARK = 0.2;

    /** More mean brightness, or a larger share of burnt-out pixels, is over-exposed. */
    static final double BRIGHT = 0.93;

    static final double BURNT_OUT = 0.25;

    /** A picture is blurred if it is this much less sharp than the median picture of its data set ... */
    static final double BLURRED_SHARE = 1.0 / 8;

    /** ... or less sharp than any focused picture of concrete. */
    static final double BLURRED = 2.5;

    /** The share of the rarer class from which on classes count as balanced. */
    public static final double BALANCED = 0.2;

    private static final double DARK_PIXELS = 0.6;

    private final ImageTable table;
    private final Cancellation cancellation;

    private SetChecks(ImageTable table, Cancellation cancellation) {
        this.table = table;
        this.cancellation = cancellation;
    }

    /**
     * Runs {@code check} on a {@link ImageTable#copy() copy} of a table; blocks, a second for 40,000 images. Leaks are found
     * by {@link PartLeaks}.
     *
     * @param crackFrom the probability from which on the model calls a tile a crack
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Finding run(Check check, ImageTable table, double crackFrom, Cancellation cancellation) {
        SetChecks checks = new SetChecks(table, cancellation);
        return switch (check) {
            case EXACT_DUPLICATES -> checks.exactDuplicates();
            case NEAR_DUPLICATES -> new Finding(check, checks.nearDuplicates());
            case CONFLICTS -> checks.conflicts();
            case LEAKS -> PartLeaks.of(table, cancellation).finding();
            case LABEL_SUSPECTS -> checks.suspects(crackFrom);
            case BLURRED -> checks.blurred();
            case DARK ->
                checks.measured(
                        check,
                        found -> found.quality().brightness() < DARK
                                || found.quality().dark() > DARK_PIXELS);
            case OVEREXPOSED ->
                checks.measured(
                        check,
                        found -> found.quality().brightness() > BRIGHT
                                || found.quality().bright() > BURNT_OUT);
            case UNREADABLE ->
                checks.where(
                        check,
                        number -> table.measurement(number)
                                .filter(Measurement.Refused.class::isInstance)
                                .isPresent());
            case ODD_SIZE -> checks.oddSize();
            case IMBALANCE -> checks.imbalance();
        };
    }

    private Finding where(Check check, IntPredicate flagged) {
        return Finding.of(check, used().filter(flagged).toArray());
    }

    private Finding measured(Check check, Predicate<Measures> flagged) {
        return where(check, number -> table.measures(number).filter(flagged).isPresent());
    }

    private IntStream used() {
        return IntStream.range(0, table.size())
                .filter(number -> !table.state(number).excluded());
    }

    private Finding exactDuplicates() {
        return new Finding(Check.EXACT_DUPLICATES, sameBytes());
    }

    private List<int[]> sameBytes() {
        Map<String, List<Integer>> byDigest = new LinkedHashMap<>();
        used().forEach(number -> table.measures(number)
                .ifPresent(found -> byDigest.computeIfAbsent(found.sha256(), key -> new ArrayList<>())
                        .add(number)));
        return several(byDigest);
    }

    private static List<int[]> several(Map<?, List<Integer>> clusters) {
        return clusters.values().stream()
                .filter(cluster -> cluster.size() > 1)
                .map(cluster -> cluster.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** Clusters of images that look almost the same, without those of which all members have the same bytes. */
    private List<int[]> nearDuplicates() {
        return lookAlike().stream()
                .filter(cluster -> Arrays.stream(cluster)
                                .mapToObj(number ->
                                        table.measures(number).orElseThrow().sha256())
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    private List<int[]> lookAlike() {
        int[] readable =
                used().filter(number -> table.measures(number).isPresent()).toArray();
        List<PerceptualHash> hashes = Arrays.stream(readable)
                .mapToObj(number -> table.measures(number).orElseThrow().hash())
                .toList();
        int[] first = NearDuplicates.clusters(hashes, cancellation);
        Map<Integer, List<Integer>> clusters = new LinkedHashMap<>();
        for (int i = 0; i < first.length; i++) {
            clusters.computeIfAbsent(first[i], key -> new ArrayList<>()).add(readable[i]);
        }
        return several(clusters);
    }

    private Finding conflicts() {
        return new Finding(
                Check.CONFLICTS,
                lookAlike().stream()
                        .filter(cluster -> Arrays.stream(cluster)
                                        .mapToObj(number -> table.state(number).label())
                                        .flatMap(Optional::stream)
                                        .distinct()
                                        .count()
                                > 1)
                        .toList());
    }

    private Finding suspects(double crackFrom) {
        int[] worstFirst = used().filter(number -> isContradicted(number, crackFrom))
                .boxed()
                .sorted(Comparator.comparingDouble(number -> -table.doubt(number)))
                .mapToInt(Integer::intValue)
                .toArray();
        return Finding.of(Check.LABEL_SUSPECTS, worstFirst);
    }

    private boolean isContradicted(int number, double crackFrom) {
        float probability = table.probability(number);
        Optional<Label> label = table.state(number).label();
        return label.isPresent()
                && !Float.isNaN(probability)
                && (label.get() == Label.CRACK) != (probability >= crackFrom);
    }

    private Finding blurred() {
        OptionalDouble median = median(used().mapToObj(table::measures)
                .flatMap(Optional::stream)
                .mapToDouble(found -> found.quality().sharpness())
                .toArray());
        double limit = Math.max(BLURRED, BLURRED_SHARE * median.orElse(0));
        return measured(Check.BLURRED, found -> found.quality().sharpness() < limit);
    }

    private static OptionalDouble median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[values.length / 2]);
    }

    /** Where most images have one size, all others are odd; else what is much smaller or longer than the median. */
    private Finding oddSize() {
        record Size(int width, int height) {}
        Map<Size, Integer> counts = new HashMap<>();
        List<Measures> all =
                used().mapToObj(table::measures).flatMap(Optional::stream).toList();
        all.forEach(found -> counts.merge(new Size(found.width(), found.height()), 1, Integer::sum));
        Optional<Map.Entry<Size, Integer>> most = counts.entrySet().stream().max(Map.Entry.comparingByValue());
        if (most.isEmpty()) {
            return Finding.of(Check.ODD_SIZE, new int[0]);
        }
        if (most.get().getValue() >= 0.5 * all.size()) {
            Size usual = most.get().getKey();
            return measured(Check.ODD_SIZE, found -> !usual.equals(new Size(found.width(), found.height())));
        }
        double area =
                median(all.stream().mapToDouble(SetChecks::area).toArray()).orElseThrow();
        double shape =
                median(all.stream().mapToDouble(SetChecks::shape).toArray()).orElseThrow();
        return measured(Check.ODD_SIZE, found -> area(found) < area / 4 || shape(found) > 2 * shape);
    }

    private static double area(Measures found) {
        return (double) found.width() * found.height();
    }

    private static double shape(Measures found) {
        return (double) Math.max(found.width(), found.height()) / Math.min(found.width(), found.height());
    }

    /** Of how many classes the images of {@code table} are that are not left out. */
    static long classes(ImageTable table) {
        return IntStream.range(0, table.size())
                .mapToObj(table::state)
                .filter(ImageState::isUsable)
                .map(ImageState::label)
                .distinct()
                .count();
    }

    /** The images of the rarer class, where it is rare; where it is missing, those of the only class. */
    private Finding imbalance() {
        int[] crack = used().filter(number -> has(number, Label.CRACK)).toArray();
        int[] noCrack = used().filter(number -> has(number, Label.NO_CRACK)).toArray();
        if (classes(table) == 1) {
            return Finding.of(Check.IMBALANCE, crack.length > 0 ? crack : noCrack);
        }
        int[] rarer = crack.length <= noCrack.length ? crack : noCrack;
        boolean isRare = rarer.length < BALANCED * (crack.length + noCrack.length);
        return Finding.of(Check.IMBALANCE, isRare ? rarer : new int[0]);
    }

    private boolean has(int number, Label label) {
        return table.state(number).label().equals(Optional.of(label));
    }
}
