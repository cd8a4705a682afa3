package io.crackscope.ui.dataset;

import io.crackscope.learning.SeenImages;
import io.crackscope.training.ModelShelf;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/**
 * The models that can judge the images of a data set.
 *
 * @param inUse the file of the model that inspects
 * @param shelf all that are at hand
 * @param opener opens any of them
 * @param memory reads which images one has learnt from, where its file tells; may throw as {@code opener} does
 */
public record Judges(
        ObservableValue<Path> inUse,
        ModelShelf shelf,
        ClassifierSource opener,
        Function<Path, Optional<SeenImages>> memory) {}
