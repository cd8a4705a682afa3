package io.crackscope.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PicturesTest {
    @Test
    void shrinking_by_a_whole_factor_is_the_mean_of_each_square() {
        Picture picture = grey(4, 2, 0, 100, 10, 20, 50, 50, 30, 40);
        assertThat(Pictures.resize(picture, 2, 1).rgb()).containsExactly(50, 50, 50, 25, 25, 25);
    }

    @Test
    void shrinking_by_a_broken_factor_weighs_partial_pixels_by_their_share() {
        Picture picture = grey(3, 1, 0, 90, 240);
        // the first target pixel covers the first source pixel and half of the second
        assertThat(Pictures.resize(picture, 2, 1).rgb()).containsExactly(30, 30, 30, 190, 190, 190);
    }

    @Test
    void enlarging_interpolates_between_pixel_centres_and_continues_the_border() {
        Picture picture = grey(2, 1, 0, 100);
        assertThat(Pictures.resize(picture, 4, 2).rgb())
                .containsExactly(
                        0, 0, 0, 25, 25, 25, 75, 75, 75, 100, 100, 100, 0, 0, 0, 25, 25, 25, 75, 75, 75, 100, 100, 100);
    }

    @Test
    void any_size_keeps_a_flat_picture_flat_and_the_mean_of_a_busy_one() {
        Random random = new Random(3);
        byte[] noise = new byte[3 * 61 * 47];
        random.nextBytes(noise);
        Picture busy = new Picture(61, 47, noise);
        Picture flat = new Picture(61, 47, filled(3 * 61 * 47, 200));
        for (int[] size : new int[][] {{1, 1}, {60, 46}, {17, 47}, {61, 5}, {13, 11}, {122, 94}, {100, 20}}) {
            Picture resized = Pictures.resize(flat, size[0], size[1]);
            assertThat(resized.rgb()).containsOnly((byte) 200).hasSize(3 * size[0] * size[1]);
            assertThat(mean(Pictures.resize(busy, size[0], size[1]))).isBetween(mean(busy) - 2, mean(busy) + 2);
        }
    }

    @Test
    void padding_mirrors_as_often_as_needed_and_keeps_the_top_left() {
        Picture padded = Pictures.padded(grey(2, 1, 10, 20), 7, 2);
        assertThat(padded.width()).isEqualTo(7);
        assertThat(padded.height()).isEqualTo(2);
        int[] row = new int[7];
        for (int x = 0; x < 7; x++) {
            row[x] = padded.rgb()[3 * (7 + x)];
        }
        assertThat(row).containsExactly(10, 20, 20, 10, 10, 20, 20);
    }

    @Test
    void a_thumbnail_keeps_proportions_and_never_enlarges() {
        Picture picture = new Picture(300, 100, new byte[90_000]);
        assertThat(Pictures.thumbnail(picture, 60, 60).height()).isEqualTo(20);
        assertThat(Pictures.thumbnail(picture, 600, 600)).isSameAs(picture);
    }

    @Test
    void conversion_to_an_image_and_back_changes_nothing() {
        byte[] noise = new byte[3 * 20 * 10];
        new Random(1).nextBytes(noise);
        Picture picture = new Picture(20, 10, noise);
        BufferedImage image = Pictures.toBufferedImage(picture);
        assertThat(Pictures.ofBufferedImage(image).rgb()).isEqualTo(noise);
        BufferedImage bgr = new BufferedImage(20, 10, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 200; i++) {
            bgr.setRGB(i % 20, i / 20, image.getRGB(i % 20, i / 20));
        }
        assertThat(Pictures.ofBufferedImage(bgr).rgb()).isEqualTo(noise);
    }

    @Test
    void a_halved_picture_is_the_resized_one_and_an_odd_edge_averages_what_is_there() {
        java.util.Random random = new java.util.Random(9);
        byte[] noise = new byte[3 * 40 * 24];
        random.nextBytes(noise);
        Picture picture = new Picture(40, 24, noise);
        assertThat(Pictures.halved(picture).rgb())
                .isEqualTo(Pictures.resize(picture, 20, 12).rgb());
        Picture odd = Pictures.halved(grey(3, 3, 10, 20, 31, 30, 40, 50, 61, 71, 81));
        assertThat(odd.width()).isEqualTo(2);
        assertThat(odd.rgb()).isEqualTo(grey(2, 2, 25, 41, 66, 81).rgb());
    }

    private static Picture grey(int width, int height, int... values) {
        byte[] rgb = new byte[3 * values.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) values[i / 3];
        }
        return new Picture(width, height, rgb);
    }

    private static byte[] filled(int size, int value) {
        byte[] bytes = new byte[size];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static double mean(Picture picture) {
        long sum = 0;
        for (byte value : picture.rgb()) {
            sum += value & 0xff;
        }
        return (double) sum / picture.rgb().length;
    }
}
