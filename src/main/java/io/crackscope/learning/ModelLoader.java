package io.crackscope.learning;

import java.nio.file.Path;

/** Opens model files. */
@FunctionalInterface
public interface ModelLoader {
    /**
     * A classifier for the model in {@code file} that judges with {@code engine}.
     *
     * @throws ModelFileException if the file is missing, damaged, foreign or of a newer program
     */
    CrackClassifier load(Path file, InferenceEngine engine);
}
