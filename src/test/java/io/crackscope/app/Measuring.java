package io.crackscope.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** What the mains that measure the window share. */
final class Measuring {
    private Measuring() {}

    /** Processor time of the threads of this name in milliseconds: what a busy machine does not change. */
    static double cpu(String name) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double sum = 0;
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith(name)) {
                sum += threads.getThreadCpuTime(id) / 1e6;
            }
        }
        return sum;
    }

    static void until(BooleanSupplier condition) throws Exception {
        while (!onFx(condition::getAsBoolean)) {
            Thread.sleep(2);
        }
    }

    static <T> T onFx(java.util.concurrent.Callable<T> action) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(60, TimeUnit.SECONDS);
    }
}
