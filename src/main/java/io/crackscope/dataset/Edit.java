package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.util.Optional;

/** What a person does to some images of a data set. */
public sealed interface Edit {
    /** Says what they show. */
    record Relabel(Label label) implements Edit {}

    /** Leaves them out, or takes them in again. */
    record Exclude(boolean excluded) implements Edit {}

    /** Puts them into a part of the split, or into none. */
    record Assign(Optional<Part> part) implements Edit {}

    /** The state after the edit of an image that was in {@code before}. */
    default ImageState applyTo(ImageState before) {
        return switch (this) {
            case Relabel(Label label) -> before.with(label);
            case Exclude(boolean excluded) -> before.withExcluded(excluded);
            case Assign(Optional<Part> part) -> before.withPart(part);
        };
    }
}
