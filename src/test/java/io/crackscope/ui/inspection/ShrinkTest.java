package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.imaging.Picture;
import org.junit.jupiter.api.Test;

class ShrinkTest {
    @Test
    void a_pixel_is_the_mean_of_the_area_it_stands_for() {
        byte[] rgb = new byte[3 * 4];
        rgb[0] = (byte) 255;
        Picture half = Shrink.halve(new Picture(2, 2, rgb));
        assertThat(half.width()).isEqualTo(1);
        assertThat(half.rgb()).containsExactly((byte) 64, (byte) 0, (byte) 0);
    }

    @Test
    void odd_sides_round_up_and_single_pixels_stay() {
        Picture half = Shrink.halve(new Picture(5, 1, new byte[15]));
        assertThat(half.width()).isEqualTo(3);
        assertThat(half.height()).isEqualTo(1);
    }

    @Test
    void the_longer_side_is_made_to_fit_and_small_pictures_stay_as_they_are() {
        Picture wide = Shrink.toFit(new Picture(300, 100, new byte[90_000]), 150);
        assertThat(wide.width()).isEqualTo(150);
        assertThat(wide.height()).isEqualTo(50);
        Picture small = new Picture(3, 3, new byte[27]);
        assertThat(Shrink.toFit(small, 150)).isSameAs(small);
    }
}
