package io.crackscope.learning;

import io.crackscope.dataset.Split;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.Optional;

/** Makes models. Blocks the calling thread for the whole run; one run at a time. */
public interface Trainer {
    /**
     * Trains on the split's training part, chooses the epoch and the temperature on its validation part and writes the
     * model to {@code modelFile}. The test part is not looked at.
     *
     * <p>After every epoch a checkpoint is written beside the model ({@code <modelFile>.checkpoint}) and the best model
     * so far to {@code modelFile}; both atomically. When the run ends in {@link TrainingOutcome.Finished} the checkpoint
     * is removed.
     *
     * @throws ModelFileException if the checkpoint cannot be used or belongs to another plan, split or start, the model
     *     to start from has another network, or a file cannot be written
     */
    TrainingOutcome train(
            TrainingPlan plan,
            Split split,
            CardFacts facts,
            Path modelFile,
            Start start,
            TrainingObserver observer,
            Cancellation cancellation);

    /**
     * Where a run starts.
     *
     * @param from the model whose weights the run starts with (fine-tuning); empty for weights drawn at random. What that
     *     model has seen counts as seen by the new one; where it does not know, neither does the new one
     * @param resume go on from the checkpoint, exactly as if never interrupted, if there is one
     */
    record Start(Optional<StoredModel> from, boolean resume) {
        /** From random weights, whatever lies beside the model file. */
        public static final Start AFRESH = new Start(Optional.empty(), false);

        /** From random weights or the checkpoint of a run that began so. */
        public static final Start RESUMED = new Start(Optional.empty(), true);
    }

    /**
     * What the model card says that the trainer cannot know.
     *
     * @param name of the model
     * @param data one line a data set, with its source
     * @param attribution licence and attribution, one line each
     * @param limits known limits, one line each
     */
    record CardFacts(
            String name,
            java.util.List<String> data,
            java.util.List<String> attribution,
            java.util.List<String> limits) {
        public CardFacts {
            data = java.util.List.copyOf(data);
            attribution = java.util.List.copyOf(attribution);
            limits = java.util.List.copyOf(limits);
        }
    }
}
