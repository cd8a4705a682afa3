package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * One image of a data set with what a person says it shows.
 *
 * @param file absolute path
 * @param label what it shows
 * @param group images that show the same wall share a group, which no split may cut when grouped; unique over all data
 *     sets scanned together
 * @param sha256 lower-case hex digest of the file's bytes
 * @param target probability in [0,1] of a crack that training aims at instead of the label, where labels are known to err;
 *     scores ask the label
 */
public record LabelledImage(Path file, Label label, String group, String sha256, OptionalDouble target) {
    public LabelledImage {
        if (target.isPresent() && !(target.getAsDouble() >= 0 && target.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("a target is a probability, not " + target.getAsDouble());
        }
    }

    /** An image whose label is believed. */
    public LabelledImage(Path file, Label label, String group, String sha256) {
        this(file, label, group, sha256, OptionalDouble.empty());
    }

    /** The same with another label, and with a target. */
    public LabelledImage aimedAt(Label otherLabel, double probability) {
        return new LabelledImage(file, otherLabel, group, sha256, OptionalDouble.of(probability));
    }
}
