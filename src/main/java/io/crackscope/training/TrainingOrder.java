package io.crackscope.training;

import io.crackscope.learning.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training run as a person orders it.
 *
 * @param plan settings of the training
 * @param data what it learns from
 * @param modelFile where the model goes
 * @param words what its card says
 * @param from model file whose weights it starts with (fine-tuning); null for random weights
 * @param resume go on from the checkpoint beside the model file
 */
public record TrainingOrder(
        TrainingPlan plan,
        DataChoice data,
        Path modelFile,
        Words words,
        @Nullable Path from,
        boolean resume) {
    /**
     * What a person says about the model.
     *
     * @param name of the model
     * @param sources of the data, one line each
     * @param attribution licence and attribution of the data, one line each
     */
    public record Words(String name, List<String> sources, List<String> attribution) {
        public Words {
            sources = List.copyOf(sources);
            attribution = List.copyOf(attribution);
        }
    }
}
