package io.crackscope.work;

/** Hears how far a job is; called on the job's thread, so it must be quick and must not throw. */
@FunctionalInterface
public interface ProgressListener {
    /** Ignores all progress. */
    ProgressListener NONE = (done, total) -> {};

    /** {@code done} of {@code total} items are finished, 0 <= done <= total. */
    void progress(long done, long total);
}
