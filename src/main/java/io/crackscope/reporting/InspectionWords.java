package io.crackscope.reporting;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.Review;
import io.crackscope.domain.ScaleBar;
import io.crackscope.domain.Verdict;
import io.crackscope.text.Messages;
import io.crackscope.text.PhotoFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The words of an inspection report: verdicts, places, times, figures with their units. */
final class InspectionWords {
    private static final double LARGE = 0.6;

    private final Messages messages;
    private final ZoneId zone;
    private final Numbers numbers;
    private final PhotoFigures figures;

    InspectionWords(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
        this.numbers = new Numbers(messages.locale());
        this.figures = new PhotoFigures(messages);
    }

    String get(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    Messages messages() {
        return messages;
    }

    Numbers numbers() {
        return numbers;
    }

    PhotoFigures figures() {
        return figures;
    }

    String verdict(Optional<Verdict> verdict) {
        return verdict.map(messages::verdict).orElseGet(() -> messages.get("inspection.unjudged"));
    }

    /** What a person decided, and what is to be done where that settles nothing. */
    String decision(Optional<Review.Decision> decision) {
        return decision.equals(Optional.of(Review.Decision.UNSURE))
                ? messages.get("inspection.unsure", decisionBriefly(decision))
                : decisionBriefly(decision);
    }

    String decisionBriefly(Optional<Review.Decision> decision) {
        return decision.map(messages::decision).orElseGet(() -> messages.get("inspection.unreviewed"));
    }

    /** What the model says of it, with its probability, or why it says nothing. */
    String model(Finding finding) {
        return finding.judged()
                .map(answer -> messages.get(
                        "inspection.probability",
                        verdict(Optional.of(answer.verdict())),
                        Numbers.wholePercent(answer.probability())))
                .orElseGet(() -> verdict(Optional.empty()));
    }

    /** Why the model could not look at it, or that it has not. */
    String reason(Finding finding) {
        return finding.refusal().map(messages::refusal).orElseGet(() -> messages.get("inspection.not_inspected"));
    }

    String person(Finding finding) {
        return decision(finding.decision());
    }

    String time(Instant time) {
        return time(time.atZone(zone).toLocalDateTime());
    }

    String time(LocalDateTime time) {
        return DateTimeFormatter.ofPattern(messages.get("inspection.pattern.time"), messages.locale())
                .format(time);
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(messages.get("inspection.pattern.date"), messages.locale())
                .format(date);
    }

    /** In which ninth of the photo the middle of the evidence lies, unless it lies in most of them. */
    String place(Evidence evidence, PhotoFacts facts) {
        if (evidence.right() - evidence.left() > LARGE * facts.width()
                && evidence.bottom() - evidence.top() > LARGE * facts.height()) {
            return messages.get("inspection.place.0");
        }
        double x = (evidence.left() + evidence.right()) / 2.0 / facts.width();
        double y = (evidence.top() + evidence.bottom()) / 2.0 / facts.height();
        int column = Math.clamp((int) (3 * x), 0, 2);
        int row = Math.clamp((int) (3 * y), 0, 2);
        return messages.get("inspection.place." + (3 * row + column + 1));
    }

    static String pixels(Evidence evidence) {
        return PhotoFigures.pixels(evidence.right() - evidence.left(), evidence.bottom() - evidence.top());
    }

    static String corner(Evidence evidence) {
        return evidence.left() + ", " + evidence.top();
    }

    /** Extent on the concrete; a dash without a scale. */
    String millimetres(Evidence evidence, Optional<PhotoScale> scale) {
        return scale.map(known -> figures.millimetres(
                        evidence.right() - evidence.left(), evidence.bottom() - evidence.top(), known))
                .orElse(Numbers.NONE);
    }

    String length(ScaleBar bar) {
        return bar.label(messages.locale());
    }

    String scale(Optional<PhotoScale> scale) {
        return scale.map(figures::scale).orElseGet(() -> messages.get("inspection.finding.scale.none"));
    }

    /** Where the photo was taken; empty where it holds no position. */
    Optional<String> position(PhotoFacts facts) {
        return figures.position(facts);
    }

    /** {@code text}, or that it is not stated. */
    String stated(String text) {
        return text.isBlank() ? messages.get("inspection.fact.none") : text.strip();
    }
}
