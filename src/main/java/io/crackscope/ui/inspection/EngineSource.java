package io.crackscope.ui.inspection;

import io.crackscope.learning.SeenImages;
import java.util.Optional;

/** Opens the inspection engine: reads the model, starts native code; may take seconds. */
@FunctionalInterface
public interface EngineSource {
    /**
     * The engine; called on the inspection lane.
     *
     * @throws io.crackscope.learning.ModelFileException if the model cannot be used, naming file and remedy
     */
    InspectionEngine open() throws Exception;

    /**
     * What the model of the engine was made with; empty where that is not known. Called on the IO lane.
     *
     * @throws io.crackscope.learning.ModelFileException if the model cannot be read
     */
    default Optional<SeenImages> memory() throws Exception {
        return Optional.empty();
    }
}
