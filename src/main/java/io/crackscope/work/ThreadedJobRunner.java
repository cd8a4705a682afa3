package io.crackscope.work;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs jobs on threads of their lane: one each for training, inspection, the project, data sets and reports, two for reading and
 * writing files, so jobs of the {@code IO} lane begin in order and may overlap. The threads are daemons: they never keep
 * the program alive. A job started after {@link #close()} is cancelled at once.
 */
public final class ThreadedJobRunner implements JobRunner {
    private static final long PATIENCE_SECONDS = 2;

    /** What a person did is worth waiting for, even on a slow disk. */
    private static final long PROJECT_PATIENCE_SECONDS = 20;

    private final Executor delivery;
    private final Map<Lane, ExecutorService> lanes = new EnumMap<>(Lane.class);
    private final Set<Cancellation> unfinished = ConcurrentHashMap.newKeySet();

    /** Delivers parts and ends of all jobs on {@code delivery}, which must keep their order. */
    public ThreadedJobRunner(Executor delivery) {
        this.delivery = delivery;
        lanes.put(Lane.TRAINING, Executors.newSingleThreadExecutor(named("training")));
        lanes.put(Lane.INSPECTION, Executors.newSingleThreadExecutor(named("inspection")));
        lanes.put(Lane.DATA, Executors.newSingleThreadExecutor(named("data")));
        lanes.put(Lane.REPORT, Executors.newSingleThreadExecutor(named("report")));
        lanes.put(Lane.IO, Executors.newFixedThreadPool(2, named("io")));
        lanes.put(Lane.PROJECT, Executors.newSingleThreadExecutor(named("project")));
    }

    @Override
    public <P, R> Cancellation start(Lane lane, Job<P, R> job, Listener<? super P, ? super R> listener) {
        Cancellation cancellation = new Cancellation();
        if (lane != Lane.PROJECT) {
            unfinished.add(cancellation);
        }
        try {
            lanes.get(lane).execute(() -> run(job, listener, cancellation));
        } catch (RejectedExecutionException closed) {
            unfinished.remove(cancellation);
            cancellation.cancel();
            delivery.execute(listener::cancelled);
        }
        return cancellation;
    }

    private <P, R> void run(Job<P, R> job, Listener<? super P, ? super R> listener, Cancellation cancellation) {
        Runnable end;
        try {
            cancellation.throwIfCancelled();
            R result = job.run(part -> delivery.execute(() -> listener.part(part)), cancellation);
            end = cancellation.isCancelled() ? listener::cancelled : () -> listener.done(result);
        } catch (CancellationException e) {
            end = listener::cancelled;
        } catch (Throwable failure) {
            // Errors too: a missing native library or a full heap must reach the person who waits for the job.
            end = () -> listener.failed(failure);
        } finally {
            unfinished.remove(cancellation);
        }
        delivery.execute(end);
    }

    @Override
    public void close() {
        lanes.values().forEach(ExecutorService::shutdown);
        unfinished.forEach(Cancellation::cancel);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            lanes.get(Lane.PROJECT).awaitTermination(PROJECT_PATIENCE_SECONDS, TimeUnit.SECONDS);
            for (ExecutorService lane : lanes.values()) {
                if (!lane.awaitTermination(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String lane) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, lane + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
