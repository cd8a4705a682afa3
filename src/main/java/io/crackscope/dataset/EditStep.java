package io.crackscope.dataset;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One thing a person did, undone and done again as a whole.
 *
 * @param id numbers the steps of a data set from 1 in the order they were done
 * @param at when
 * @param kind what
 * @param images numbers of the images that it changed, ascending
 * @param before their states before, in the same order
 * @param after their states after
 */
public record EditStep(long id, Instant at, Kind kind, int[] images, List<ImageState> before, List<ImageState> after) {
    /** What was done. */
    public enum Kind {
        /** Labels were changed. */
        LABEL,
        /** Images were excluded or taken in again. */
        EXCLUDE,
        /** Images were put into a part by hand. */
        PART,
        /** All images were split anew; files of version 1 do not say how. */
        SPLIT,
        /** All images were split anew, image by image. */
        SPLIT_RANDOM,
        /** All images were split anew, by whole groups. */
        SPLIT_GROUPED,
        /** All images were split anew, by a pattern in their paths. */
        SPLIT_PATTERN;

        static Kind of(Edit edit) {
            return switch (edit) {
                case Edit.Relabel r -> LABEL;
                case Edit.Exclude e -> EXCLUDE;
                case Edit.Assign a -> PART;
            };
        }

        static Kind of(SplitPlan.Kind kind) {
            return switch (kind) {
                case RANDOM -> SPLIT_RANDOM;
                case GROUPED -> SPLIT_GROUPED;
                case PATTERN -> SPLIT_PATTERN;
            };
        }

        /** How parts that this made last are called in a {@link Split}; empty for what leaves parts alone. */
        Optional<String> split() {
            return switch (this) {
                case LABEL, EXCLUDE -> Optional.empty();
                case PART, SPLIT -> Optional.of(ImageSet.BY_HAND);
                case SPLIT_RANDOM -> Optional.of(SplitPlan.Kind.RANDOM.word());
                case SPLIT_GROUPED -> Optional.of(SplitPlan.Kind.GROUPED.word());
                case SPLIT_PATTERN -> Optional.of(SplitPlan.Kind.PATTERN.word());
            };
        }

        /** {@code now} with what a step of this kind changes taken from {@code after}. */
        ImageState laidOver(ImageState now, ImageState after) {
            return switch (this) {
                case LABEL -> new ImageState(after.label(), now.excluded(), now.part());
                case EXCLUDE -> now.withExcluded(after.excluded());
                case PART, SPLIT, SPLIT_RANDOM, SPLIT_GROUPED, SPLIT_PATTERN -> now.withPart(after.part());
            };
        }
    }

    public EditStep {
        images = images.clone();
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** How many images it changed. */
    public int size() {
        return images.length;
    }

    /** Where image number {@code image} stands in the lists; negative if the step did not change it. */
    int placeOf(int image) {
        return Arrays.binarySearch(images, image);
    }
}
