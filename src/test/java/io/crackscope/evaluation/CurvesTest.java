package io.crackscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.domain.Label;
import io.crackscope.domain.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What curves and diagrams show equals what the scorecard says, for random images with and without ties. */
class CurvesTest {
    private static List<ScoredImage> images(int seed, int count) {
        Random random = new Random(seed);
        int levels = seed % 2 == 0 ? 7 : 100_000;
        List<ScoredImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean crack = random.nextInt(3) == 0;
            double probability = Math.clamp(0.5 + (crack ? 0.2 : -0.2) + 0.25 * random.nextGaussian(), 0, 1);
            images.add(new ScoredImage(
                    "i" + i,
                    crack ? Label.CRACK : Label.NO_CRACK,
                    Math.round(probability * levels) / (double) levels,
                    "g" + i / 5));
        }
        return images;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_area_under_the_roc_curve_is_auroc(int seed) {
        List<ScoredImage> images = images(seed, 300);
        List<Curves.Point> roc = Curves.roc(images);
        double area = 0;
        for (int i = 1; i < roc.size(); i++) {
            Curves.Point before = roc.get(i - 1);
            Curves.Point here = roc.get(i);
            area += (here.x() - before.x()) * (here.y() + before.y()) / 2;
            assertThat(here.x()).isGreaterThanOrEqualTo(before.x());
            assertThat(here.y()).isGreaterThanOrEqualTo(before.y());
            assertThat(here.threshold()).isLessThan(before.threshold());
        }

        assertThat(area).isEqualTo(score(images).auroc(), within(1e-12));
        assertThat(roc.getFirst()).isEqualTo(new Curves.Point(0, 0, Double.POSITIVE_INFINITY));
        assertThat(roc.getLast().x()).isEqualTo(1);
        assertThat(roc.getLast().y()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_area_under_the_steps_of_precision_over_recall_is_the_average_precision(int seed) {
        List<ScoredImage> images = images(seed, 300);
        double area = 0;
        double recall = 0;
        for (Curves.Point point : Curves.precisionRecall(images)) {
            area += (point.x() - recall) * point.y();
            recall = point.x();
        }

        assertThat(area).isEqualTo(score(images).averagePrecision(), within(1e-12));
        assertThat(recall).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_bins_of_the_reliability_diagram_hold_every_image_once_and_give_the_calibration_error(int seed) {
        List<ScoredImage> images = images(seed, 300);
        List<Reliability.Bin> bins = Reliability.of(images);
        int counted = 0;
        double error = 0;
        for (Reliability.Bin bin : bins) {
            // an image on a border may fall to either side of it by a rounding
            long onBorder = images.stream()
                    .filter(image -> Math.abs(image.probability() - bin.from()) < 1e-9
                            || Math.abs(image.probability() - bin.to()) < 1e-9)
                    .count();
            long inside = images.stream()
                    .filter(image -> image.probability() >= bin.from() - 1e-9
                            && (image.probability() < bin.to() - 1e-9 || bin.to() > 1 - 1e-9))
                    .count();
            assertThat(bin.images()).isBetween((int) (inside - onBorder), (int) (inside + onBorder));
            counted += bin.images();
            if (bin.images() > 0) {
                assertThat(bin.meanProbability()).isBetween(bin.from() - 1e-9, bin.to() + 1e-9);
                error += bin.images() * Math.abs(bin.meanProbability() - bin.crackShare());
            }
        }

        assertThat(bins).hasSize(15);
        assertThat(counted).isEqualTo(300);
        assertThat(error / 300).isEqualTo(score(images).calibrationError(), within(1e-12));
    }

    @Test
    void without_one_of_the_classes_there_is_no_curve() {
        List<ScoredImage> cracks = List.of(new ScoredImage("a", Label.CRACK, 0.7, "g"));
        List<ScoredImage> others = List.of(new ScoredImage("a", Label.NO_CRACK, 0.7, "g"));
        assertThat(Curves.roc(cracks)).isEmpty();
        assertThat(Curves.roc(others)).isEmpty();
        assertThat(Curves.precisionRecall(others)).isEmpty();
        assertThat(Curves.precisionRecall(cracks)).singleElement().isEqualTo(new Curves.Point(1, 1, 0.7));
    }

    @Test
    void groups_come_worst_first_and_their_counts_add_up() {
        List<ScoredImage> images = images(3, 300);
        List<GroupScore> groups = GroupScore.worstFirst(images, 0.5, 5);

        assertThat(groups).hasSize(60);
        assertThat(groups.stream()
                        .mapToLong(group ->
                                group.confusion().tp() + group.confusion().tn())
                        .sum())
                .isEqualTo(score(images).confusion().tp()
                        + score(images).confusion().tn());
        for (int i = 1; i < groups.size(); i++) {
            assertThat(groups.get(i).confusion().accuracy())
                    .isGreaterThanOrEqualTo(groups.get(i - 1).confusion().accuracy());
        }
        assertThat(GroupScore.worstFirst(images, 0.5, 6)).isEmpty();
    }

    @Test
    void the_worst_misses_and_false_alarms_are_wrong_answers_the_surest_first() {
        Trial trial = Trial.of(HeldOut.GROUPED, images(5, 300), 0.5, 1);

        assertThat(trial.worstMisses(10))
                .hasSize(10)
                .allMatch(image -> image.label() == Label.CRACK && image.probability() < 0.5)
                .isSortedAccordingTo(java.util.Comparator.comparingDouble(ScoredImage::probability));
        assertThat(trial.worstFalseAlarms(1000))
                .hasSize((int) trial.score().confusion().fp())
                .isSortedAccordingTo(java.util.Comparator.comparingDouble(ScoredImage::probability)
                        .reversed());
    }

    private static Scorecard score(List<ScoredImage> images) {
        return Scores.of(images, 0.5, "grouped", 1);
    }
}
