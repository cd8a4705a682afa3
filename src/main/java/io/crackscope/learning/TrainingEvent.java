package io.crackscope.learning;

import io.crackscope.domain.Refusal;
import java.nio.file.Path;
import java.util.List;

/** What a training run tells while it goes on; delivered on the training thread. */
public sealed interface TrainingEvent {
    /** Images are being read, before training begins. */
    record Reading(int done, int total) implements TrainingEvent {}

    /** Training begins, or goes on after {@code fromEpoch} epochs already done. */
    record Started(long parameters, int trainImages, int validationImages, int fromEpoch) implements TrainingEvent {}

    /** An image cannot be read and is left out. */
    record Skipped(Path file, Refusal reason) implements TrainingEvent {}

    /**
     * A step was made.
     *
     * @param epoch from 1
     * @param step in this epoch, from 1
     * @param steps in this epoch
     * @param loss mean cross-entropy of the step's tiles
     * @param accuracy share of the step's tiles called right
     * @param learningRate in force
     * @param imagesPerSecond of this epoch so far
     */
    record Step(
            int epoch, int step, int steps, double loss, double accuracy, double learningRate, double imagesPerSecond)
            implements TrainingEvent {}

    /** An epoch is done and its checkpoint written. */
    record EpochDone(EpochScore score, boolean best) implements TrainingEvent {}

    /**
     * Validation tiles that the network gets most wrong after an epoch; told before its {@link EpochDone}.
     *
     * @param tiles the worst first, at most {@value #MOST}
     */
    record Worst(int epoch, List<JudgedTile> tiles) implements TrainingEvent {
        /** How many tiles are told. */
        public static final int MOST = 12;

        public Worst {
            tiles = List.copyOf(tiles);
        }
    }
}
