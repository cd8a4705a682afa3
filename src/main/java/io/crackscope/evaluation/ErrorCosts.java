package io.crackscope.evaluation;

import io.crackscope.domain.ConfusionMatrix;

/**
 * What wrong answers cost, in any one unit.
 *
 * @param miss a photo with a crack that is called no crack, at least 0
 * @param falseAlarm a photo without a crack that is called crack, at least 0
 */
public record ErrorCosts(double miss, double falseAlarm) {
    /** @throws IllegalArgumentException if a cost is negative, NaN or infinite */
    public ErrorCosts {
        if (!(miss >= 0 && falseAlarm >= 0 && miss + falseAlarm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not costs: " + miss + ", " + falseAlarm);
        }
    }

    /** What these answers cost together. */
    public double of(ConfusionMatrix answers) {
        return miss * answers.fn() + falseAlarm * answers.fp();
    }
}
