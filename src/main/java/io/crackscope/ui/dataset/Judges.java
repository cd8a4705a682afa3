package io.crackscope.ui.dataset;

import io.crackscope.training.ModelShelf;
import java.nio.file.Path;
import javafx.beans.value.ObservableValue;

/**
 * The models that can judge the images of a data set.
 *
 * @param inUse the file of the model that inspects
 * @param shelf all that are at hand
 * @param opener opens any of them
 */
public record Judges(ObservableValue<Path> inUse, ModelShelf shelf, ClassifierSource opener) {}
