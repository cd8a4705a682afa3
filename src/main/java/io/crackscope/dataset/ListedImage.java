package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An image of a data set as the folders and tables on disk present it, not yet read.
 *
 * @param file absolute path
 * @param label what its class folder or manifest says it shows; empty where nothing says so
 * @param folder the class folder (or the manifest's); the file's own folder where no label is given
 * @param source folder whose images may show the same scene
 * @param group from a manifest
 * @param part from a manifest
 * @param bytes size of the file; 0 where the file is missing
 * @param modified when the file was last changed, in milliseconds since 1970
 */
public record ListedImage(
        Path file,
        Optional<Label> label,
        Path folder,
        Path source,
        Optional<String> group,
        Optional<Part> part,
        long bytes,
        long modified)
        implements PlacedFile {
    /** The name of the file. */
    public String name() {
        return file.getFileName().toString();
    }
}
