package io.crackscope.training;

import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitException;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.domain.Scorecard;
import io.crackscope.learning.TrainingOutcome;
import java.util.Optional;

/** What came of an order to train. */
public sealed interface TrainingResult {
    /** There is no usable image. */
    record NothingFound(Dataset found) implements TrainingResult {}

    /** The images cannot be split as ordered: they are too few, or one that only trains would judge too. */
    record NotSplit(SplitException why) implements TrainingResult {}

    /** The run began and is over. */
    record Ended(Dataset found, Split split, SplitLeaks leaks, TrainingOutcome outcome, Optional<Tested> test)
            implements TrainingResult {}

    /** The score on the test part with the number of test images that could not be read. */
    record Tested(Scorecard score, int refused) {}
}
