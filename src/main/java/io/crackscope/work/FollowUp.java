package io.crackscope.work;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Works on items on a thread of its own, in order, while the caller makes the next ones. What the work throws,
 * {@link #accept} or {@link #finish} throws, and no further item is worked on.
 */
public final class FollowUp<T> implements AutoCloseable {
    /** Empty ends the thread. */
    private final ArrayBlockingQueue<Optional<T>> waiting;

    private final Thread thread;
    private volatile @Nullable Throwable failure;

    /**
     * Starts the thread.
     *
     * @param most items that wait for the work, at least 1
     */
    public FollowUp(String name, int most, Consumer<T> work) {
        waiting = new ArrayBlockingQueue<>(most);
        thread = Thread.ofPlatform().name(name).daemon(true).start(() -> run(work));
    }

    private void run(Consumer<T> work) {
        try {
            for (Optional<T> item = waiting.take(); item.isPresent(); item = waiting.take()) {
                work.accept(item.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            // Errors too: what broke must reach the caller and not vanish with the thread
            failure = e;
        }
    }

    /** Hands an item over; waits while too many wait already. */
    public void accept(T item) {
        try {
            while (!waiting.offer(Optional.of(item), 50, TimeUnit.MILLISECONDS)) {
                throwFailure();
            }
            throwFailure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + thread.getName(), e);
        }
    }

    /** Waits until all items are worked on. */
    public void finish() {
        close();
        throwFailure();
    }

    /** Works off what waits and ends the thread, without telling a failure: for a caller that has failed itself. */
    @Override
    public void close() {
        boolean ended = false;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                if (ended) {
                    thread.join();
                } else {
                    ended = waiting.offer(Optional.empty(), 50, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFailure() {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        } else if (failure instanceof Error error) {
            throw error;
        }
    }
}
