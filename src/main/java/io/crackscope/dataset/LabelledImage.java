package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.nio.file.Path;

/**
 * One image of a data set with what a person says it shows.
 *
 * @param file absolute path
 * @param label what it shows
 * @param group images that show the same wall share a group, which no split may cut when grouped; unique over all data
 *     sets scanned together
 * @param sha256 lower-case hex digest of the file's bytes
 */
public record LabelledImage(Path file, Label label, String group, String sha256) {}
