package io.crackscope.ui.inspection;

import io.crackscope.project.ProjectFacts;
import io.crackscope.project.Step;
import java.nio.file.Path;
import java.util.Optional;

/** Whether an inspection is open, and which. */
public sealed interface DeskState {
    /** None yet. */
    record Closed() implements DeskState {}

    /** One is being opened. */
    record Opening() implements DeskState {}

    /**
     * One is open; everything is saved in it as it happens.
     *
     * @param file it is kept in
     * @param facts what it is about
     * @param undo what undo would take back
     * @param redo what redo would do again
     * @param missing photos that are not where they were
     * @param readOnly whether it can only be looked at, since its file or folder is write-protected
     */
    record Open(Path file, ProjectFacts facts, Optional<Step> undo, Optional<Step> redo, int missing, boolean readOnly)
            implements DeskState {}

    /** Photos are listed, but nowhere can their inspection be kept. */
    record Unsaved() implements DeskState {}

    /** Whether an inspection is open in which something can be saved. */
    default boolean isWritable() {
        return this instanceof Open open && !open.readOnly();
    }
}
