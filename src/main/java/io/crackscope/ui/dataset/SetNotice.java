package io.crackscope.ui.dataset;

import io.crackscope.dataset.EditStep;
import java.nio.file.Path;

/** What the tab has to say once, without anybody having to answer. */
public sealed interface SetNotice {
    record None() implements SetNotice {}

    /**
     * A step was done.
     *
     * @param keptIn the file that keeps it
     * @param beside whether that lies beside the data
     */
    record Done(EditStep step, Path keptIn, boolean beside) implements SetNotice {}

    /** A step was undone. */
    record Undone(EditStep step) implements SetNotice {}

    /** A step was done again. */
    record Redone(EditStep step) implements SetNotice {}

    /** Decisions about {@code images} images wait in the file for images that are no longer there. */
    record Lost(int images) implements SetNotice {}

    /** Something was written. */
    record Written(Path target, int images) implements SetNotice {}

    /** Something went wrong; {@code problem} names file and remedy. */
    record Problem(String problem) implements SetNotice {}

    /** What was changed could not be kept and is kept when it is tried again. */
    record NotKept(String problem) implements SetNotice {}
}
