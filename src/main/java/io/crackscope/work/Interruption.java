package io.crackscope.work;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C, or the system asking the program to end, into a cancellation, and holds the end of the program back
 * until the work has kept what was done.
 */
public final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch workDone = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Cancellation cancellation) {
        hook = new Thread(
                () -> {
                    cancellation.cancel();
                    try {
                        workDone.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "interruption");
    }

    /**
     * Cancels {@code cancellation} when the program is asked to end before the returned object is closed; the program
     * then ends as soon as it is closed, at the latest after a minute. Close it when the work has kept what it has.
     */
    public static Interruption cancelling(Cancellation cancellation) {
        Interruption interruption = new Interruption(cancellation);
        try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (IllegalStateException alreadyEnding) {
            cancellation.cancel();
        }
        return interruption;
    }

    @Override
    public void close() {
        workDone.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the hook is running and has just been released
        }
    }
}
