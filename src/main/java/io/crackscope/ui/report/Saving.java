package io.crackscope.ui.report;

import java.nio.file.Path;

/** How far saving a report is. */
public sealed interface Saving {
    /** Nothing is being saved. */
    record Idle() implements Saving {}

    /** {@code done} of {@code total} photos are in the file. */
    record Running(Path file, long done, long total) implements Saving {}

    /** The file is complete. */
    record Saved(Path file) implements Saving {}

    /** The file was not written; {@code why} says what to do, in the person's language. */
    record Failed(Path file, String why) implements Saving {}

    /** A person stopped it; nothing was written. */
    record Stopped() implements Saving {}
}
