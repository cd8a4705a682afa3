package io.crackscope.ui.common;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Runs tasks on the JavaFX thread in the order they were given, however many threads give them. At most one callback is
 * pending at the toolkit, and each works for at most half a frame before it lets the window breathe, so that a flood of
 * results cannot freeze it. The only code that calls {@link Platform#runLater}.
 */
public final class FxExecutor implements Executor {
    private static final long SLICE_NANOS = 8_000_000;

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Consumer<Runnable> toolkit;

    public FxExecutor() {
        this(Platform::runLater);
    }

    /** Tests hand in a toolkit of their own. */
    FxExecutor(Consumer<Runnable> toolkit) {
        this.toolkit = toolkit;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        requestTurn();
    }

    private void requestTurn() {
        if (pending.compareAndSet(false, true)) {
            toolkit.accept(this::takeTurn);
        }
    }

    private void takeTurn() {
        long end = System.nanoTime() + SLICE_NANOS;
        try {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
                if (System.nanoTime() - end >= 0) {
                    return;
                }
            }
        } finally {
            // Also after a task threw: its exception goes to the uncaught handler, the others still run.
            pending.set(false);
            if (!tasks.isEmpty()) {
                requestTurn();
            }
        }
    }
}
