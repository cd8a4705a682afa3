package io.crackscope.ui.scorecard;

import io.crackscope.domain.Interval;
import io.crackscope.domain.Label;
import io.crackscope.domain.Verdict;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.evaluation.DecisionRule;
import io.crackscope.evaluation.MatrixCell;
import io.crackscope.evaluation.PhotoScores;
import io.crackscope.text.Messages;
import io.crackscope.text.ScoreFigures;
import io.crackscope.text.WholePercent;
import io.crackscope.ui.common.FailureWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words and numbers of the scorecard, the same on screen and in the exported picture. */
final class ScoreWords {
    /** Where photos do not allow a figure. */
    static final String NONE = "\u2013";

    private final Messages messages;

    ScoreWords(Messages messages) {
        this.messages = messages;
    }

    String get(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    String notSaved(Path file, Throwable failure) {
        return get("ui.score.not_saved", file, FailureWords.reason(failure, messages));
    }

    String verdict(Verdict verdict) {
        return messages.verdictBriefly(verdict);
    }

    String truth(Label label) {
        return get(label == Label.CRACK ? "ui.score.truth.crack" : "ui.score.truth.no_crack");
    }

    /** What a cell means. */
    String cell(MatrixCell cell) {
        boolean crack = cell.truth() == Label.CRACK;
        return switch (cell.verdict()) {
            case CRACK -> get(crack ? "ui.score.cell.found" : "ui.score.cell.false_alarm");
            case UNCERTAIN -> get(crack ? "ui.score.cell.uncertain_crack" : "ui.score.cell.uncertain_clean");
            case NO_CRACK -> get(crack ? "ui.score.cell.missed" : "ui.score.cell.cleared");
        };
    }

    /** A share in [0,1], never 0 or 100 % unless it is exactly that. */
    static String share(double share) {
        return Double.isNaN(share) ? NONE : WholePercent.of(share);
    }

    /** The share of {@code part} in {@code whole} as the text of {@code key} says it; a dash where there is no whole. */
    String share(String key, long part, long whole) {
        return whole == 0 ? NONE : get(key, share(part / (double) whole));
    }

    /** An interval of shares, or a dash where there is none. */
    String interval(Interval interval) {
        // where all resamples agree, as on a recall of 100 %, they do not say how sure that is
        return Double.isNaN(interval.low()) || interval.low() == interval.high()
                ? NONE
                : get("ui.score.interval", share(interval.low()), share(interval.high()));
    }

    String threshold(double threshold) {
        return new ScoreFigures(messages.locale()).threshold(threshold);
    }

    /** How probabilities become answers; {@code own} are the model's thresholds. */
    String rule(DecisionRule rule, Optional<VerdictThresholds> own) {
        return switch (rule) {
            case DecisionRule.ModelVerdicts verdicts ->
                own.map(thresholds -> get(
                                "ui.score.rule.model.values",
                                threshold(thresholds.uncertainFrom()),
                                threshold(thresholds.crackFrom())))
                        .orElseGet(() -> get("ui.score.rule.model"));
            case DecisionRule.OneThreshold(double threshold) -> get("ui.score.rule.one", threshold(threshold));
        };
    }

    /** Which photos are counted, and which are not. */
    String counted(PhotoScores.Basis basis) {
        List<String> sources = new ArrayList<>();
        if (basis.byFolder() > 0) {
            sources.add(get("ui.score.by_folder", basis.byFolder()));
        }
        if (basis.byReview() > 0) {
            sources.add(get("ui.score.by_review", basis.byReview()));
        }
        String counted = get("ui.score.counted", basis.counted(), String.join(", ", sources));
        return basis.withoutTruth() == 0
                ? counted
                : counted + " " + get("ui.score.without_truth", basis.withoutTruth());
    }

    /** Whether the counted photos test the model. */
    String seen(PhotoScores.Basis basis) {
        if (basis.leavesOutSeen()) {
            return get("ui.score.seen.left_out", basis.seen());
        }
        if (basis.seen() > 0) {
            return basis.mixesSeenAndOthers()
                    ? get("ui.score.seen.some", basis.seen())
                    : get("ui.score.seen.all", basis.seen());
        }
        return basis.unknown() > 0 ? get("ui.score.seen.unknown", basis.unknown()) : get("ui.score.seen.none");
    }

    /** Whether what {@link #seen} says is a warning. */
    static boolean isNoTest(PhotoScores.Basis basis) {
        return basis.seen() > 0 && !basis.leavesOutSeen();
    }

    /** A cost to a hundredth where it is no whole number. */
    String cost(double cost) {
        return Double.isNaN(cost) ? NONE : get("ui.score.cost.value", cost);
    }
}
