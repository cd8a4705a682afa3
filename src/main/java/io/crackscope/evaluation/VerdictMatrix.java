package io.crackscope.evaluation;

import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Label;
import io.crackscope.domain.Verdict;
import java.util.Collection;

/**
 * Counts of verdicts against truth.
 *
 * @param decided the photos with a verdict of crack or no crack
 * @param uncertainCracks photos with a crack that were left to a person
 * @param uncertainOthers photos without a crack that were left to a person
 */
public record VerdictMatrix(ConfusionMatrix decided, long uncertainCracks, long uncertainOthers) {
    public VerdictMatrix {
        if (uncertainCracks < 0 || uncertainOthers < 0) {
            throw new IllegalArgumentException("counts must not be negative");
        }
    }

    /** Everything was decided. */
    public VerdictMatrix(ConfusionMatrix decided) {
        this(decided, 0, 0);
    }

    /** Counts those of {@code photos} whose truth is known. */
    public static VerdictMatrix of(Collection<JudgedPhoto> photos, DecisionRule rule) {
        long[][] counts = new long[Verdict.values().length][Label.values().length];
        for (JudgedPhoto photo : photos) {
            if (photo.truth().isPresent()) {
                counts[rule.decide(photo).ordinal()][photo.truth().get().label().ordinal()]++;
            }
        }
        int crack = Label.CRACK.ordinal();
        int other = Label.NO_CRACK.ordinal();
        return new VerdictMatrix(
                new ConfusionMatrix(
                        counts[Verdict.CRACK.ordinal()][crack],
                        counts[Verdict.CRACK.ordinal()][other],
                        counts[Verdict.NO_CRACK.ordinal()][other],
                        counts[Verdict.NO_CRACK.ordinal()][crack]),
                counts[Verdict.UNCERTAIN.ordinal()][crack],
                counts[Verdict.UNCERTAIN.ordinal()][other]);
    }

    /** Photos with this verdict that show this. */
    public long count(Verdict verdict, Label truth) {
        boolean crack = truth == Label.CRACK;
        return switch (verdict) {
            case CRACK -> crack ? decided.tp() : decided.fp();
            case UNCERTAIN -> crack ? uncertainCracks : uncertainOthers;
            case NO_CRACK -> crack ? decided.fn() : decided.tn();
        };
    }

    /** Photos with this verdict. */
    public long count(Verdict verdict) {
        return count(verdict, Label.CRACK) + count(verdict, Label.NO_CRACK);
    }

    /** Photos that show this. */
    public long count(Label truth) {
        return count(Verdict.CRACK, truth) + count(Verdict.UNCERTAIN, truth) + count(Verdict.NO_CRACK, truth);
    }

    /** All counted photos. */
    public long total() {
        return decided.total() + uncertainCracks + uncertainOthers;
    }

    /** Share of photos that were decided, in [0,1]; NaN without photos. */
    public double coverage() {
        return total() == 0 ? Double.NaN : decided.total() / (double) total();
    }

    /** Share of wrong answers among the decided photos, in [0,1]; NaN where none was decided. */
    public double error() {
        return 1 - decided.accuracy();
    }
}
