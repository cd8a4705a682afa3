package io.crackscope.ui.dataset;

import io.crackscope.work.Cancellation;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets work behind the scenes pause while a person scrolls: on two cores a grid that moves needs them both. Safe from any
 * thread.
 */
final class Attention {
    private static final long HOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private volatile long held = System.nanoTime() - HOLD_NANOS;

    /** Something moves on the screen. */
    void ask() {
        held = System.nanoTime();
    }

    /** Whether something moved a moment ago. */
    boolean isHeld() {
        return System.nanoTime() - held < HOLD_NANOS;
    }

    /** Returns once nothing has moved for a moment, or the work is cancelled. */
    void giveWay(Cancellation cancellation) {
        while (isHeld() && !cancellation.isCancelled()) {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }
}
