package io.crackscope.evaluation;

import io.crackscope.domain.Label;
import io.crackscope.domain.Verdict;

/** A cell of a {@link VerdictMatrix}: what was said of photos, and what they show. */
public record MatrixCell(Verdict verdict, Label truth) {
    /** Whether the answer is wrong. */
    public boolean isWrong() {
        return verdict == Verdict.CRACK && truth == Label.NO_CRACK
                || verdict == Verdict.NO_CRACK && truth == Label.CRACK;
    }

    /** Whether higher probabilities are the more telling ones: the surest mistakes, and the least sure right answers. */
    boolean highestFirst() {
        return verdict == Verdict.UNCERTAIN || verdict == Verdict.CRACK == isWrong();
    }
}
