package io.crackscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TileThresholdTest {
    @ParameterizedTest
    @EnumSource
    void between_parted_classes_it_is_the_middle_of_the_gap(TileThreshold rule) {
        assertThat(rule.choose(new double[] {0.9, 0.2, 0.7, 0.1}, new boolean[] {true, false, true, false}))
                .isCloseTo(0.45, within(1e-12));
    }

    @Test
    void of_equally_good_gaps_the_widest_wins() {
        // cutting at 0.2..0.3 and at 0.4..0.9 both leave one wrong
        assertThat(TileThreshold.ACCURACY.choose(
                        new double[] {0.1, 0.2, 0.3, 0.4, 0.9, 0.95}, new boolean[] {false, false, true, false, true, true}))
                .isCloseTo(0.65, within(1e-12));
    }

    @Test
    void accuracy_follows_the_common_class_and_youden_counts_both_alike() {
        double[] probabilities = {0.1, 0.2, 0.5, 0.6, 0.7, 0.8};
        boolean[] crack = {false, false, true, false, false, false};

        // calling nothing crack is right five times of six
        assertThat(TileThreshold.ACCURACY.choose(probabilities, crack)).isCloseTo(0.9, within(1e-12));
        // finding the one crack costs three of five others: 1 + 2/5 > 0 + 1
        assertThat(TileThreshold.YOUDEN.choose(probabilities, crack)).isCloseTo(0.35, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void one_class_alone_says_nothing_and_gives_one_half(TileThreshold rule) {
        assertThat(rule.choose(new double[] {0.9, 0.8}, new boolean[] {true, true})).isEqualTo(0.5);
        assertThat(rule.choose(new double[0], new boolean[0])).isEqualTo(0.5);
    }

    @Test
    void probabilities_of_exactly_zero_and_one_are_parted_too() {
        assertThat(TileThreshold.ACCURACY.choose(new double[] {0, 1}, new boolean[] {false, true})).isEqualTo(0.5);
        assertThat(TileThreshold.ACCURACY.choose(
                        new double[] {0.5, Math.nextUp(0.5)}, new boolean[] {false, true}))
                .isEqualTo(Math.nextUp(0.5));
    }

    @ParameterizedTest
    @EnumSource
    void no_threshold_on_a_fine_grid_is_better(TileThreshold rule) {
        Random random = new Random(12);
        double[] probabilities = new double[200];
        boolean[] crack = new boolean[200];
        for (int i = 0; i < 200; i++) {
            crack[i] = random.nextInt(4) == 0;
            probabilities[i] = Math.round(50 * random.nextDouble() + (crack[i] ? 30 : 0)) / 100.0;
        }

        double best = value(rule, probabilities, crack, rule.choose(probabilities, crack));

        for (int step = 0; step <= 1000; step++) {
            assertThat(best).isGreaterThanOrEqualTo(value(rule, probabilities, crack, step / 1000.0) - 1e-12);
        }
    }

    private static double value(TileThreshold rule, double[] probabilities, boolean[] crack, double threshold) {
        double cracks = 0;
        double found = 0;
        double spared = 0;
        for (int i = 0; i < crack.length; i++) {
            cracks += crack[i] ? 1 : 0;
            found += crack[i] && probabilities[i] >= threshold ? 1 : 0;
            spared += !crack[i] && probabilities[i] < threshold ? 1 : 0;
        }
        return rule == TileThreshold.ACCURACY
                ? found + spared
                : found / cracks + spared / (crack.length - cracks);
    }
}
