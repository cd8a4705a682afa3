package io.crackscope.ui.scorecard;

import io.crackscope.evaluation.DecisionRule;
import io.crackscope.evaluation.ErrorCosts;
import io.crackscope.evaluation.PhotoScores;
import io.crackscope.evaluation.VerdictMatrix;

/**
 * Everything that the scorecard shows at once.
 *
 * @param scores the counted photos
 * @param rule how their probabilities become answers
 * @param matrix the counts under that rule
 * @param costs of wrong answers
 */
record Standing(PhotoScores scores, DecisionRule rule, VerdictMatrix matrix, ErrorCosts costs) {
    static Standing of(PhotoScores scores, DecisionRule rule, ErrorCosts costs) {
        return new Standing(scores, rule, scores.matrix(rule), costs);
    }

    /** What there is to show. */
    enum Content {
        /** Nothing was judged. */
        NO_PHOTOS,
        /** Nobody knows what the judged photos show. */
        NO_TRUTH,
        /** A matrix, but no curves: all photos show the same. */
        ONE_CLASS,
        /** All of it. */
        FULL
    }

    Content content() {
        PhotoScores.Basis basis = scores.basis();
        if (basis.photos() == 0) {
            return Content.NO_PHOTOS;
        }
        if (basis.counted() == 0) {
            return Content.NO_TRUTH;
        }
        return scores.hasBothClasses() ? Content.FULL : Content.ONE_CLASS;
    }

    boolean isByModel() {
        return rule instanceof DecisionRule.ModelVerdicts;
    }

    /** What all wrong answers cost together. */
    double totalCost() {
        return costs.of(matrix.decided());
    }

    /** What they cost on average over all counted photos; NaN without photos. */
    double costPerPhoto() {
        return matrix.total() == 0 ? Double.NaN : totalCost() / matrix.total();
    }
}
