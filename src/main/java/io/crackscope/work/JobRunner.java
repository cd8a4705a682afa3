package io.crackscope.work;

import java.util.function.Consumer;

/**
 * Runs jobs away from the caller and delivers what they have to say on the caller's executor (the JavaFX thread in the
 * program, the calling thread in tests).
 */
public interface JobRunner extends AutoCloseable {
    /** The thread a job runs on; jobs of one lane run one after another in the order they were started. */
    enum Lane {
        TRAINING,
        INSPECTION,
        IO,
        REPORT
    }

    /** A job: computes a result, publishes parts of it on the way, and stops at its next safe point when cancelled. */
    @FunctionalInterface
    interface Job<P, R> {
        /** Runs on the lane's thread; {@code publish} delivers a part on the delivery executor, in order. */
        R run(Consumer<P> publish, Cancellation cancellation) throws Exception;
    }

    /** Hears of one job; all methods are called on the delivery executor; exactly one of the last three ends it. */
    interface Listener<P, R> {
        /** A part the job published. */
        default void part(P part) {}

        /** The job returned. */
        void done(R result);

        /** The job threw. */
        void failed(Throwable failure);

        /** The job was cancelled, before or while it ran. */
        default void cancelled() {}
    }

    /** Starts {@code job} on {@code lane}; cancel it with the returned flag. */
    <P, R> Cancellation start(Lane lane, Job<P, R> job, Listener<? super P, ? super R> listener);

    /** Cancels all jobs and waits a short while for them to end. */
    @Override
    void close();
}
