package io.crackscope.training;

import io.crackscope.domain.Label;
import io.crackscope.evaluation.PairedTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of the history against the first of them, on the images that both tested on: images that both held out, so
 * neither model has learnt them.
 */
public final class RunComparison {
    private static final long SEED = 1;

    private RunComparison() {}

    /** Whether {@code other} is better than {@code first}, each model at its own threshold. */
    public static PairedTest of(RunHistory history, RunRecord first, RunRecord other) {
        List<PairedTest.Pair> pairs = new ArrayList<>();
        if (first.test() != null && other.test() != null) {
            Map<String, TestAnswer> answers = new HashMap<>();
            history.answers(first.id()).forEach(answer -> answers.put(answer.sha256(), answer));
            for (TestAnswer answer : history.answers(other.id())) {
                TestAnswer before = answers.get(answer.sha256());
                if (before != null && before.label() == answer.label()) {
                    pairs.add(new PairedTest.Pair(
                            answer.group(),
                            isRight(before, first.test().threshold()),
                            isRight(answer, other.test().threshold())));
                }
            }
        }
        return PairedTest.of(pairs, SEED);
    }

    private static boolean isRight(TestAnswer answer, double threshold) {
        return answer.probability() >= threshold == (answer.label() == Label.CRACK);
    }
}
