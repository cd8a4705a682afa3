package io.crackscope.training;

import io.crackscope.dataset.Split;
import io.crackscope.learning.StoredModel;
import java.util.OptionalInt;

/**
 * How much of the test part the model that a run starts from has learnt already: what it knows flatters the test score.
 *
 * @param model name of the model
 * @param known test images that trained or validated it; empty if it does not say what it has seen
 * @param tests all test images
 */
public record StartLeaks(String model, OptionalInt known, int tests) {
    /** Whether it knows test images, or may know some: whether the score is flattered. */
    public boolean any() {
        return tests > 0 && known.orElse(tests) > 0;
    }

    /** Counts what {@code start} knows of the test part of {@code split}. */
    public static StartLeaks of(StoredModel start, Split split) {
        OptionalInt known = start.seen()
                .map(seen -> OptionalInt.of(
                        (int) split.test().stream().filter(seen::holds).count()))
                .orElse(OptionalInt.empty());
        return new StartLeaks(
                start.description().card().name(), known, split.test().size());
    }
}
