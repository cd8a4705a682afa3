package io.crackscope.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the log what nobody caught, so that no failure passes unseen. Safe from any thread. */
final class UncaughtFailures implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtFailures.class);

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        LOG.error("uncaught on thread {}", thread.getName(), failure);
    }
}
