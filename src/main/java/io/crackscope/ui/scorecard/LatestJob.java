package io.crackscope.ui.scorecard;

import io.crackscope.work.JobRunner;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes what was asked for last: one computation runs at a time, of those asked for meanwhile only the newest is
 * taken up, and a result that is no longer wanted is dropped. Called, and answers, on the delivery executor.
 */
final class LatestJob<R> {
    private final JobRunner runner;
    private final Consumer<R> answer;
    private @Nullable Supplier<R> next;
    private boolean isRunning;
    private boolean isWanted;

    LatestJob(JobRunner runner, Consumer<R> answer) {
        this.runner = runner;
        this.answer = answer;
    }

    /** Asks for {@code computation}, which runs on the IO lane. */
    void ask(Supplier<R> computation) {
        next = computation;
        isWanted = false;
        if (!isRunning) {
            start();
        }
    }

    /** Nothing is wanted any more. */
    void forget() {
        next = null;
        isWanted = false;
    }

    private void start() {
        Supplier<R> computation = next;
        if (computation == null) {
            return;
        }
        next = null;
        isRunning = true;
        isWanted = true;
        runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, R>) (publish, cancellation) -> computation.get(),
                new JobRunner.Listener<Void, R>() {
                    @Override
                    public void done(R result) {
                        isRunning = false;
                        if (isWanted) {
                            answer.accept(result);
                        }
                        start();
                    }

                    @Override
                    public void failed(Throwable failure) {
                        isRunning = false;
                        start();
                        throw new IllegalStateException("computing the scorecard failed", failure);
                    }

                    @Override
                    public void cancelled() {
                        isRunning = false;
                    }
                });
    }
}
