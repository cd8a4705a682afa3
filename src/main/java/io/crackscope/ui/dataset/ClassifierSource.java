package io.crackscope.ui.dataset;

import io.crackscope.learning.CrackClassifier;
import java.nio.file.Path;

/** Opens models, for judging the images of a data set; may take seconds. */
@FunctionalInterface
public interface ClassifierSource {
    /**
     * The model in {@code file}, to be closed after use; called on the data lane.
     *
     * @throws io.crackscope.learning.ModelFileException if the model cannot be used, naming file and remedy
     */
    CrackClassifier open(Path file) throws Exception;
}
