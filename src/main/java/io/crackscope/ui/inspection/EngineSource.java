package io.crackscope.ui.inspection;

/** Opens the inspection engine: reads the model, starts native code; may take seconds. */
@FunctionalInterface
public interface EngineSource {
    /**
     * The engine; called on the inspection lane.
     *
     * @throws io.crackscope.learning.ModelFileException if the model cannot be used, naming file and remedy
     */
    InspectionEngine open() throws Exception;
}
