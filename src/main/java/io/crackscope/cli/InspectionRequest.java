package io.crackscope.cli;

import io.crackscope.domain.PhotoScale;
import io.crackscope.learning.InferenceEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to inspect and where the results go.
 *
 * @param paths files and folders
 * @param model file of the model
 * @param engine that judges
 * @param json file, {@code -} for standard output, or null
 * @param csv file or null
 * @param overlay folder or null
 * @param report PDF file or null
 * @param scale of all the photos, where a person knows it
 * @param jobs photos prepared at once, at least 1
 * @param quiet neither table nor progress; what is refused is still named
 */
record InspectionRequest(
        List<Path> paths,
        Path model,
        InferenceEngine engine,
        @Nullable Path json,
        @Nullable Path csv,
        @Nullable Path overlay,
        @Nullable Path report,
        Optional<PhotoScale> scale,
        int jobs,
        boolean quiet) {
    /** Whether the results go to standard output and nowhere else. */
    boolean onlyPrints() {
        return (json == null || JsonTarget.isStandardOutput(json)) && csv == null && overlay == null && report == null;
    }
}
