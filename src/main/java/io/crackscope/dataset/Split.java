package io.crackscope.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /**
     * This split with {@code more} images in its training part; those that are there already are left out.
     *
     * @throws SplitException if one of them is in another part
     */
    public Split alsoTraining(List<LabelledImage> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, LabelledImage> judging = new HashMap<>();
        validation.forEach(image -> judging.put(image.sha256(), image));
        test.forEach(image -> judging.put(image.sha256(), image));
        Set<String> there = new HashSet<>();
        train.forEach(image -> there.add(image.sha256()));
        List<LabelledImage> all = new ArrayList<>(train);
        for (LabelledImage image : more) {
            LabelledImage same = judging.get(image.sha256());
            if (same != null) {
                throw new SplitException(SplitException.Problem.TRAINS_AND_JUDGES, image.file(), same.file());
            } else if (there.add(image.sha256())) {
                all.add(image);
            }
        }
        return new Split(kind, seed, all, validation, test);
    }
}
