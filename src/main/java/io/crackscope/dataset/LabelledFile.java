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
 * @param source folder whose images may show the same scene
 * @param group from a manifest
 */
record LabelledFile(Path file, Label label, Path folder, Path source, Optional<String> group) implements PlacedFile {}
