package io.crackscope.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceLengthTest {
    @Test
    void a_known_length_tells_the_size_of_a_pixel() {
        assertThat(new ReferenceLength(500, 100).millimetresPerPixel()).isEqualTo(0.2);
    }

    /** Ends a pixel off (standard deviation, along the line), drawn a hundred thousand times. */
    @Test
    void the_error_is_that_of_two_ends_each_a_pixel_off() {
        Random random = new Random(1);
        double squares = 0;
        int times = 100_000;
        for (int i = 0; i < times; i++) {
            double length = 200 + random.nextGaussian() - random.nextGaussian();
            squares += Math.pow(length / 200 - 1, 2);
        }
        assertThat(new ReferenceLength(200, 50).error()).isCloseTo(Math.sqrt(squares / times), within(1e-4));
    }

    @Test
    void nothing_is_measured_by_a_few_pixels_or_no_length() {
        assertThatThrownBy(() -> new ReferenceLength(19, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReferenceLength(200, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReferenceLength(200, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
