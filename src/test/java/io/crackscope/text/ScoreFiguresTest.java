package io.crackscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Interval;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScoreFiguresTest {
    private final ScoreFigures figures = new ScoreFigures(Locale.ENGLISH);

    @Test
    void are_100_percent_and_1_only_if_exact_and_lie_within_their_interval() {
        assertThat(figures.percent(0.99999)).isEqualTo("99.99\u00a0%");
        assertThat(figures.percent(1)).isEqualTo("100.00\u00a0%");
        assertThat(figures.percent(0)).isEqualTo("0.00\u00a0%");
        assertThat(figures.percent(0.00001)).isEqualTo("0.01\u00a0%");
        assertThat(figures.decimal(0.99998)).isEqualTo("0.9999");
        assertThat(figures.decimal(1.25)).isEqualTo("1.2500");
        assertThat(figures.percents(new Interval(0.9865, 0.99997))).isEqualTo("98.65\u201399.99");
    }

    @Test
    void are_a_dash_or_nothing_where_they_cannot_be_stated() {
        Interval none = new Interval(Double.NaN, Double.NaN);

        assertThat(figures.percent(Double.NaN)).isEqualTo("\u2013");
        assertThat(figures.decimal(Double.NaN)).isEqualTo("\u2013");
        assertThat(figures.percents(none)).isEmpty();
        assertThat(figures.decimals(none)).isEmpty();
    }

    @Test
    void a_threshold_is_told_to_a_tenth_of_a_percent() {
        assertThat(figures.threshold(0.26235)).isEqualTo("26.2\u00a0%");
        assertThat(new ScoreFigures(Locale.GERMAN).threshold(0.45641)).isEqualTo("45,6\u00a0%");
        assertThat(figures.threshold(0.5)).isEqualTo("50\u00a0%");
    }

    @Test
    void have_the_decimal_sign_of_the_language() {
        assertThat(new ScoreFigures(Locale.GERMAN).percents(new Interval(0.9865, 0.99974)))
                .isEqualTo("98,65\u201399,97");
    }
}
