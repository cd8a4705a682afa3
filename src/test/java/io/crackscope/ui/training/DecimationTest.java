package io.crackscope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimationTest {
    @Test
    void few_points_are_all_kept() {
        assertThat(Decimation.minMax(i -> i, 3, 8, 800)).containsExactly(3, 4, 5, 6, 7);
        assertThat(Decimation.minMax(i -> i, 5, 5, 800)).isEmpty();
    }

    @Test
    void many_points_become_at_most_as_many_as_asked_in_order_with_both_ends() {
        double[] noise = new Random(1).doubles(10_000).toArray();
        int[] kept = Decimation.minMax(i -> noise[i], 100, 9_900, 800);

        assertThat(kept)
                .hasSizeLessThanOrEqualTo(800)
                .hasSizeGreaterThan(700)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(kept[0]).isEqualTo(100);
        assertThat(kept[kept.length - 1]).isEqualTo(9_899);
    }

    @Test
    void no_peak_is_lost() {
        double[] flat = new double[100_000];
        flat[7] = 5;
        flat[54_321] = -3;
        flat[99_998] = 9;
        int[] kept = Decimation.minMax(i -> flat[i], 0, flat.length, 100);

        assertThat(Arrays.stream(kept).mapToDouble(i -> flat[i]).boxed().toList())
                .contains(5.0, -3.0, 9.0);
    }

    @Test
    void a_value_that_is_no_number_does_not_hide_its_neighbours() {
        double[] values = new double[1_000];
        values[500] = Double.NaN;
        values[501] = 4;
        int[] kept = Decimation.minMax(i -> values[i], 0, values.length, 20);

        assertThat(kept).contains(501);
    }
}
