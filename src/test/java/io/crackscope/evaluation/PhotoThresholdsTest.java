package io.crackscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Verdict;
import io.crackscope.domain.VerdictThresholds;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhotoThresholdsTest {
    private static final boolean[] TRUTH = {true, true, true, true, false, false, false, false};

    @Test
    void kinds_that_do_not_overlap_are_parted_without_an_error() {
        double[] p = {0.9, 0.8, 0.95, 0.7, 0.1, 0.2, 0.05, 0.3};
        VerdictThresholds t = PhotoThresholds.choose(p, TRUTH, 0, 0);
        for (int i = 0; i < p.length; i++) {
            assertThat(t.verdict(p[i])).isEqualTo(TRUTH[i] ? Verdict.CRACK : Verdict.NO_CRACK);
        }
    }

    @Test
    void where_they_overlap_a_person_must_look() {
        double[] p = {0.9, 0.4, 0.95, 0.7, 0.1, 0.6, 0.05, 0.3};
        VerdictThresholds t = PhotoThresholds.choose(p, TRUTH, 0, 0);
        assertThat(t.verdict(0.4)).isEqualTo(Verdict.UNCERTAIN);
        assertThat(t.verdict(0.6)).isEqualTo(Verdict.UNCERTAIN);
        assertThat(t.verdict(0.7)).isEqualTo(Verdict.CRACK);
        assertThat(t.verdict(0.3)).isEqualTo(Verdict.NO_CRACK);
    }

    @Test
    void no_more_than_the_allowed_shares_are_missed_or_false() {
        Random random = new Random(3);
        double[] p = new double[400];
        boolean[] crack = new boolean[400];
        for (int i = 0; i < p.length; i++) {
            crack[i] = i % 2 == 0;
            p[i] = 1 / (1 + Math.exp(-(random.nextGaussian() + (crack[i] ? 1 : -1))));
        }
        VerdictThresholds t = PhotoThresholds.choose(p, crack, 0.05, 0.05);
        int missed = 0;
        int wrong = 0;
        for (int i = 0; i < p.length; i++) {
            missed += crack[i] && t.verdict(p[i]) == Verdict.NO_CRACK ? 1 : 0;
            wrong += !crack[i] && t.verdict(p[i]) == Verdict.CRACK ? 1 : 0;
        }
        assertThat(missed).isEqualTo(10);
        assertThat(wrong).isEqualTo(10);
    }

    @Test
    void one_kind_alone_fixes_nothing() {
        assertThatThrownBy(() -> PhotoThresholds.choose(new double[] {0.5}, new boolean[] {true}, 0.05, 0.05))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
