package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.util.Optional;

/**
 * What a person decided about an image of a data set.
 *
 * @param label what it shows; empty while nobody has said so
 * @param excluded whether it is left out of every split
 * @param part the part of the split it is in; empty while it is in none
 */
public record ImageState(Optional<Label> label, boolean excluded, Optional<Part> part) {
    public ImageState with(Label other) {
        return new ImageState(Optional.of(other), excluded, part);
    }

    public ImageState withExcluded(boolean now) {
        return new ImageState(label, now, part);
    }

    public ImageState withPart(Optional<Part> other) {
        return new ImageState(label, excluded, other);
    }

    /** Whether it can be learnt from or tested with. */
    public boolean isUsable() {
        return label.isPresent() && !excluded;
    }
}
