package io.crackscope.evaluation;

import io.crackscope.domain.Interval;
import io.crackscope.domain.Label;
import io.crackscope.domain.Scorecard;
import io.crackscope.domain.Verdict;
import java.util.List;
import java.util.function.Predicate;

/**
 * 95 % intervals of what a model scores on photos, from resampling whole groups as {@link Scores} does. Figures of wrong
 * and right answers are those among the decided photos.
 *
 * @param groups independent groups that the photos fall into
 * @param recall share of cracks that were found
 * @param precision share of alarms that were cracks
 * @param f1 harmonic mean of both
 * @param specificity share of photos without a crack that were cleared
 * @param accuracy share of right answers
 * @param error share of wrong answers
 * @param coverage share of photos that were decided
 */
public record PhotoIntervals(
        int groups,
        Interval recall,
        Interval precision,
        Interval f1,
        Interval specificity,
        Interval accuracy,
        Interval error,
        Interval coverage) {
    /** Groups below which resampling says nothing: with few of them it only repeats the few that there are. */
    public static final int FEWEST_GROUPS = 10;

    private static final long SEED = 1;

    /** The intervals of {@code photos} of known truth; seconds for 100,000. NaN where there are too few groups. */
    public static PhotoIntervals of(List<JudgedPhoto> photos, DecisionRule rule) {
        int groups =
                (int) photos.stream().map(JudgedPhoto::groupName).distinct().count();
        if (groups < FEWEST_GROUPS) {
            Interval none = new Interval(Double.NaN, Double.NaN);
            return new PhotoIntervals(groups, none, none, none, none, none, none, none);
        }
        List<JudgedPhoto> decided = photos.stream()
                .filter(photo -> rule.decide(photo) != Verdict.UNCERTAIN)
                .toList();
        Scorecard answers = share(decided, photo -> rule.decide(photo) == Verdict.CRACK);
        Interval accuracy = answers.accuracyInterval();
        return new PhotoIntervals(
                groups,
                answers.crackIntervals().recall(),
                answers.crackIntervals().precision(),
                answers.crackIntervals().f1(),
                answers.noCrackIntervals().recall(),
                accuracy,
                new Interval(1 - accuracy.high(), 1 - accuracy.low()),
                coverage(photos, rule));
    }

    /** The answers as images of probability 0 or 1: so {@link Scores} resamples any rule. */
    private static Scorecard share(List<JudgedPhoto> photos, Predicate<JudgedPhoto> calledCrack) {
        List<ScoredImage> images = photos.stream()
                .map(photo -> image(photo, photo.truth().orElseThrow().label(), calledCrack.test(photo)))
                .toList();
        return Scores.of(images, 0.5, "", SEED);
    }

    /** Coverage is the accuracy of an answer that is right where the photo was decided. */
    private static Interval coverage(List<JudgedPhoto> photos, DecisionRule rule) {
        List<ScoredImage> images = photos.stream()
                .map(photo -> image(photo, Label.CRACK, rule.decide(photo) != Verdict.UNCERTAIN))
                .toList();
        return Scores.of(images, 0.5, "", SEED).accuracyInterval();
    }

    private static ScoredImage image(JudgedPhoto photo, Label label, boolean called) {
        return new ScoredImage(photo.file().toString(), label, called ? 1 : 0, photo.groupName());
    }
}
