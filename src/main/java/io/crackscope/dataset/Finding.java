package io.crackscope.dataset;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a check found.
 *
 * @param check which check
 * @param clusters the numbers of the images it concerns; those that belong together (copies of each other) in one array, the
 *     first being the one to keep, otherwise all in one
 */
public record Finding(Check check, List<int[]> clusters) {
    public Finding {
        clusters = List.copyOf(clusters);
    }

    /** A finding whose images have nothing to do with each other. */
    static Finding of(Check check, int[] images) {
        return new Finding(check, images.length == 0 ? List.of() : List.of(images));
    }

    /** Numbers of all images concerned, clusters one after another. */
    public int[] images() {
        return clusters.stream().flatMapToInt(IntStream::of).toArray();
    }

    /** The key of the text that says what it means for {@code table}, of which it was found. */
    public String textKey(ImageTable table) {
        if (check == Check.IMBALANCE && SetChecks.classes(table) < 2) {
            return size() == 0 ? "ui.set.check.none.labelled" : "ui.set.check.about.one_class";
        }
        return (size() == 0 ? "ui.set.check.none." : "ui.set.check.about.") + check.key();
    }

    /** How many images it concerns. */
    public int size() {
        return clusters.stream().mapToInt(cluster -> cluster.length).sum();
    }

    /** How many images could be left out without losing anything: all of a cluster but one. */
    public int spare() {
        return size() - clusters.size();
    }
}
