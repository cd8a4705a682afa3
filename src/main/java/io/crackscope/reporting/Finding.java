package io.crackscope.reporting;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.Review;
import io.crackscope.domain.Verdict;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.project.StoredAnswer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A photo of a report with what the model and the person say of it.
 *
 * @param number in the report, from 1
 * @param photo as the project holds it
 * @param evidence where the model's newest answer sees cracks, most probable first
 */
public record Finding(int number, ProjectPhoto photo, List<Evidence> evidence) {
    /** The gravest first: what a person found, then what nobody has looked at yet, by the model's probability. */
    static final Comparator<Finding> WORST_FIRST = Comparator.comparingInt(Finding::rank)
            .thenComparing(Comparator.comparingDouble(Finding::probability).reversed())
            .thenComparingInt(Finding::number);

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** The model's newest answer, if it could look at the photo. */
    public Optional<ModelAnswer.Judged> judged() {
        return photo.latest()
                .map(StoredAnswer::answer)
                .filter(ModelAnswer.Judged.class::isInstance)
                .map(ModelAnswer.Judged.class::cast);
    }

    /** Why the model could not look at the photo. */
    public Optional<Refusal> refusal() {
        return photo.latest()
                .map(StoredAnswer::answer)
                .filter(ModelAnswer.Refused.class::isInstance)
                .map(answer -> ((ModelAnswer.Refused) answer).refusal());
    }

    /** What the person found. */
    public Optional<Review.Decision> decision() {
        return photo.review().flatMap(Review::decision);
    }

    /** What the person noted; empty where nothing. */
    public String note() {
        return photo.review().map(Review::note).map(String::strip).orElse("");
    }

    /** The model's probability in [0,1]; -1 where it did not judge. */
    double probability() {
        return judged().map(ModelAnswer.Judged::probability).orElse(-1.0);
    }

    /** Whether the model saw something that no person has confirmed, corrected or rejected. */
    boolean awaitsReview() {
        return decision().isEmpty() && isAlarm();
    }

    /** Whether the photo, as far as anyone knows, shows or may show a crack. */
    boolean isGrave() {
        return decision().map(found -> found != Review.Decision.NO_CRACK).orElse(isAlarm());
    }

    /** Whether a report on {@code photo} tells it at length. */
    public static boolean isTold(ProjectPhoto photo) {
        return new Finding(1, photo, List.of()).isTold();
    }

    /** Whether it is told at length: it shows or may show a crack, or a person noted something. */
    boolean isTold() {
        return isGrave() || !note().isEmpty();
    }

    /** Whether the model could not look at it or has not. */
    boolean isNotInspected() {
        return judged().isEmpty();
    }

    private boolean isAlarm() {
        return judged().map(answer -> answer.verdict() != Verdict.NO_CRACK).orElse(false);
    }

    private int rank() {
        return decision()
                .map(found -> switch (found) {
                    case CRACK -> 0;
                    case UNSURE -> 2;
                    case NO_CRACK -> 5;
                })
                .orElseGet(() -> judged().map(answer -> switch (answer.verdict()) {
                            case CRACK -> 1;
                            case UNCERTAIN -> 3;
                            case NO_CRACK -> 4;
                        })
                        .orElse(4));
    }
}
