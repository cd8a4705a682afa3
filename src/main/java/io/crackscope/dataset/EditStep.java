package io.crackscope.dataset;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

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
        /** All images were split anew. */
        SPLIT;

        static Kind of(Edit edit) {
            return switch (edit) {
                case Edit.Relabel r -> LABEL;
                case Edit.Exclude e -> EXCLUDE;
                case Edit.Assign a -> PART;
            };
        }

        /** {@code now} with what a step of this kind changes taken from {@code after}. */
        ImageState laidOver(ImageState now, ImageState after) {
            return switch (this) {
                case LABEL -> new ImageState(after.label(), now.excluded(), now.part());
                case EXCLUDE -> now.withExcluded(after.excluded());
                case PART, SPLIT -> now.withPart(after.part());
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
