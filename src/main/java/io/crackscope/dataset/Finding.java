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

    /** How many images it concerns. */
    public int size() {
        return clusters.stream().mapToInt(cluster -> cluster.length).sum();
    }

    /** How many images could be left out without losing anything: all of a cluster but one. */
    public int spare() {
        return size() - clusters.size();
    }
}
