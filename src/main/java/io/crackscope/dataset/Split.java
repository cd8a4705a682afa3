package io.crackscope.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Three parts of a data set that share no image.
 *
 * @param kind how it was made: {@code random}, {@code grouped}, or {@code file}
 * @param seed the seed it was made with
 * @param train images the network learns from
 * @param validation images that choose the epoch, the temperature and the thresholds
 * @param test images that only score the end result
 */
public record Split(
        String kind, long seed, List<LabelledImage> train, List<LabelledImage> validation, List<LabelledImage> test) {
    public Split {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
        Set<String> seen = new HashSet<>();
        for (List<LabelledImage> part : List.of(train, validation, test)) {
            for (LabelledImage image : part) {
                if (!seen.add(image.sha256())) {
                    throw new IllegalArgumentException("in two parts of the split, or twice in one: " + image.file());
                }
            }
        }
    }
}
