package io.crackscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.evaluation.PairedTest.Pair;
import io.crackscope.evaluation.PairedTest.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedTestTest {
    @Test
    void mcnemar_is_the_two_sided_binomial_test_of_a_fair_coin() {
        // R: binom.test(1, 10)$p.value, binom.test(5, 15)$p.value, binom.test(0, 6)$p.value
        assertThat(PairedTest.mcNemar(1, 9)).isCloseTo(0.021484375, within(1e-12));
        assertThat(PairedTest.mcNemar(10, 5)).isCloseTo(0.3017578125, within(1e-12));
        assertThat(PairedTest.mcNemar(0, 6)).isCloseTo(0.03125, within(1e-12));
        assertThat(PairedTest.mcNemar(0, 0)).isEqualTo(1);
        assertThat(PairedTest.mcNemar(700, 900)).isBetween(0.0, 1e-5);
    }

    @Test
    void many_images_that_only_the_second_calls_right_make_it_better_and_the_other_way_round_worse() {
        List<Pair> pairs = pairs(200, 2, 20, true);
        PairedTest test = PairedTest.of(pairs, 1);
        assertThat(test.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(test.images()).isEqualTo(200);
        assertThat(test.difference()).isCloseTo(0.09, within(1e-12));
        assertThat(test.interval().low()).isPositive();

        List<Pair> turned = pairs.stream()
                .map(pair -> new Pair(pair.group(), pair.second(), pair.first()))
                .toList();
        assertThat(PairedTest.of(turned, 1).verdict()).isEqualTo(Verdict.WORSE);
    }

    @Test
    void a_difference_that_a_coin_would_make_cannot_be_told() {
        assertThat(PairedTest.of(pairs(200, 6, 9, true), 1).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void a_difference_that_lies_on_one_wall_cannot_be_told() {
        PairedTest test = PairedTest.of(pairs(200, 2, 20, false), 1);
        assertThat(test.p()).isLessThan(0.001);
        assertThat(test.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void few_images_and_none_decide_nothing() {
        assertThat(PairedTest.of(pairs(29, 0, 20, true), 1).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(PairedTest.of(List.of(), 1).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    /** Images that both call right, but for those that only one does; those spread over walls or on one. */
    private static List<Pair> pairs(int images, int onlyFirst, int onlySecond, boolean spread) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            boolean first = i >= onlySecond;
            boolean second = i < onlySecond || i >= onlySecond + onlyFirst;
            String wall = spread || first && second ? "w" + i : "one";
            pairs.add(new Pair(wall, first, second));
        }
        return pairs;
    }
}
