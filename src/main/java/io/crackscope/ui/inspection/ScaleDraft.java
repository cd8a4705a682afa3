package io.crackscope.ui.inspection;

import io.crackscope.domain.KnownLength;
import io.crackscope.domain.PhotoScale;
import java.util.Optional;

/** What the scale tool has come to. */
sealed interface ScaleDraft {
    /** Something is missing yet: a line, or a number. */
    record Open(String words) implements ScaleDraft {}

    /** Something is wrong, and {@code words} say what would be right. */
    record Wrong(String words) implements ScaleDraft {}

    /** A scale that can be set; {@code measured} is empty where it was typed. */
    record Ready(PhotoScale scale, Optional<KnownLength> measured) implements ScaleDraft {}
}
