package io.crackscope.ui.training;

/** Lets through what is worth showing: ten times a second. One thread. */
final class Throttle {
    private static final long NANOS = 100_000_000L;

    private long last = System.nanoTime() - NANOS;

    /** Runs {@code action} unless something ran less than a tenth of a second ago; whether it did. */
    boolean perhaps(Runnable action) {
        long now = System.nanoTime();
        if (now - last < NANOS) {
            return false;
        }
        last = now;
        action.run();
        return true;
    }
}
