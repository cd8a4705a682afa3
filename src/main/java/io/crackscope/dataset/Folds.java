package io.crackscope.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Deals the labelled images of a data set into {@value #COUNT} folds by whole groups, so that each can be judged by a network
 * that learnt from the other folds only: no image, no near copy and no wall of a fold is in what its judge learns from.
 */
public final class Folds {
    /** How many there are. */
    public static final int COUNT = 3;

    private static final String KIND = "cross-validation";

    private Folds() {}

    /**
     * For each fold a split whose test part is the fold. Of files with the same bytes the first stands for all.
     *
     * @param most how many images of the other folds are learnt from and validated on at most, drawn at random
     * @param seed equal seeds and tables give equal folds
     * @throws IllegalArgumentException if there are too few groups; the message says so
     */
    public static List<Split> of(ImageTable table, int most, long seed) {
        Set<String> digests = new HashSet<>();
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            table.labelled(i).filter(image -> digests.add(image.sha256())).ifPresent(images::add);
        }
        List<List<LabelledImage>> folds = new ArrayList<>();
        List<LabelledImage> rest = JoinedGroups.of(table, images);
        for (int open = COUNT; open > 1; open--) {
            Split split = GroupedSplit.split(rest, 1.0 / open, seed);
            folds.add(split.test());
            rest = learning(split);
        }
        folds.add(rest);
        return folds.stream().map(fold -> judging(fold, folds, most, seed)).toList();
    }

    private static Split judging(List<LabelledImage> fold, List<List<LabelledImage>> folds, int most, long seed) {
        List<LabelledImage> others = new ArrayList<>();
        folds.stream().filter(other -> other != fold).forEach(others::addAll);
        Collections.shuffle(others, new Random(seed));
        Split split = GroupedSplit.split(others.subList(0, Math.min(most, others.size())), 0, seed);
        return new Split(KIND, seed, split.train(), split.validation(), fold);
    }

    private static List<LabelledImage> learning(Split split) {
        List<LabelledImage> images = new ArrayList<>(split.train());
        images.addAll(split.validation());
        return images;
    }
}
