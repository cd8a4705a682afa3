package io.crackscope.training;

import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.domain.Scorecard;
import io.crackscope.evaluation.ImageScoring;
import io.crackscope.learning.TrainingObserver;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.work.ProgressListener;
import java.util.List;
import java.util.function.Function;

/**
 * Hears of a run as its stages come: images found, split, leaks, the training's own events, outcome, test. Called on the
 * thread that runs it; must be quick.
 */
public interface TrainingStages extends TrainingObserver {
    /** Work that tells how far it is. */
    enum Stage {
        SCAN,
        SPLIT,
        LEAKS,
        TEST
    }

    /** Does {@code work}, whose progress it may show while it lasts. */
    default <R> R during(Stage stage, Function<ProgressListener, R> work) {
        return work.apply(ProgressListener.NONE);
    }

    /** Images were looked for. */
    default void found(Dataset dataset) {}

    /** Images that only train were looked for. */
    default void foundTrainOnly(Dataset dataset) {}

    /** They are split. */
    default void split(Split split) {}

    /** What the parts share is counted. */
    default void leaks(Split split, SplitLeaks leaks) {}

    /** What the model that the run starts from knows of the test part is counted. */
    default void startLeaks(StartLeaks leaks) {}

    /** Training is over. */
    default void ended(TrainingOutcome outcome) {}

    /** The test part was judged by the model that was kept. */
    default void tested(Scorecard score, List<ImageScoring.Refused> refused) {}
}
