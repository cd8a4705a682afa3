package io.crackscope.work;

import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes the items of a numbered sequence on a thread of its own while the caller works on earlier ones. Items arrive in
 * order; at most {@code ahead} wait. What making an item throws, {@link #next} throws.
 */
public final class Lookahead<T> implements AutoCloseable {
    /** Either an item or what making it threw. */
    private record Slot<T>(@Nullable T item, @Nullable Throwable failure) {}

    private final ArrayBlockingQueue<Slot<T>> made;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Starts making items {@code 0} to {@code count - 1}.
     *
     * @param ahead most items that wait to be taken, at least 1
     * @param maker makes the item of a number, on the other thread; never gives null
     */
    public Lookahead(String name, int count, int ahead, IntFunction<T> maker) {
        made = new ArrayBlockingQueue<>(ahead);
        thread = Thread.ofPlatform().name(name).daemon(true).start(() -> make(count, maker));
    }

    private void make(int count, IntFunction<T> maker) {
        for (int i = 0; i < count && !closed; i++) {
            Slot<T> slot;
            try {
                slot = new Slot<>(maker.apply(i), null);
            } catch (Throwable failure) {
                slot = new Slot<>(null, failure);
            }
            if (!put(slot) || slot.failure() != null) {
                return;
            }
        }
    }

    private boolean put(Slot<T> slot) {
        try {
            while (!closed) {
                if (made.offer(slot, 100, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** The next item, waiting for it if need be; to be called {@code count} times at most. */
    public T next() {
        try {
            Slot<T> slot = made.take();
            if (slot.failure() instanceof RuntimeException e) {
                throw e;
            }
            if (slot.failure() instanceof Error e) {
                throw e;
            }
            return Objects.requireNonNull(slot.item(), "the maker gave no item");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + thread.getName(), e);
        }
    }

    /** Stops making items and waits for the item in the making. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
