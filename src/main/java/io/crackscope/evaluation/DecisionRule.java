package io.crackscope.evaluation;

import io.crackscope.domain.Verdict;

/** How a photo's probability becomes an answer. */
public sealed interface DecisionRule {
    /** The answer for {@code photo}. */
    Verdict decide(JudgedPhoto photo);

    /** The model's own verdicts by its two thresholds: between them it leaves the answer to a person. */
    record ModelVerdicts() implements DecisionRule {
        @Override
        public Verdict decide(JudgedPhoto photo) {
            return photo.verdict();
        }
    }

    /**
     * One threshold, nothing uncertain.
     *
     * @param threshold lowest probability, in [0,1], that is a crack
     */
    record OneThreshold(double threshold) implements DecisionRule {
        public OneThreshold {
            if (!(threshold >= 0 && threshold <= 1)) {
                throw new IllegalArgumentException("not a threshold: " + threshold);
            }
        }

        @Override
        public Verdict decide(JudgedPhoto photo) {
            return photo.probability() >= threshold ? Verdict.CRACK : Verdict.NO_CRACK;
        }
    }
}
