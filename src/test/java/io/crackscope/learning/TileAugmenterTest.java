package io.crackscope.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.imaging.Picture;
import io.crackscope.samples.SampleTiles;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TileAugmenterTest {
    private final Picture tile = new SampleTiles(96, 2).tile(0).picture();

    @Test
    void the_same_seed_epoch_and_tile_give_the_same_variant_whatever_came_before() {
        TileAugmenter first = new TileAugmenter(Augmentation.STANDARD, 5);
        TileAugmenter second = new TileAugmenter(Augmentation.STANDARD, 5);
        second.vary(tile, 80, 1, 1);
        second.vary(tile, 80, 9, 4);
        assertThat(second.vary(tile, 80, 3, 7).rgb())
                .isEqualTo(first.vary(tile, 80, 3, 7).rgb());
    }

    @Test
    void another_epoch_tile_or_seed_gives_another_variant() {
        byte[] base =
                new TileAugmenter(Augmentation.STANDARD, 5).vary(tile, 80, 3, 7).rgb();
        assertThat(new TileAugmenter(Augmentation.STANDARD, 5)
                        .vary(tile, 80, 4, 7)
                        .rgb())
                .isNotEqualTo(base);
        assertThat(new TileAugmenter(Augmentation.STANDARD, 5)
                        .vary(tile, 80, 3, 8)
                        .rgb())
                .isNotEqualTo(base);
        assertThat(new TileAugmenter(Augmentation.STANDARD, 6)
                        .vary(tile, 80, 3, 7)
                        .rgb())
                .isNotEqualTo(base);
    }

    @Test
    void none_leaves_a_tile_of_the_right_size_as_it_is() {
        assertThat(new TileAugmenter(Augmentation.NONE, 5).vary(tile, 96, 3, 7).rgb())
                .isEqualTo(tile.rgb());
    }

    @Test
    void flips_move_pixels_without_changing_them_and_all_eight_come_up() {
        TileAugmenter flips = new TileAugmenter(new Augmentation(true, 1, 0, 0, 0, 0, 0), 1);
        byte[] sorted = tile.rgb().clone();
        Arrays.sort(sorted);
        Set<Integer> variants = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            byte[] rgb = flips.vary(tile, 96, 1, i).rgb();
            variants.add(Arrays.hashCode(rgb));
            byte[] moved = rgb.clone();
            Arrays.sort(moved);
            assertThat(moved).isEqualTo(sorted);
        }
        assertThat(variants).hasSize(8);
    }

    @Test
    void light_changes_the_mean_within_its_bounds() {
        byte[] grey = new byte[3 * 64 * 64];
        Arrays.fill(grey, (byte) 128);
        TileAugmenter light = new TileAugmenter(new Augmentation(false, 1, 0.2, 0, 0, 0, 0), 3);
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            int value = light.vary(new Picture(64, 64, grey), 64, 1, i).rgb()[0] & 0xff;
            seen.add(value);
            // brightness moves 128 by at most a fifth, a channel by at most a fifteenth of the result
            assertThat(value).isBetween((int) (128 * 0.8 * 0.93), (int) Math.ceil(128 * 1.2 * 1.07));
        }
        assertThat(seen).hasSizeGreaterThan(20);
    }

    @Test
    void grey_leaves_lightness_and_takes_colour() {
        byte[] rgb = new TileAugmenter(new Augmentation(false, 1, 0, 1, 0, 0, 0), 3)
                .vary(new Picture(96, 96, repeated(200, 100, 50)), 96, 1, 1)
                .rgb();
        int luma = (77 * 200 + 150 * 100 + 29 * 50) / 256;
        assertThat(rgb).containsOnly((byte) luma);
    }

    @Test
    void noise_has_mean_zero_and_a_deviation_within_its_bounds() {
        TileAugmenter noise = new TileAugmenter(new Augmentation(false, 1, 0, 0, 0, 1, 0), 3);
        Set<Long> deviations = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            byte[] rgb = noise.vary(new Picture(96, 96, repeated(128, 128, 128)), 96, 1, i)
                    .rgb();
            double sum = 0;
            double squares = 0;
            for (byte value : rgb) {
                double d = (value & 0xff) - 128;
                sum += d;
                squares += d * d;
            }
            double deviation = Math.sqrt(squares / rgb.length);
            assertThat(sum / rgb.length).isBetween(-0.2, 0.2);
            assertThat(deviation).isBetween(0.9, 8.2);
            deviations.add(Math.round(deviation));
        }
        assertThat(deviations).hasSizeGreaterThan(3);
    }

    private static byte[] repeated(int red, int green, int blue) {
        byte[] rgb = new byte[3 * 96 * 96];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) red;
            rgb[i + 1] = (byte) green;
            rgb[i + 2] = (byte) blue;
        }
        return rgb;
    }
}
