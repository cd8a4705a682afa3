package io.crackscope.ui.dataset;

import io.crackscope.learning.SeenImages;
import io.crackscope.learning.SpeedProbe;
import io.crackscope.training.CrossValidation;
import io.crackscope.training.ModelShelf;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/**
 * What can judge the images of a data set.
 *
 * @param inUse the file of the model that inspects
 * @param shelf all that are at hand
 * @param opener opens any of them
 * @param memory reads which images one has learnt from, where its file tells; may throw as {@code opener} does
 * @param folds judges by models that have learnt from other images
 */
public record Judges(
        ObservableValue<Path> inUse,
        ModelShelf shelf,
        ClassifierSource opener,
        Function<Path, Optional<SeenImages>> memory,
        Folds folds) {
    /**
     * Models that are made for judging.
     *
     * @param validation trains them, on the training lane
     * @param probe tells how fast
     */
    public record Folds(CrossValidation validation, SpeedProbe probe) {}
}
