package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file whose class is known, not yet read.
 *
 * @param file absolute path
 * @param label its class
 * @param folder the class folder (or the manifest's) that says so
 * @param source folder whose images may show the same scene: the class folder's parent, so that both classes of one
 *     photo meet, plus what lies between class folder and file
 * @param group from a manifest
 */
record LabelledFile(Path file, Label label, Path folder, Path source, Optional<String> group) {

    /** The file's name without its extension. */
    String stem() {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
