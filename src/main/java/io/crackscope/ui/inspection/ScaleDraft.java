package io.crackscope.ui.inspection;

import io.crackscope.domain.PhotoScale;
import java.util.OptionalDouble;

/** What the scale tool has come to. */
sealed interface ScaleDraft {
    /** Something is missing yet: a line, or a number. */
    record Open(String words) implements ScaleDraft {}

    /** Something is wrong, and {@code words} say what would be right. */
    record Wrong(String words) implements ScaleDraft {}

    /** A scale that can be set; {@code uncertainty} is the relative error that the drawing can make at most. */
    record Ready(PhotoScale scale, OptionalDouble uncertainty) implements ScaleDraft {}
}
