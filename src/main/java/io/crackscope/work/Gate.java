package io.crackscope.work;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets work that can wait yield to work that cannot. Whoever must go first holds the gate; the other passes through it
 * between two of its steps and waits there while anybody holds it. Safe from any thread.
 */
public final class Gate {
    private static final int CANCELLATION_MILLIS = 50;

    private final Object lock = new Object();
    private int holds;

    /** A time in which nobody passes; ends when closed, once. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** Keeps the gate shut until the returned hold is closed; several may hold it at a time. */
    public Hold hold() {
        synchronized (lock) {
            holds++;
        }
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                synchronized (lock) {
                    holds--;
                    lock.notifyAll();
                }
            }
        };
    }

    /** Returns as soon as nobody holds the gate or {@code cancellation} is cancelled; the nanoseconds it took. */
    public long pass(Cancellation cancellation) {
        synchronized (lock) {
            if (holds == 0) {
                return 0;
            }
            long start = System.nanoTime();
            try {
                while (holds > 0 && !cancellation.isCancelled()) {
                    lock.wait(CANCELLATION_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return System.nanoTime() - start;
        }
    }
}
