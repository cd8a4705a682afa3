package io.crackscope.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies one function to many items on several threads, each thread with a function of its own, since an engine is
 * used by one thread at a time.
 */
public final class ParallelWork {
    private ParallelWork() {}

    /**
     * Applies the functions of {@code workers} to {@code items} and hands every result over on the calling thread, in
     * the order of the items. Blocks until all threads have ended. When cancelled, items not yet begun are left out and
     * what was finished is still handed over; a worker that throws {@link CancellationException} ends likewise. With
     * one worker everything happens on the calling thread.
     *
     * @throws RuntimeException what a worker or {@code results} threw first, after the other threads have stopped
     */
    public static <T, R> void run(
            List<T> items,
            List<? extends Function<? super T, R>> workers,
            Consumer<R> results,
            Cancellation cancellation) {
        if (workers.isEmpty()) {
            throw new IllegalArgumentException("no worker");
        }
        if (workers.size() == 1) {
            runHere(items, workers.getFirst(), results, cancellation);
        } else {
            new Run<>(items, results, cancellation).run(workers);
        }
    }

    private static <T, R> void runHere(
            List<T> items, Function<? super T, R> worker, Consumer<R> results, Cancellation cancellation) {
        for (T item : items) {
            if (cancellation.isCancelled()) {
                return;
            }
            R result;
            try {
                result = worker.apply(item);
            } catch (CancellationException e) {
                return;
            }
            results.accept(result);
        }
    }

    /** What a thread has to say: a result of item {@code index}, its end (no result), or what it died of. */
    private record Said<R>(
            int index, @Nullable R result, @Nullable Throwable failure) {}

    private static final class Run<T, R> {
        private final List<T> items;
        private final Consumer<R> results;
        private final Cancellation cancellation;
        private final Cancellation abort = new Cancellation();
        private final AtomicInteger next = new AtomicInteger();
        private final BlockingQueue<Said<R>> said = new LinkedBlockingQueue<>();
        private final Map<Integer, R> early = new TreeMap<>();

        private int delivered;
        private @Nullable Throwable failure;

        Run(List<T> items, Consumer<R> results, Cancellation cancellation) {
            this.items = items;
            this.results = results;
            this.cancellation = cancellation;
        }

        void run(List<? extends Function<? super T, R>> workers) {
            List<Thread> threads = new ArrayList<>();
            for (Function<? super T, R> worker : workers) {
                Thread thread = new Thread(() -> work(worker), "worker-" + (threads.size() + 1));
                thread.setDaemon(true);
                threads.add(thread);
                thread.start();
            }
            int running = threads.size();
            while (running > 0) {
                Said<R> word = take();
                if (word.result() != null) {
                    early.put(word.index(), word.result());
                    deliver(false);
                } else {
                    running--;
                    fail(word.failure());
                }
            }
            deliver(true);
            if (failure instanceof RuntimeException exception) {
                throw exception;
            } else if (failure instanceof Error error) {
                throw error;
            }
        }

        private void work(Function<? super T, R> worker) {
            Throwable died = null;
            try {
                while (!cancellation.isCancelled() && !abort.isCancelled()) {
                    int index = next.getAndIncrement();
                    if (index >= items.size()) {
                        break;
                    }
                    said.add(new Said<>(index, worker.apply(items.get(index)), null));
                }
            } catch (CancellationException e) {
                // ends this thread: the others see the same flag
            } catch (Throwable e) {
                // Errors too: a missing native library must reach the caller and not vanish with the thread.
                died = e;
            }
            said.add(new Said<>(-1, null, died));
        }

        /** Hands over what follows on what was handed over; at the end also what lies behind gaps. */
        private void deliver(boolean end) {
            while (failure == null && !early.isEmpty() && (end || early.containsKey(delivered))) {
                int index = end ? early.keySet().iterator().next() : delivered;
                try {
                    R result = early.remove(index);
                    if (result != null) {
                        results.accept(result);
                    }
                } catch (RuntimeException | Error e) {
                    fail(e);
                }
                delivered = index + 1;
            }
        }

        private void fail(@Nullable Throwable cause) {
            if (cause != null && failure == null) {
                failure = cause;
                abort.cancel();
            }
        }

        private Said<R> take() {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return said.take();
                    } catch (InterruptedException e) {
                        // engines do not heed interrupts: stop by flag and keep waiting for the threads to end
                        interrupted = true;
                        abort.cancel();
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
