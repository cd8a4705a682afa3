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
    static StartLeaks of(StoredModel start, Split split) {
        OptionalInt known = start.seen()
                .map(seen -> OptionalInt.of(
                        (int) split.test().stream().filter(seen::holds).count()))
                .orElse(OptionalInt.empty());
        return new StartLeaks(
                start.description().card().name(), known, split.test().size());
    }
}
