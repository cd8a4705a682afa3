package io.crackscope.project;

import java.util.List;
import java.util.Optional;

/**
 * The project at one moment.
 *
 * @param file the project's file
 * @param facts what the inspection is about
 * @param photos those that are not removed, in their order
 * @param undo the step that {@link InspectionProject#undo} would take back
 * @param redo the step that {@link InspectionProject#redo} would do again
 */
public record ProjectSnapshot(
        java.nio.file.Path file,
        ProjectFacts facts,
        List<ProjectPhoto> photos,
        Optional<Step> undo,
        Optional<Step> redo) {
    public ProjectSnapshot {
        photos = List.copyOf(photos);
    }
}
