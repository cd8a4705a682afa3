package io.crackscope.ui.dataset;

import java.nio.file.Path;

/** Takes a split over to train on. Called on the JavaFX thread. */
@FunctionalInterface
public interface SplitTaker {
    /** {@code split} is a {@link io.crackscope.dataset.SplitFile}, whole and on disk. */
    void train(Path split);
}
