package io.crackscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.text.Messages;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.0001, <1",
        "0.004, <1",
        "0.006, 1",
        "0.5, 50",
        "0.994, 99",
        "0.995, >99",
        "0.99999, >99",
        "1, 100"
    })
    void a_probability_is_a_whole_percentage_and_certain_only_if_exact(double probability, String number) {
        assertThat(Figures.percent(probability)).isEqualTo(number + "\u00A0%");
    }

    @ParameterizedTest
    @CsvSource({"0, 1 s", "7, 7 s", "11, 15 s", "59, 60 s", "61, 1 min", "3599, 60 min", "9000, 3 h"})
    void time_left_is_as_coarse_as_a_guess_deserves(long seconds, String text) {
        assertThat(Figures.timeLeft(new Messages(Locale.ENGLISH), Duration.ofSeconds(seconds)))
                .isEqualTo(text);
    }

    @Test
    void time_left_is_in_the_language_of_the_texts() {
        assertThat(Figures.timeLeft(new Messages(Locale.GERMAN), Duration.ofMinutes(3)))
                .isEqualTo("3 min");
    }
}
