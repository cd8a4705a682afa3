package io.crackscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholePercentTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.0001, <1",
        "0.009, <1",
        "0.01, 1",
        "0.5, 50",
        "0.99, 99",
        "0.994, >99",
        "0.99999, >99",
        "1, 100"
    })
    void isCertainOnlyIfExact(double share, String number) {
        assertThat(WholePercent.of(share)).isEqualTo(number + "\u00A0%");
    }
}
