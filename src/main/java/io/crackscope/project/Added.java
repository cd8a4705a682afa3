package io.crackscope.project;

import java.nio.file.Path;
import java.util.List;

/**
 * What adding photos came to.
 *
 * @param added photos that the project has now and had not before; one that was removed earlier comes back with its
 *     review
 * @param present photos that it had already
 * @param unreadable files that are not there or cannot be looked at
 */
public record Added(List<PhotoId> added, List<PhotoId> present, List<Path> unreadable) {
    public Added {
        added = List.copyOf(added);
        present = List.copyOf(present);
        unreadable = List.copyOf(unreadable);
    }
}
