package io.crackscope.training;

import java.nio.file.Path;
import java.util.List;

/** How images are held out. */
public sealed interface SplitChoice {
    /** Each image for itself, whatever it shows: flatters. */
    record Random() implements SplitChoice {}

    /**
     * Photos, walls and near duplicates stay whole.
     *
     * @param holdOut groups whose name begins like one of these only test
     */
    record Grouped(List<String> holdOut) implements SplitChoice {
        public Grouped {
            holdOut = List.copyOf(holdOut);
        }
    }

    /** As an earlier split that was kept in a file, which names the images itself. */
    record Kept(Path file) implements SplitChoice {}
}
