package io.crackscope.ui.dataset;

import java.nio.file.Path;

/** Who judges the labels of a data set. */
public sealed interface Judge {
    /** The model in {@code file}, whatever it was trained on. */
    record OfFile(Path file) implements Judge {}

    /** Small networks that are trained for it, each of which judges what it has not learnt from. */
    record CrossValidation() implements Judge {}
}
