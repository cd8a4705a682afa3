package io.crackscope.ui.scorecard;

import java.nio.file.Path;

/** What came of writing a file. */
sealed interface Notice {
    /** Nothing to say. */
    record None() implements Notice {}

    /** It is written. */
    record Saved(Path file) implements Notice {}

    /**
     * It could not be written.
     *
     * @param detail what the system says; may be empty
     */
    record NotSaved(Path file, Throwable failure) implements Notice {}
}
