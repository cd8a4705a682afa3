package io.crackscope.work;

import java.util.concurrent.CancellationException;

/**
 * A request to stop, safe from any thread. A flag and never an interrupt: native code ignores interrupts and file
 * channels break on them. Once cancelled it stays cancelled.
 */
public final class Cancellation {
    private volatile boolean cancelled;

    /** Asks the work to stop at its next safe point. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether the work should stop. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Throws {@link CancellationException} if the work should stop. */
    public void throwIfCancelled() {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
    }
}
