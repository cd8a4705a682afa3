package io.crackscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Interval;
import io.crackscope.domain.Label;
import io.crackscope.domain.Scorecard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

final class ScoresTest {
    private static final double EXACT = 1e-12;

    @Test
    void five_images_give_the_figures_computed_by_hand() {
        // falling: 0.9 crack, 0.8 no, 0.6 crack, 0.6 no, 0.1 no; threshold 0.6
        Scorecard card = Scores.of(
                List.of(
                        image("a", Label.CRACK, 0.9),
                        image("b", Label.NO_CRACK, 0.8),
                        image("c", Label.CRACK, 0.6),
                        image("d", Label.NO_CRACK, 0.6),
                        image("e", Label.NO_CRACK, 0.1)),
                0.6,
                "by hand",
                1);

        assertThat(card.split()).isEqualTo("by hand");
        assertThat(card.images()).isEqualTo(5);
        assertThat(card.groups()).isEqualTo(5);
        assertThat(card.threshold()).isEqualTo(0.6);
        assertThat(card.confusion()).isEqualTo(new ConfusionMatrix(2, 2, 1, 0));
        assertThat(card.accuracy()).isCloseTo(3 / 5.0, within(EXACT));
        // pairs: 0.9 beats three; 0.6 loses to 0.8, ties 0.6, beats 0.1
        assertThat(card.auroc()).isCloseTo((3 + 1.5) / 6, within(EXACT));
        // recall 1/2 at precision 1, the other half at precision 2/4
        assertThat(card.averagePrecision()).isCloseTo(0.5 + 0.5 * 0.5, within(EXACT));
        assertThat(card.loss())
                .isCloseTo(
                        -(Math.log(0.9) + Math.log(0.2) + Math.log(0.6) + Math.log(0.4) + Math.log(0.9)) / 5,
                        within(EXACT));
        // bins: 0.9 -> 13: |0.9-1|; 0.8 -> 12: 0.8; both 0.6 -> 9: |1.2-1|; 0.1 -> 1: 0.1
        assertThat(card.calibrationError()).isCloseTo((0.1 + 0.8 + 0.2 + 0.1) / 5, within(EXACT));
    }

    @Test
    void a_probability_at_the_threshold_counts_as_called_crack_and_one_just_below_does_not() {
        List<ScoredImage> images = List.of(image("a", Label.CRACK, 0.5), image("b", Label.CRACK, Math.nextDown(0.5)));

        assertThat(Scores.of(images, 0.5, "s", 1).confusion()).isEqualTo(new ConfusionMatrix(1, 0, 0, 1));
        assertThat(Scores.of(images, 0, "s", 1).confusion()).isEqualTo(new ConfusionMatrix(2, 0, 0, 0));
        assertThat(Scores.of(images, 1, "s", 1).confusion()).isEqualTo(new ConfusionMatrix(0, 0, 0, 2));
    }

    @Test
    void a_sure_and_wrong_answer_costs_a_finite_loss() {
        Scorecard card = Scores.of(List.of(image("a", Label.CRACK, 0), image("b", Label.NO_CRACK, 1)), 0.5, "s", 1);

        assertThat(card.loss()).isCloseTo(-Math.log(1e-7), within(1e-6));
        assertThat(card.auroc()).isZero();
    }

    @Test
    void equal_probabilities_everywhere_rank_nothing() {
        List<ScoredImage> images = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            images.add(image("i" + i, i % 3 == 0 ? Label.CRACK : Label.NO_CRACK, 0.3));
        }

        Scorecard card = Scores.of(images, 0.5, "s", 1);

        assertThat(card.auroc()).isEqualTo(0.5);
        assertThat(card.averagePrecision()).isCloseTo(1 / 3.0, within(EXACT));
    }

    @Test
    void without_images_every_figure_is_nan() {
        Scorecard card = Scores.of(List.of(), 0.5, "s", 1);

        assertThat(card.images()).isZero();
        assertThat(List.of(
                        card.accuracy(), card.loss(), card.auroc(), card.averagePrecision(), card.calibrationError()))
                .allMatch(value -> value.isNaN());
        assertThat(card.accuracyInterval()).isEqualTo(new Interval(Double.NaN, Double.NaN));
    }

    @Test
    void with_one_class_only_the_figures_that_need_both_are_nan_and_the_others_stand() {
        Scorecard card =
                Scores.of(List.of(image("a", Label.NO_CRACK, 0.2), image("b", Label.NO_CRACK, 0.7)), 0.5, "s", 1);

        assertThat(card.auroc()).isNaN();
        assertThat(card.averagePrecision()).isNaN();
        assertThat(card.aurocInterval()).isEqualTo(new Interval(Double.NaN, Double.NaN));
        assertThat(card.accuracy()).isEqualTo(0.5);
        assertThat(card.accuracyInterval()).isEqualTo(new Interval(0, 1));
    }

    @Test
    void images_of_one_group_are_one_piece_of_evidence_and_give_no_interval() {
        List<ScoredImage> images = List.of(
                new ScoredImage("a", Label.CRACK, 0.9, "wall"), new ScoredImage("b", Label.NO_CRACK, 0.2, "wall"));

        Scorecard card = Scores.of(images, 0.5, "s", 1);

        assertThat(card.groups()).isEqualTo(1);
        assertThat(card.accuracy()).isEqualTo(1);
        assertThat(card.accuracyInterval()).isEqualTo(new Interval(Double.NaN, Double.NaN));
        assertThat(card.lossInterval()).isEqualTo(new Interval(Double.NaN, Double.NaN));
    }

    @Test
    void figures_and_intervals_equal_those_counted_out_image_by_image() {
        List<ScoredImage> images = randomImages(60, 9, 3);

        Scorecard card = Scores.of(images, 0.4, "s", 77);

        assertThat(card.auroc()).isCloseTo(auroc(images), within(EXACT));
        assertThat(card.averagePrecision()).isCloseTo(averagePrecision(images), within(EXACT));
        assertThat(card.calibrationError()).isCloseTo(calibrationError(images), within(EXACT));
        List<List<ScoredImage>> resamples = resamples(images, 77);
        assertInterval(card.aurocInterval(), resamples, ScoresTest::auroc);
        assertInterval(card.averagePrecisionInterval(), resamples, ScoresTest::averagePrecision);
        assertInterval(card.calibrationErrorInterval(), resamples, ScoresTest::calibrationError);
        assertInterval(
                card.accuracyInterval(),
                resamples,
                list -> list.stream()
                        .mapToDouble(i -> i.probability() >= 0.4 == (i.label() == Label.CRACK) ? 1 : 0)
                        .average()
                        .orElse(Double.NaN));
        assertInterval(
                card.crackIntervals().recall(),
                resamples,
                list -> list.stream()
                        .filter(i -> i.label() == Label.CRACK)
                        .mapToDouble(i -> i.probability() >= 0.4 ? 1 : 0)
                        .average()
                        .orElse(Double.NaN));
        assertInterval(
                card.crackIntervals().precision(),
                resamples,
                list -> list.stream()
                        .filter(i -> i.probability() >= 0.4)
                        .mapToDouble(i -> i.label() == Label.CRACK ? 1 : 0)
                        .average()
                        .orElse(Double.NaN));
        assertInterval(
                card.noCrackIntervals().recall(),
                resamples,
                list -> list.stream()
                        .filter(i -> i.label() == Label.NO_CRACK)
                        .mapToDouble(i -> i.probability() < 0.4 ? 1 : 0)
                        .average()
                        .orElse(Double.NaN));
        assertInterval(
                card.lossInterval(),
                resamples,
                list -> list.stream()
                        .mapToDouble(i -> -Math.log(i.label() == Label.CRACK ? i.probability() : 1 - i.probability()))
                        .average()
                        .orElse(Double.NaN));
        assertInterval(card.crackIntervals().f1(), resamples, list -> {
            double hits = list.stream()
                    .filter(i -> i.label() == Label.CRACK && i.probability() >= 0.4)
                    .count();
            double called = list.stream().filter(i -> i.probability() >= 0.4).count();
            double cracks = list.stream().filter(i -> i.label() == Label.CRACK).count();
            return 2 * hits / (called + cracks);
        });
    }

    @Test
    void whole_groups_are_drawn_so_few_walls_give_a_wider_interval_than_many() {
        List<ScoredImage> many = randomImages(400, 400, 5);
        List<ScoredImage> few = new ArrayList<>();
        // the same answers, all right ones of a wall together
        List<ScoredImage> byRight = new ArrayList<>(many);
        byRight.sort((a, b) -> Boolean.compare(right(a), right(b)));
        for (int i = 0; i < byRight.size(); i++) {
            ScoredImage image = byRight.get(i);
            few.add(new ScoredImage(image.image(), image.label(), image.probability(), "wall" + i / 50));
        }

        Interval wide = Scores.of(few, 0.5, "s", 1).accuracyInterval();
        Interval narrow = Scores.of(many, 0.5, "s", 1).accuracyInterval();

        assertThat(wide.high() - wide.low()).isGreaterThan(3 * (narrow.high() - narrow.low()));
    }

    @Test
    void the_order_of_the_images_changes_nothing_and_the_seed_changes_the_interval() {
        List<ScoredImage> images = randomImages(80, 11, 8);
        List<ScoredImage> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, new Random(2));

        assertThat(Scores.of(shuffled, 0.5, "s", 4)).isEqualTo(Scores.of(images, 0.5, "s", 4));
        assertThat(Scores.of(images, 0.5, "s", 5).lossInterval())
                .isNotEqualTo(Scores.of(images, 0.5, "s", 4).lossInterval());
    }

    @Test
    void seventeen_thousand_images_take_seconds() {
        List<ScoredImage> images = randomImages(17_000, 3_000, 6);

        long start = System.nanoTime();
        Scorecard card = Scores.of(images, 0.5, "s", 1);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(card.aurocInterval().low()).isLessThan(card.auroc());
        assertThat(card.aurocInterval().high()).isGreaterThan(card.auroc());
    }

    @Test
    void what_is_no_probability_is_rejected_with_the_image_named() {
        assertThatThrownBy(() -> image("wall.jpg", Label.CRACK, Double.NaN)).hasMessageContaining("wall.jpg");
        assertThatThrownBy(() -> image("wall.jpg", Label.CRACK, 1.01)).hasMessageContaining("1.01");
    }

    private static boolean right(ScoredImage image) {
        return image.probability() >= 0.5 == (image.label() == Label.CRACK);
    }

    private static ScoredImage image(String name, Label label, double probability) {
        return new ScoredImage(name, label, probability, name);
    }

    private static List<ScoredImage> randomImages(int count, int groups, long seed) {
        Random random = new Random(seed);
        List<ScoredImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean crack = random.nextInt(3) == 0;
            double probability = (1 + random.nextInt(38) + (crack ? 10 : 0)) / 50.0; // coarse, so that ties occur
            images.add(new ScoredImage(
                    "i" + i, crack ? Label.CRACK : Label.NO_CRACK, probability, "g" + random.nextInt(groups)));
        }
        return images;
    }

    private static List<List<ScoredImage>> resamples(List<ScoredImage> images, long seed) {
        List<String> groups = List.copyOf(
                new TreeSet<>(images.stream().map(ScoredImage::group).toList()));
        Random random = new Random(seed);
        List<List<ScoredImage>> resamples = new ArrayList<>();
        for (int r = 0; r < 1000; r++) {
            List<ScoredImage> resample = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                String drawn = groups.get(random.nextInt(groups.size()));
                images.stream().filter(i -> i.group().equals(drawn)).forEach(resample::add);
            }
            resamples.add(resample);
        }
        return resamples;
    }

    private static void assertInterval(
            Interval actual, List<List<ScoredImage>> resamples, ToDoubleFunction<List<ScoredImage>> figure) {
        double[] values = resamples.stream()
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        assertThat(actual.low()).isCloseTo(quantile(values, 25), within(1e-9));
        assertThat(actual.high()).isCloseTo(quantile(values, 975), within(1e-9));
        assertThat(actual.low()).isLessThan(actual.high());
    }

    private static double quantile(double[] sorted, int perMille) {
        double position = perMille * (sorted.length - 1) / 1000.0;
        int below = (int) Math.floor(position);
        return sorted[below] * (1 - (position - below)) + sorted[(int) Math.ceil(position)] * (position - below);
    }

    private static double auroc(List<ScoredImage> images) {
        double won = 0;
        double pairs = 0;
        for (ScoredImage crack : images) {
            for (ScoredImage other : images) {
                if (crack.label() == Label.CRACK && other.label() == Label.NO_CRACK) {
                    pairs++;
                    won += (Math.signum(crack.probability() - other.probability()) + 1) / 2;
                }
            }
        }
        return won / pairs;
    }

    private static double averagePrecision(List<ScoredImage> images) {
        double[] cuts = images.stream()
                .mapToDouble(i -> -i.probability())
                .distinct()
                .sorted()
                .toArray();
        double cracks = images.stream().filter(i -> i.label() == Label.CRACK).count();
        double before = 0;
        double sum = 0;
        for (double cut : cuts) {
            List<ScoredImage> called =
                    images.stream().filter(i -> i.probability() >= -cut).toList();
            double hits = called.stream().filter(i -> i.label() == Label.CRACK).count();
            sum += (hits / cracks - before) * hits / called.size();
            before = hits / cracks;
        }
        return sum;
    }

    private static double calibrationError(List<ScoredImage> images) {
        double[] gaps = new double[15];
        Arrays.setAll(gaps, bin -> {
            List<ScoredImage> inside = images.stream()
                    .filter(i -> Math.min(14, (int) Math.floor(i.probability() * 15)) == bin)
                    .toList();
            double mean = inside.stream()
                    .mapToDouble(ScoredImage::probability)
                    .average()
                    .orElse(0);
            double share = inside.stream()
                    .mapToDouble(i -> i.label() == Label.CRACK ? 1 : 0)
                    .average()
                    .orElse(0);
            return Math.abs(mean - share) * inside.size() / images.size();
        });
        return Arrays.stream(gaps).sum();
    }
}
