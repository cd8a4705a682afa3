package io.crackscope.learning;

import java.util.List;

/** How a training run ended. The weights kept are those of the best epoch by validation loss. */
public sealed interface TrainingOutcome {
    /** The learning curve so far. */
    List<EpochScore> epochs();

    /** All epochs were made or the validation loss stopped falling. */
    record Finished(List<EpochScore> epochs, int bestEpoch, StopReason reason) implements TrainingOutcome {
        public Finished {
            epochs = List.copyOf(epochs);
        }
    }

    /** Someone cancelled; the best epoch so far is kept ({@code bestEpoch} 0: none was finished, nothing was written). */
    record Cancelled(List<EpochScore> epochs, int bestEpoch) implements TrainingOutcome {
        public Cancelled {
            epochs = List.copyOf(epochs);
        }
    }

    /** The run cannot go on; what was reached before is kept as for {@link Cancelled}. */
    record Failed(List<EpochScore> epochs, int bestEpoch, Problem problem, String reason, String remedy)
            implements TrainingOutcome {
        public Failed {
            epochs = List.copyOf(epochs);
        }
    }

    /** What made a run fail. */
    enum Problem {
        /** The training or validation part lacks one of the two classes. */
        ONE_CLASS,
        /** The loss is no number any more. */
        LOSS_NOT_FINITE,
        /** An image that could be read when training began cannot be read any more. */
        IMAGE_LOST,
        /** Memory is used up. */
        OUT_OF_MEMORY,
        /** The disk that the model is written to is full; the reason is the folder. */
        DISK_FULL
    }

    /** Why a finished run stopped. */
    enum StopReason {
        /** All planned epochs were made. */
        EPOCHS_DONE,
        /** No better validation loss for the planned patience. */
        NO_IMPROVEMENT
    }
}
