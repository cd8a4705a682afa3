package io.crackscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Label;
import io.crackscope.domain.Verdict;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.evaluation.DecisionRule.ModelVerdicts;
import io.crackscope.evaluation.DecisionRule.OneThreshold;
import io.crackscope.evaluation.JudgedPhoto.Seen;
import io.crackscope.evaluation.JudgedPhoto.Source;
import io.crackscope.evaluation.JudgedPhoto.Truth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoScoresTest {
    private static final VerdictThresholds MODEL = new VerdictThresholds(0.3, 0.8);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void at_any_threshold_the_counts_are_those_of_a_plain_recount(long seed) {
        Random random = new Random(seed);
        // few distinct probabilities make ties, 0 and 1 among them; one class is missing now and then
        int steps = seed % 2 == 0 ? 10 : 100_000;
        double cracks = seed == 7 ? 0 : seed == 8 ? 1 : 0.3;
        List<JudgedPhoto> photos = new ArrayList<>();
        for (int i = 0; i < random.nextInt(400); i++) {
            double probability = random.nextInt(steps + 1) / (double) steps;
            Label truth = random.nextDouble() < cracks ? Label.CRACK : Label.NO_CRACK;
            photos.add(photo(i, probability, random.nextInt(5) == 0 ? null : truth, Seen.NEW));
        }
        PhotoScores scores = PhotoScores.of(photos, true);

        List<Double> thresholds = new ArrayList<>(List.of(0.0, 1.0, MODEL.crackFrom(), Double.MIN_VALUE));
        photos.forEach(photo -> {
            thresholds.add(photo.probability());
            thresholds.add(Math.min(1, Math.nextUp(photo.probability())));
            thresholds.add(Math.max(0, Math.nextDown(photo.probability())));
        });
        for (int i = 0; i <= 1000; i++) {
            thresholds.add(i / 1000.0);
        }
        for (double threshold : thresholds) {
            assertThat(scores.at(threshold)).as("at %s", threshold).isEqualTo(recount(photos, threshold));
            OneThreshold rule = new OneThreshold(threshold);
            assertThat(scores.matrix(rule)).isEqualTo(VerdictMatrix.of(photos, rule));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void no_threshold_is_cheaper_than_the_one_of_least_cost(long seed) {
        Random random = new Random(seed);
        int steps = seed % 2 == 0 ? 8 : 100_000;
        List<JudgedPhoto> photos = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(60); i++) {
            photos.add(photo(
                    i,
                    random.nextInt(steps + 1) / (double) steps,
                    random.nextBoolean() ? Label.CRACK : Label.NO_CRACK,
                    Seen.NEW));
        }
        ErrorCosts costs = new ErrorCosts(random.nextInt(12), random.nextInt(3));
        PhotoScores scores = PhotoScores.of(photos, true);

        double cheapest = scores.cheapest(costs);

        assertThat(cheapest).isBetween(0.0, 1.0);
        double cost = costs.of(recount(photos, cheapest));
        photos.forEach(photo ->
                assertThat(costs.of(recount(photos, photo.probability()))).isGreaterThanOrEqualTo(cost));
        assertThat(costs.of(recount(photos, 1))).isGreaterThanOrEqualTo(cost);
    }

    @Test
    void the_threshold_of_least_cost_lies_in_the_middle_of_the_widest_gap() {
        PhotoScores scores = PhotoScores.of(
                List.of(
                        photo(1, 0.1, Label.NO_CRACK, Seen.NEW),
                        photo(2, 0.2, Label.NO_CRACK, Seen.NEW),
                        photo(3, 0.8, Label.CRACK, Seen.NEW)),
                true);

        assertThat(scores.cheapest(new ErrorCosts(10, 1))).isEqualTo(0.5);
        assertThat(PhotoScores.of(List.of(), true).cheapest(new ErrorCosts(10, 1)))
                .isEqualTo(0.5);
    }

    @Test
    void the_models_verdicts_keep_the_uncertain_ones_apart() {
        PhotoScores scores = PhotoScores.of(
                List.of(
                        photo(1, 0.9, Label.CRACK, Seen.NEW),
                        photo(2, 0.8, Label.NO_CRACK, Seen.NEW),
                        photo(3, 0.79, Label.CRACK, Seen.NEW),
                        photo(4, 0.3, Label.NO_CRACK, Seen.NEW),
                        photo(5, 0.29, Label.CRACK, Seen.NEW),
                        photo(6, 0, Label.NO_CRACK, Seen.NEW),
                        photo(7, 0, Label.NO_CRACK, Seen.NEW),
                        photo(8, 0.5, null, Seen.NEW)),
                true);

        VerdictMatrix matrix = scores.matrix(new ModelVerdicts());

        assertThat(matrix).isEqualTo(new VerdictMatrix(new ConfusionMatrix(1, 1, 2, 1), 1, 1));
        assertThat(matrix.coverage()).isEqualTo(5 / 7.0);
        assertThat(matrix.error()).isEqualTo(2 / 5.0);
        assertThat(matrix.count(Label.CRACK)).isEqualTo(3);
        assertThat(matrix.count(Verdict.UNCERTAIN)).isEqualTo(2);
        assertThat(matrix.total()).isEqualTo(7);
    }

    @Test
    void photos_that_made_the_model_are_left_out_as_long_as_there_are_others() {
        JudgedPhoto seen = photo(1, 0.9, Label.CRACK, Seen.IN_TRAINING);
        JudgedPhoto fresh = photo(2, 0.1, Label.NO_CRACK, Seen.NEW);
        JudgedPhoto unknown = photo(3, 0.1, null, Seen.UNKNOWN);

        assertThat(PhotoScores.of(List.of(seen, fresh, unknown), true).counted())
                .containsExactly(fresh);
        assertThat(PhotoScores.of(List.of(seen, fresh, unknown), false).counted())
                .containsExactly(seen, fresh);
        PhotoScores all = PhotoScores.of(List.of(seen, unknown), true);
        assertThat(all.counted()).containsExactly(seen);
        assertThat(all.basis()).isEqualTo(new PhotoScores.Basis(2, 1, 0, 1, 1, 0, false));
        assertThat(all.basis().mixesSeenAndOthers()).isFalse();
    }

    @Test
    void a_cell_lists_its_surest_mistakes_and_its_least_sure_right_answers_first() {
        List<JudgedPhoto> photos = List.of(
                photo(1, 0.9, Label.CRACK, Seen.NEW),
                photo(2, 0.95, Label.CRACK, Seen.NEW),
                photo(3, 0.85, Label.NO_CRACK, Seen.NEW),
                photo(4, 0.97, Label.NO_CRACK, Seen.NEW),
                photo(5, 0.1, Label.CRACK, Seen.NEW),
                photo(6, 0.02, Label.CRACK, Seen.NEW),
                photo(7, 0.01, Label.NO_CRACK, Seen.NEW),
                photo(8, 0.2, Label.NO_CRACK, Seen.NEW));
        PhotoScores scores = PhotoScores.of(photos, true);

        assertThat(names(scores, Verdict.CRACK, Label.CRACK)).containsExactly("1", "2");
        assertThat(names(scores, Verdict.CRACK, Label.NO_CRACK)).containsExactly("4", "3");
        assertThat(names(scores, Verdict.NO_CRACK, Label.CRACK)).containsExactly("6", "5");
        assertThat(names(scores, Verdict.NO_CRACK, Label.NO_CRACK)).containsExactly("8", "7");
    }

    @Test
    void curves_need_both_classes() {
        PhotoScores one = PhotoScores.of(List.of(photo(1, 0.9, Label.CRACK, Seen.NEW)), true);
        assertThat(one.hasBothClasses()).isFalse();
        assertThat(one.roc()).isEmpty();
        assertThat(one.precisionRecall()).isEmpty();
    }

    @Test
    void intervals_need_ten_groups_and_hold_the_figure() {
        List<JudgedPhoto> photos = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            photos.add(photo(
                    i, i % 8 == 0 ? 0.1 : i % 5 == 0 ? 0.5 : 0.9, i % 3 == 0 ? Label.NO_CRACK : Label.CRACK, Seen.NEW));
        }
        PhotoIntervals few = PhotoIntervals.of(photos.subList(0, 9), new ModelVerdicts());
        assertThat(few.groups()).isEqualTo(9);
        assertThat(few.recall().low()).isNaN();

        VerdictMatrix matrix = VerdictMatrix.of(photos, new ModelVerdicts());
        PhotoIntervals enough = PhotoIntervals.of(photos, new ModelVerdicts());
        assertThat(matrix.coverage())
                .isBetween(enough.coverage().low(), enough.coverage().high());
        assertThat(matrix.error())
                .isBetween(enough.error().low(), enough.error().high());
        assertThat(matrix.decided().score(Label.CRACK).recall())
                .isBetween(enough.recall().low(), enough.recall().high());
        assertThat(matrix.decided().score(Label.NO_CRACK).recall())
                .isBetween(enough.specificity().low(), enough.specificity().high());
        assertThat(enough.coverage().low()).isLessThan(enough.coverage().high());
    }

    @Test
    void a_thinned_line_keeps_its_ends_and_steps_at_the_next_height() {
        List<Curves.Point> points = List.of(
                new Curves.Point(0.1, 1, 0.9), new Curves.Point(0.1001, 1, 0.8), new Curves.Point(0.9, 0.5, 0.1));
        assertThat(Curves.line(points, false, 0.01)).containsExactly(points.get(0), points.get(2));
        assertThat(Curves.line(points, true, 0.01))
                .containsExactly(
                        new Curves.Point(0, 1, 0.9), points.get(0), new Curves.Point(0.1, 0.5, 0.1), points.get(2));
    }

    private static List<String> names(PhotoScores scores, Verdict verdict, Label truth) {
        return scores.photosIn(new MatrixCell(verdict, truth), new ModelVerdicts()).stream()
                .map(photo -> photo.file().getFileName().toString())
                .toList();
    }

    private static ConfusionMatrix recount(List<JudgedPhoto> photos, double threshold) {
        long tp = 0;
        long fp = 0;
        long tn = 0;
        long fn = 0;
        for (JudgedPhoto photo : photos) {
            if (photo.truth().isPresent()) {
                boolean crack = photo.truth().get().label() == Label.CRACK;
                boolean called = photo.probability() >= threshold;
                tp += crack && called ? 1 : 0;
                fp += !crack && called ? 1 : 0;
                tn += !crack && !called ? 1 : 0;
                fn += crack && !called ? 1 : 0;
            }
        }
        return new ConfusionMatrix(tp, fp, tn, fn);
    }

    private static JudgedPhoto photo(int number, double probability, Label truth, Seen seen) {
        return new JudgedPhoto(
                Path.of("/photos", Integer.toString(number)),
                probability,
                MODEL.verdict(probability),
                Optional.ofNullable(truth).map(label -> new Truth(label, Source.CLASS_FOLDER)),
                seen,
                Optional.empty());
    }
}
