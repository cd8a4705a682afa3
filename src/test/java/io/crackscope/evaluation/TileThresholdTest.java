package io.crackscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class TileThresholdTest {
    @Test
    void even_odds_stand_where_another_cut_is_better_by_luck_only() {
        // three tiles between 0.5 and 0.75, two of them right: one more than wrong, within one standard error (1.7)
        double[] probabilities = {0.1, 0.2, 0.55, 0.6, 0.7, 0.8, 0.9};
        boolean[] crack = {false, false, false, true, false, true, true};

        assertThat(TileThreshold.choose(probabilities, crack)).isEqualTo(0.5);
    }

    @Test
    void a_cut_that_is_clearly_better_takes_their_place() {
        double[] probabilities = {0.1, 0.52, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9};
        boolean[] crack = {false, false, false, false, false, false, true, true};

        assertThat(TileThreshold.choose(probabilities, crack)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void it_goes_below_even_odds_where_the_model_is_too_timid() {
        double[] probabilities = {0.05, 0.1, 0.2, 0.3, 0.4, 0.45};
        boolean[] crack = {false, false, true, true, true, true};

        assertThat(TileThreshold.choose(probabilities, crack)).isCloseTo(0.15, within(1e-12));
    }

    @Test
    void of_equally_good_gaps_the_widest_wins() {
        // cutting at 0.62..0.65 and at 0.7..0.9 both leave one wrong
        double[] probabilities = {0.1, 0.52, 0.53, 0.54, 0.55, 0.6, 0.62, 0.65, 0.7, 0.9, 0.95};
        boolean[] crack = {false, false, false, false, false, false, false, true, false, true, true};

        assertThat(TileThreshold.choose(probabilities, crack)).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void one_class_alone_says_nothing_and_gives_one_half() {
        assertThat(TileThreshold.choose(new double[] {0.9, 0.8}, new boolean[] {true, true}))
                .isEqualTo(0.5);
        assertThat(TileThreshold.choose(new double[0], new boolean[0])).isEqualTo(0.5);
        assertThat(TileThreshold.choose(new double[] {0.3, 0.2, 0.1}, new boolean[] {true, true, true}))
                .isEqualTo(0.5);
    }

    @Test
    void probabilities_of_exactly_zero_and_one_are_parted_too() {
        assertThat(TileThreshold.choose(new double[] {0, 1}, new boolean[] {false, true}))
                .isEqualTo(0.5);
    }

    @Test
    void no_threshold_on_a_fine_grid_is_clearly_better() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] probabilities = new double[200];
            boolean[] crack = new boolean[200];
            for (int i = 0; i < 200; i++) {
                crack[i] = random.nextInt(4) == 0;
                probabilities[i] = Math.round(50 * random.nextDouble() + (crack[i] ? 30 : 0)) / 100.0;
            }

            double chosen = TileThreshold.choose(probabilities, crack);

            for (int step = 0; step <= 1000; step++) {
                double other = step / 1000.0;
                int between = 0;
                int gain = 0;
                for (int i = 0; i < 200; i++) {
                    if (probabilities[i] >= other != probabilities[i] >= chosen) {
                        between++;
                        gain += probabilities[i] >= other == crack[i] ? 1 : -1;
                    }
                }
                assertThat(gain).isLessThanOrEqualTo((int) Math.sqrt(between));
            }
        }
    }
}
