package io.crackscope.ui.dataset;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far the work on a data set is that goes on behind the grid.
 *
 * @param task what is done
 * @param done images done
 * @param total images to do
 * @param left how long it still takes; null while nobody can tell
 */
public record SetProgress(
        Task task, long done, long total, @Nullable Duration left) {
    /** What is done. */
    public enum Task {
        NONE,
        /** Reads every image once. */
        MEASURING,
        /** Finds which images show the same wall. */
        GROUPING,
        /** Asks the model. */
        JUDGING,
        /** Trains small models and asks them. */
        CROSS_VALIDATING,
        /** Copies images into class folders. */
        EXPORTING;

        /** Whether labels are judged. */
        boolean isJudging() {
            return this == JUDGING || this == CROSS_VALIDATING;
        }
    }

    static final SetProgress IDLE = new SetProgress(Task.NONE, 0, 0, null);

    /** Of a job that began {@code seconds} ago. */
    static SetProgress of(Task task, long done, long total, double seconds) {
        boolean isKnown = done > 0 && seconds > 1;
        return new SetProgress(
                task,
                done,
                total,
                isKnown ? Duration.ofMillis(Math.round(1000 * seconds * (total - done) / done)) : null);
    }

    /** The share that is done, in [0,1]; negative while unknown. */
    public double share() {
        return total == 0 ? -1 : (double) done / total;
    }
}
