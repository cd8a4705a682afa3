package io.crackscope.ui.inspection;

import io.crackscope.project.Relocation;
import java.nio.file.Path;

/** Something the list has to say that needs no answer. */
public sealed interface Notice {
    /** Nothing to say. */
    record None() implements Notice {}

    /** Photos were taken off the list; {@code undoRemove} brings them back. */
    record Removed(int photos) implements Notice {}

    /** Nothing was added because all of it is in the list already. */
    record AlreadyListed(int photos) implements Notice {}

    /** Photos that had moved were looked for. */
    record Found(int found, int missing) implements Notice {
        static Found of(Relocation search) {
            return new Found(search.found().size(), search.missing().size());
        }
    }

    /** Reviewed photos went to the data set of corrections as labelled tiles. */
    record Sent(int tiles, int photos, Path folder) implements Notice {}

    /** A file could not be read or written while corrections were sent; those before it are there. */
    record NotSent(Throwable failure) implements Notice {}

    /** A dropped folder holds no photo. */
    record NoPhotosIn(Path folder) implements Notice {}
}
