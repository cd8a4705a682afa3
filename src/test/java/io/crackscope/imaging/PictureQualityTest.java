package io.crackscope.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureQualityTest {
    @Test
    void brightness_and_shares_of_extremes_are_those_of_the_pixels() {
        byte[] rgb = new byte[3 * 100];
        java.util.Arrays.fill(rgb, 0, 3 * 25, (byte) 255);
        PictureQuality quality = PictureQuality.of(new Picture(10, 10, rgb));
        assertThat(quality.brightness()).isCloseTo(0.25, within(0.001));
        assertThat(quality.bright()).isEqualTo(0.25);
        assertThat(quality.dark()).isEqualTo(0.75);
    }

    @Test
    void a_plain_picture_has_no_sharpness_and_blur_takes_it_away() {
        assertThat(PictureQuality.of(new Picture(8, 8, new byte[3 * 64])).sharpness())
                .isZero();
        Random random = new Random(1);
        byte[] rgb = new byte[3 * 64 * 64];
        random.nextBytes(rgb);
        Picture sharp = new Picture(64, 64, rgb);
        Picture blurred = Pictures.resize(Pictures.resize(sharp, 16, 16), 64, 64);
        assertThat(PictureQuality.of(blurred).sharpness())
                .isLessThan(PictureQuality.of(sharp).sharpness() / 20);
    }

    @Test
    void a_checkerboard_of_single_pixels_has_the_sharpness_that_the_formula_gives() {
        byte[] rgb = new byte[3 * 36];
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 6; x++) {
                java.util.Arrays.fill(rgb, 3 * (6 * y + x), 3 * (6 * y + x) + 3, (byte) ((x + y) % 2 == 0 ? 100 : 0));
            }
        }
        // +400 and -400 in equal numbers
        assertThat(PictureQuality.of(new Picture(6, 6, rgb)).sharpness()).isEqualTo(160_000);
    }

    @Test
    void pictures_too_small_for_an_edge_have_none() {
        assertThat(PictureQuality.of(new Picture(2, 2, new byte[12])).sharpness())
                .isZero();
    }
}
