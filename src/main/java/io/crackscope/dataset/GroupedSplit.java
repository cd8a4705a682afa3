package io.crackscope.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Splits whole groups, so that no wall is in two parts. Groups are dealt out, the largest first, to the part that then
 * comes nearest to its share of every stratum, a stratum being the images of one label from one source (the part of
 * the group id before the last slash: a structure, a class folder). So each part holds its share of cracks, and
 * something of each source that has groups enough.
 */
public final class GroupedSplit {
    private static final int TEST = 0;
    private static final int VALIDATION = 1;
    private static final int TRAIN = 2;

    private final Map<String, Integer> strata = new LinkedHashMap<>();
    private final List<Group> groups;
    private final double[][] wanted;
    private final double[][] given;
    private final double[] totals;

    private GroupedSplit(List<Group> groups, double[] shares) {
        this.groups = groups;
        groups.forEach(
                group -> group.images.forEach(image -> strata.computeIfAbsent(stratum(image), k -> strata.size())));
        totals = new double[strata.size()];
        groups.forEach(group -> add(totals, group));
        wanted = new double[shares.length][strata.size()];
        given = new double[shares.length][strata.size()];
        for (int part = 0; part < shares.length; part++) {
            for (int stratum = 0; stratum < totals.length; stratum++) {
                wanted[part][stratum] = shares[part] * totals[stratum];
            }
        }
    }

    private static final class Group {
        private final List<LabelledImage> images = new ArrayList<>();
        private int part = -1;
    }

    /** Splits {@code images} as the other method does, with no group kept out of training. */
    public static Split split(List<LabelledImage> images, double testFraction, long seed) {
        return split(images, testFraction, seed, Set.of());
    }

    /**
     * Splits {@code images} by whole groups into test ({@code testFraction} of all), validation (a fifth of the rest)
     * and training, as near to these shares as the groups allow.
     *
     * @param testFraction 0 to below 1
     * @param seed equal seeds and images give equal splits
     * @param testOnly groups that must not train or validate, such as photos that are judged whole; ids that no image
     *     has are ignored
     * @throws IllegalArgumentException if there are too few groups to give each part one
     */
    public static Split split(List<LabelledImage> images, double testFraction, long seed, Set<String> testOnly) {
        RandomSplit.checkFraction(testFraction);
        Map<String, Group> byId = new LinkedHashMap<>();
        for (LabelledImage image : images) {
            byId.computeIfAbsent(image.group(), id -> new Group()).images.add(image);
        }
        double validation = RandomSplit.VALIDATION * (1 - testFraction);
        double[] shares = {testFraction, validation, 1 - testFraction - validation};
        List<Group> groups = new ArrayList<>(byId.values());
        Collections.shuffle(groups, new Random(seed));
        groups.sort(
                Comparator.comparingInt((Group group) -> group.images.size()).reversed());
        GroupedSplit split = new GroupedSplit(groups, shares);
        testOnly.forEach(id -> {
            Group group = byId.get(id);
            if (group != null) {
                split.give(group, TEST);
            }
        });
        split.deal(testFraction > 0);
        return split.result(seed);
    }

    private void deal(boolean testing) {
        for (Group group : groups) {
            if (group.part < 0) {
                int best = TRAIN;
                for (int part = testing ? TEST : VALIDATION; part < TRAIN; part++) {
                    if (gain(group, part) > gain(group, best)) {
                        best = part;
                    }
                }
                give(group, best);
            }
        }
    }

    /** How much nearer {@code part} comes to what it should have, each stratum counting equally. */
    private double gain(Group group, int part) {
        double[] counts = new double[totals.length];
        add(counts, group);
        double gain = 0;
        for (int stratum = 0; stratum < counts.length; stratum++) {
            if (counts[stratum] > 0) {
                double before = shortfall(part, stratum, 0);
                double after = shortfall(part, stratum, counts[stratum]);
                gain += before * before - after * after;
            }
        }
        return gain;
    }

    /** What is missing (or too much) relative to the share, so that small parts are filled as well as large ones. */
    private double shortfall(int part, int stratum, double more) {
        double missing = wanted[part][stratum] - given[part][stratum] - more;
        return missing / Math.sqrt(Math.max(wanted[part][stratum], 1e-9) * totals[stratum]);
    }

    private void give(Group group, int part) {
        group.part = part;
        add(given[part], group);
    }

    private void add(double[] counts, Group group) {
        group.images.forEach(image -> counts[strata.get(stratum(image))]++);
    }

    private static String stratum(LabelledImage image) {
        int slash = image.group().lastIndexOf('/');
        return image.label().word() + " " + (slash < 0 ? "" : image.group().substring(0, slash));
    }

    private Split result(long seed) {
        Map<Integer, List<LabelledImage>> parts = new HashMap<>();
        for (int part = TEST; part <= TRAIN; part++) {
            parts.put(part, new ArrayList<>());
        }
        groups.forEach(group -> parts.get(group.part).addAll(group.images));
        boolean testMissing = wanted[TEST].length > 0
                && wanted[TEST][0] > 0
                && parts.get(TEST).isEmpty();
        if (testMissing || parts.get(VALIDATION).isEmpty() || parts.get(TRAIN).isEmpty()) {
            throw new SplitException(SplitException.Problem.TOO_FEW_GROUPS, groups.size());
        }
        return new Split("grouped", seed, parts.get(TRAIN), parts.get(VALIDATION), parts.get(TEST));
    }
}
