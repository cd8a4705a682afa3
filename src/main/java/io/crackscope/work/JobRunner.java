package io.crackscope.work;

import java.util.function.Consumer;

/**
 * Runs jobs away from the caller and delivers what they have to say on the caller's executor (the JavaFX thread in the
 * program, the calling thread in tests).
 */
public interface JobRunner extends AutoCloseable {
    /** The thread a job runs on; jobs of one lane begin in the order they were started. */
    enum Lane {
        /** One at a time. */
        TRAINING,
        /** One at a time. */
        INSPECTION,
        /** One at a time: measures and checks data sets, long work that nobody waits for. */
        DATA,
        /** Two at a time: short reading and writing that somebody waits for. */
        IO,
        /** One at a time: pages of reports. */
        REPORT,
        /** One at a time: what a person did is saved here, so closing the runner waits for it instead of cancelling it. */
        PROJECT
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

    /** Cancels all jobs but those of the project lane, which are still run, and waits a short while for all to end. */
    @Override
    void close();
}
