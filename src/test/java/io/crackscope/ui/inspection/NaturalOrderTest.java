package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void numbers_count_by_value_and_case_does_not_matter() {
        assertThat(Stream.of("img_10.jpg", "IMG_9.jpg", "a.jpg", "IMG_09b.jpg", "img_2.jpg")
                        .sorted(NaturalOrder::compare))
                .containsExactly("a.jpg", "img_2.jpg", "IMG_9.jpg", "IMG_09b.jpg", "img_10.jpg");
    }

    @Test
    void numbers_longer_than_any_integer_are_compared() {
        assertThat(NaturalOrder.compare("99999999999999999999998", "99999999999999999999999"))
                .isNegative();
        assertThat(NaturalOrder.compare("0007", "7")).isNotZero();
    }
}
