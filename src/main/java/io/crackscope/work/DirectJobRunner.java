package io.crackscope.work;

import java.util.concurrent.CancellationException;

/**
 * The synchronous twin of {@link ThreadedJobRunner}: runs each job on the calling thread before {@code start} returns,
 * whatever its lane. A job can be cancelled only from within, by what its parts set off.
 */
public final class DirectJobRunner implements JobRunner {
    private boolean closed;

    @Override
    public <P, R> Cancellation start(Lane lane, Job<P, R> job, Listener<? super P, ? super R> listener) {
        Cancellation cancellation = new Cancellation();
        if (closed) {
            cancellation.cancel();
        }
        R result;
        try {
            cancellation.throwIfCancelled();
            result = job.run(listener::part, cancellation);
        } catch (CancellationException e) {
            listener.cancelled();
            return cancellation;
        } catch (Throwable failure) {
            listener.failed(failure);
            return cancellation;
        }
        if (cancellation.isCancelled()) {
            listener.cancelled();
        } else {
            listener.done(result);
        }
        return cancellation;
    }

    /** Nothing runs between calls, so there is nothing to wait for; later jobs are cancelled at once. */
    @Override
    public void close() {
        closed = true;
    }
}
