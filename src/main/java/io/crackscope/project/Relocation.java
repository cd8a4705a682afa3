package io.crackscope.project;

import java.nio.file.Path;
import java.util.List;

/**
 * What looking for missing photos came to.
 *
 * @param found photos whose place is known again
 * @param missing photos that were not found
 */
public record Relocation(List<Found> found, List<ProjectPhoto> missing) {
    public Relocation {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
    }

    /**
     * A photo that was found.
     *
     * @param photo as it is known now
     * @param before where it was thought to be
     * @param proven whether its content is the same, by SHA-256; otherwise only name and size are, since it was never
     *     inspected
     */
    public record Found(ProjectPhoto photo, Path before, boolean proven) {}
}
