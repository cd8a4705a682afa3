package io.crackscope.ui.training;

/**
 * Lets through what is worth showing: four times a second at first, once a second when the work has taken half a minute. Each
 * time costs the training that is watched more than a hundredth of a second of a processor, and it needs them all. One
 * thread.
 */
final class Throttle {
    private static final long FIRST_NANOS = 250_000_000L;
    private static final long LATER_NANOS = 1_000_000_000L;

    /** Nothing is shown more often than so many times in the time that the work has taken. */
    private static final long TIMES = 30;

    private final long start = System.nanoTime();
    private long last = start - LATER_NANOS;

    /** Runs {@code action} unless something ran a moment ago; whether it did. */
    boolean perhaps(Runnable action) {
        long now = System.nanoTime();
        if (now - last < Math.clamp((now - start) / TIMES, FIRST_NANOS, LATER_NANOS)) {
            return false;
        }
        last = now;
        action.run();
        return true;
    }
}
