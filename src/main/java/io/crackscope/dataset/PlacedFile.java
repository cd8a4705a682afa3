package io.crackscope.dataset;

import java.nio.file.Path;
import java.util.Optional;

/** A file of a data set with what its place on disk says of it. */
interface PlacedFile {
    /** Absolute path. */
    Path file();

    /** The class folder (or the manifest's) that says what it shows; its own folder where none does. */
    Path folder();

    /**
     * Folder whose images may show the same scene: the class folder's parent, so that both classes of one photo meet,
     * plus what lies between class folder and file.
     */
    Path source();

    /** From a manifest. */
    Optional<String> group();

    /** The file's name without its extension. */
    default String stem() {
        String name = file().getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
