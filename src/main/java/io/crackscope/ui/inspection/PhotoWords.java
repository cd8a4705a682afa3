package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.Review;
import io.crackscope.domain.Review.Decision;
import io.crackscope.domain.Verdict;
import io.crackscope.text.Messages;
import io.crackscope.text.PhotoFigures;
import io.crackscope.text.WholePercent;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.ui.common.Mark;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** The words, marks and numbers of a photo's state, the same wherever they are shown. */
final class PhotoWords {
    private final Messages messages;
    private final PhotoFigures figures;

    PhotoWords(Messages messages) {
        this.messages = messages;
        this.figures = new PhotoFigures(messages);
    }

    /** In one or two words, for a list. */
    String brief(PhotoState state) {
        return switch (state) {
            case PhotoState.Waiting w -> messages.get("ui.state.waiting");
            case PhotoState.Inspecting i -> messages.get("ui.state.inspecting");
            case PhotoState.Inspected(var outcome) -> messages.verdictBriefly(outcome.verdict());
            case PhotoState.Refused r -> messages.get("ui.state.refused");
            case PhotoState.Unfinished u -> messages.get("ui.state.unfinished");
            case PhotoState.Failed f -> messages.get("ui.state.failed");
        };
    }

    /** A verdict in full. */
    String verdict(Verdict verdict) {
        return messages.verdict(verdict);
    }

    /** Why there is no verdict; empty where there is one or will be one. */
    String reason(PhotoState state) {
        return switch (state) {
            case PhotoState.Refused(var refusal) -> messages.refusal(refusal);
            case PhotoState.Failed(Throwable failure) -> FailureWords.of(failure, messages);
            default -> "";
        };
    }

    /** Why the photo called {@code name} cannot be shown, though it may have been when it was inspected. */
    String unreadable(String name, Refusal refusal) {
        return refusal.kind() == Refusal.Kind.MISSING
                ? messages.get("ui.viewer.missing", name)
                : messages.refusal(refusal);
    }

    /** The state in a line or two: with the reason where there is no verdict, its remedy left to where there is room. */
    String line(PhotoState state) {
        String why = reason(state);
        int end = why.indexOf(". ");
        return why.isEmpty() ? brief(state) : brief(state) + ": " + (end < 0 ? why : why.substring(0, end + 1));
    }

    /** The probability of an inspected photo, otherwise empty. */
    String probability(PhotoState state) {
        return state instanceof PhotoState.Inspected(var outcome) ? WholePercent.of(outcome.probability()) : "";
    }

    static Mark mark(PhotoState state) {
        return switch (state) {
            case PhotoState.Inspecting i -> Mark.INSPECTING;
            case PhotoState.Inspected(var outcome) -> Mark.of(outcome.verdict());
            case PhotoState.Refused r -> Mark.REFUSED;
            case PhotoState.Failed f -> Mark.REFUSED;
            case PhotoState.Waiting w -> Mark.WAITING;
            case PhotoState.Unfinished u -> Mark.WAITING;
        };
    }

    /** A person's decision in one or two words. */
    String decision(Decision decision) {
        return messages.decision(decision);
    }

    /** That a person decided, and what. */
    String reviewed(Decision decision) {
        return messages.get("ui.review.reviewed", decision(decision));
    }

    /** The sign of a decision: that of the verdict it stands for. */
    static Mark mark(Decision decision) {
        return switch (decision) {
            case CRACK -> Mark.CRACK;
            case NO_CRACK -> Mark.NO_CRACK;
            case UNSURE -> Mark.UNCERTAIN;
        };
    }

    /** Who said it and when. */
    String signed(Review review) {
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(messages.locale())
                .format(review.when().atZone(ZoneId.systemDefault()));
        return review.decision()
                .map(decision -> messages.get("ui.review.signed", decision(decision), review.who(), when))
                .orElse(messages.get("ui.review.noted", review.who(), when));
    }

    /** How large a pixel is, and where that is known from. */
    String scale(PhotoScale scale) {
        return figures.scale(scale);
    }

    /** How wide and high the box around evidence is on the concrete. */
    String extent(Evidence evidence, PhotoScale scale) {
        return messages.get(
                "ui.findings.extent.mm",
                figures.millimetres(evidence.right() - evidence.left(), evidence.bottom() - evidence.top(), scale));
    }

    String size(PhotoFacts facts) {
        return figures.size(facts.width(), facts.height());
    }

    String taken(PhotoFacts facts) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(messages.locale());
        return facts.taken().map(format::format).orElse("");
    }

    String place(PhotoFacts facts) {
        return figures.position(facts).orElse("");
    }
}
