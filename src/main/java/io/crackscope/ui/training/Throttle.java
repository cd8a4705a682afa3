package io.crackscope.ui.training;

/**
 * Lets through what is worth showing: four times a second. More is not read, and each time costs the training that is
 * watched a hundredth of a second of a processor. One thread.
 */
final class Throttle {
    private static final long NANOS = 250_000_000L;

    private long last = System.nanoTime() - NANOS;

    /** Runs {@code action} unless something ran less than a quarter of a second ago; whether it did. */
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
