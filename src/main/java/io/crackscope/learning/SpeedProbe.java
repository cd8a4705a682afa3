package io.crackscope.learning;

import io.crackscope.work.Cancellation;
import java.time.Duration;

/** Tells how fast a plan would train on this machine, before it does. */
@FunctionalInterface
public interface SpeedProbe {
    /**
     * Trains for about a second on made-up tiles; blocks the calling thread. The engine may have to be loaded first.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Speed measure(TrainingPlan plan, Cancellation cancellation);

    /**
     * Tiles per second.
     *
     * @param training learnt from
     * @param validation judged
     * @param oldProcessor whether the processor makes it {@link Processor#SLOWER} times slower
     */
    record Speed(double training, double validation, boolean oldProcessor) {
        /** How long {@code epochs} epochs would take. */
        public Duration of(int epochs, int trainImages, int validationImages) {
            return Duration.ofMillis(
                    Math.round(1000.0 * epochs * (trainImages / training + validationImages / validation)));
        }
    }
}
