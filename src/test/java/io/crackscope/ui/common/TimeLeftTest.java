package io.crackscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.text.Messages;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {
    @ParameterizedTest
    @CsvSource({"0, 1 s", "7, 7 s", "11, 15 s", "59, 60 s", "61, 1 min", "3599, 60 min", "9000, 3 h"})
    void time_left_is_as_coarse_as_a_guess_deserves(long seconds, String text) {
        assertThat(TimeLeft.of(new Messages(Locale.ENGLISH), Duration.ofSeconds(seconds)))
                .isEqualTo(text);
    }

    @Test
    void time_left_is_in_the_language_of_the_texts() {
        assertThat(TimeLeft.of(new Messages(Locale.GERMAN), Duration.ofMinutes(3)))
                .isEqualTo("3 min");
    }
}
