package io.crackscope.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Holds jobs until the test lets them go, and holds what they have to say until the test delivers it, so that a test
 * can look and act at every point in between. All on the test's thread.
 */
public final class HoldingJobRunner implements JobRunner {
    private record Held(Lane lane, Runnable work) {}

    private final Deque<Held> jobs = new ArrayDeque<>();
    private final Deque<Runnable> deliveries = new ArrayDeque<>();
    private final List<Cancellation> started = new ArrayList<>();

    @Override
    public <P, R> Cancellation start(Lane lane, Job<P, R> job, Listener<? super P, ? super R> listener) {
        Cancellation cancellation = new Cancellation();
        started.add(cancellation);
        jobs.add(new Held(lane, () -> run(job, listener, cancellation)));
        return cancellation;
    }

    private <P, R> void run(Job<P, R> job, Listener<? super P, ? super R> listener, Cancellation cancellation) {
        try {
            cancellation.throwIfCancelled();
            R result = job.run(part -> deliveries.add(() -> listener.part(part)), cancellation);
            deliveries.add(cancellation.isCancelled() ? listener::cancelled : () -> listener.done(result));
        } catch (CancellationException e) {
            deliveries.add(listener::cancelled);
        } catch (Throwable failure) {
            deliveries.add(() -> listener.failed(failure));
        }
    }

    /** Jobs that were started and not yet let go. */
    public int held() {
        return jobs.size();
    }

    /** Runs the job that was started first; what it says is held. */
    public void runNext() {
        jobs.remove().work().run();
    }

    /** Runs the job that was started last, or another of its lane that was started before it: lanes overtake each other. */
    public void runLast() {
        Lane lane = jobs.getLast().lane();
        Held first = jobs.stream().filter(job -> job.lane() == lane).findFirst().orElseThrow();
        jobs.remove(first);
        first.work().run();
    }

    /** Delivers the next thing that a job said. */
    public void deliverNext() {
        deliveries.remove().run();
    }

    /** Delivers all that was said and is said by that. */
    public void deliverAll() {
        while (!deliveries.isEmpty()) {
            deliverNext();
        }
    }

    /** Runs and delivers until nothing is left. */
    public void finish() {
        do {
            deliverAll();
            if (!jobs.isEmpty()) {
                runNext();
            }
        } while (!jobs.isEmpty() || !deliveries.isEmpty());
    }

    @Override
    public void close() {
        started.forEach(Cancellation::cancel);
    }
}
