package io.crackscope.reporting;

import io.crackscope.domain.Review;
import io.crackscope.domain.Verdict;
import java.util.Collection;
import java.util.Optional;

/**
 * How often the model said what where the person said what. It tells agreement, not accuracy: the person knew the model's
 * verdict.
 *
 * @param counts a row for each {@link Verdict} in its order and one for photos without a verdict; a column for each
 *     {@link Review.Decision} in its order and one for photos without a decision
 */
public record ReviewMatrix(int[][] counts) {
    /** The row of photos without a verdict. */
    public static final int NO_VERDICT = Verdict.values().length;

    /** The column of photos without a decision. */
    public static final int NO_DECISION = Review.Decision.values().length;

    /** Counts {@code findings}. */
    public static ReviewMatrix of(Collection<Finding> findings) {
        int[][] counts = new int[NO_VERDICT + 1][NO_DECISION + 1];
        for (Finding finding : findings) {
            int row = finding.judged().map(answer -> answer.verdict().ordinal()).orElse(NO_VERDICT);
            int column = finding.decision().map(Enum::ordinal).orElse(NO_DECISION);
            counts[row][column]++;
        }
        return new ReviewMatrix(counts);
    }

    /** Photos of this verdict, empty for none, and this decision, empty for none. */
    public int count(Optional<Verdict> verdict, Optional<Review.Decision> decision) {
        return counts[verdict.map(Enum::ordinal).orElse(NO_VERDICT)][
                decision.map(Enum::ordinal).orElse(NO_DECISION)];
    }

    /** Photos of this verdict, empty for none. */
    public int ofVerdict(Optional<Verdict> verdict) {
        int sum = 0;
        for (int count : counts[verdict.map(Enum::ordinal).orElse(NO_VERDICT)]) {
            sum += count;
        }
        return sum;
    }

    /** Photos of this decision, empty for none. */
    public int ofDecision(Optional<Review.Decision> decision) {
        int sum = 0;
        for (int[] row : counts) {
            sum += row[decision.map(Enum::ordinal).orElse(NO_DECISION)];
        }
        return sum;
    }

    /** All photos. */
    public int total() {
        int sum = 0;
        for (int row = 0; row <= NO_VERDICT; row++) {
            for (int count : counts[row]) {
                sum += count;
            }
        }
        return sum;
    }

    /** Photos on which the model was definite and the person too. */
    public int compared() {
        return hits() + misses();
    }

    /** Those of {@link #compared()} of which both say the same. */
    public int hits() {
        return count(Optional.of(Verdict.CRACK), Optional.of(Review.Decision.CRACK))
                + count(Optional.of(Verdict.NO_CRACK), Optional.of(Review.Decision.NO_CRACK));
    }

    private int misses() {
        return count(Optional.of(Verdict.CRACK), Optional.of(Review.Decision.NO_CRACK))
                + count(Optional.of(Verdict.NO_CRACK), Optional.of(Review.Decision.CRACK));
    }
}
