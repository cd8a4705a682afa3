package io.crackscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class TemperatureScalingTest {
    @Test
    void four_overconfident_answers_give_the_temperature_solved_by_hand() {
        // sigmoid(4/T) must be the share of right answers, 3 of 4: 4/T = ln 3
        double temperature = TemperatureScaling.fit(new double[] {4, 4, 4, 4, -4}, new boolean[] {true, true, true, false, false
        });
        double symmetric = TemperatureScaling.fit(
                new double[] {4, 4, -4, -4, 4, 4, -4, -4},
                new boolean[] {true, true, false, false, true, false, false, true});

        assertThat(symmetric).isCloseTo(4 / Math.log(3), within(1e-9));
        // 4 of 5 right
        assertThat(temperature).isCloseTo(4 / Math.log(4), within(1e-9));
    }

    @Test
    void logits_inflated_threefold_are_cooled_by_three() {
        Random random = new Random(4);
        int count = 40_000;
        double[] logits = new double[count];
        boolean[] crack = new boolean[count];
        for (int i = 0; i < count; i++) {
            double honest = random.nextGaussian() * 2;
            crack[i] = random.nextDouble() < 1 / (1 + Math.exp(-honest));
            logits[i] = 3 * honest;
        }

        assertThat(TemperatureScaling.fit(logits, crack)).isCloseTo(3, within(0.1));
    }

    @Test
    void no_nearby_temperature_has_a_lower_cross_entropy() {
        Random random = new Random(9);
        double[] logits = random.doubles(300, -6, 6).toArray();
        boolean[] crack = new boolean[300];
        for (int i = 0; i < 300; i++) {
            crack[i] = logits[i] + 4 * random.nextGaussian() > 0;
        }

        double best = TemperatureScaling.fit(logits, crack);

        for (double other : new double[] {best * 0.99, best * 1.01, 1, 0.3, 8}) {
            assertThat(loss(logits, crack, best)).isLessThan(loss(logits, crack, other));
        }
    }

    @Test
    void classes_parted_without_error_stop_at_the_least_temperature_and_useless_logits_at_the_highest() {
        assertThat(TemperatureScaling.fit(new double[] {2, -2}, new boolean[] {true, false}))
                .isEqualTo(TemperatureScaling.LEAST);
        assertThat(TemperatureScaling.fit(new double[] {2, -2}, new boolean[] {false, true}))
                .isEqualTo(TemperatureScaling.HIGHEST);
    }

    @Test
    void one_class_alone_or_nothing_at_all_leaves_the_logits_as_they_are() {
        assertThat(TemperatureScaling.fit(new double[] {2, 3}, new boolean[] {true, true})).isEqualTo(1);
        assertThat(TemperatureScaling.fit(new double[0], new boolean[0])).isEqualTo(1);
    }

    @Test
    void huge_logits_do_not_overflow_and_a_broken_one_is_named() {
        assertThat(TemperatureScaling.fit(new double[] {1000, -1000, 900}, new boolean[] {true, false, false}))
                .isBetween(TemperatureScaling.LEAST, TemperatureScaling.HIGHEST);
        assertThatThrownBy(() -> TemperatureScaling.fit(new double[] {1, Double.NaN}, new boolean[] {true, false}))
                .hasMessageContaining("logit 1");
    }

    @Test
    void the_probability_at_temperature_two_is_the_sigmoid_of_half_the_logit() {
        assertThat(TemperatureScaling.probability(2 * Math.log(3), 2)).isCloseTo(0.75, within(1e-12));
    }

    private static double loss(double[] logits, boolean[] crack, double temperature) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            double p = 1 / (1 + Math.exp(-logits[i] / temperature));
            sum -= Math.log(crack[i] ? p : 1 - p);
        }
        return sum / logits.length;
    }
}
