package io.crackscope.learning;

/** Hears what a training run tells; called on the training thread; what it throws is caught and logged. */
@FunctionalInterface
public interface TrainingObserver {
    /** Hears of {@code event}. */
    void on(TrainingEvent event);
}
