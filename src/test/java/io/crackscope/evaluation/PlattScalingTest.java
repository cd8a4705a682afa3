package io.crackscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.domain.PhotoCalibration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlattScalingTest {
    private static final int[] ONE_TILE = {1, 1, 1, 1};

    @Test
    void the_logistic_function_that_made_the_labels_is_found_again() {
        Random random = new Random(7);
        double[] logOdds = new double[20_000];
        int[] tiles = new int[logOdds.length];
        boolean[] crack = new boolean[logOdds.length];
        PhotoCalibration truth = new PhotoCalibration(0.6, -1.2, 0.5);
        for (int i = 0; i < crack.length; i++) {
            logOdds[i] = 3 * random.nextGaussian() + 1;
            tiles[i] = 1 << random.nextInt(11);
            crack[i] = random.nextDouble() < truth.probability(logOdds[i], tiles[i]);
        }
        for (PhotoCalibration found : List.of(
                PlattScaling.fit(logOdds, tiles, crack), PlattScaling.fit(logOdds, tiles, crack, truth.growth()))) {
            assertThat(found.slope()).isCloseTo(0.6, within(0.04));
            assertThat(found.offset()).isCloseTo(-1.2, within(0.1));
            assertThat(found.growth()).isCloseTo(0.5, within(0.1));
        }
    }

    @Test
    void kinds_that_do_not_overlap_still_give_a_finite_slope() {
        PhotoCalibration found =
                PlattScaling.fit(new double[] {-4, -3, 3, 4}, ONE_TILE, new boolean[] {false, false, true, true}, 0);
        assertThat(found.slope()).isBetween(0.01, 100.0);
        assertThat(found.probability(4, 1)).isGreaterThan(0.5);
        assertThat(found.probability(-4, 1)).isLessThan(0.5);
    }

    @Test
    void scores_that_say_the_opposite_give_no_falling_curve() {
        PhotoCalibration found =
                PlattScaling.fit(new double[] {-4, -3, 3, 4}, ONE_TILE, new boolean[] {true, true, false, false}, 0);
        assertThat(found.slope()).isPositive();
    }

    @Test
    void one_kind_alone_fixes_nothing() {
        assertThatThrownBy(() -> PlattScaling.fit(new double[] {1}, new int[] {1}, new boolean[] {true}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
