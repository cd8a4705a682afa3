package io.crackscope.ui.dataset;

import io.crackscope.dataset.EditStep;
import io.crackscope.imaging.PhotoFiles.RefusedPath;
import java.nio.file.Path;
import java.util.List;

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

    /**
     * The data set is not all there.
     *
     * @param lost how many images are gone about which the file of changes knows something
     * @param refused places of it that cannot be read
     */
    record Incomplete(int lost, List<RefusedPath> refused) implements SetNotice {}

    /**
     * Something was written.
     *
     * @param leftOut files that belong into it and could not be read
     */
    record Written(Path target, int images, List<Path> leftOut) implements SetNotice {}

    /** An export was cancelled, and what lies at {@code target} may be a part of it. */
    record CutShort(Path target) implements SetNotice {}

    /** A cross-validation ended for a training that began. */
    record GaveWay() implements SetNotice {}

    /** Something went wrong. */
    record Problem(Throwable failure) implements SetNotice {}

    /** What was changed could not be kept and is kept when it is tried again. */
    record NotKept(Throwable failure) implements SetNotice {}
}
