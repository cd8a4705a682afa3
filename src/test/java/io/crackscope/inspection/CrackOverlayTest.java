package io.crackscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.TileScore;
import io.crackscope.imaging.Picture;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrackOverlayTest {
    @Test
    void lightness_only_rises_along_the_colour_map() {
        double before = -1;
        for (int i = 0; i <= 64; i++) {
            int colour = ColourMap.inferno(i / 64.0);
            double luminance =
                    0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
            assertThat(luminance).isGreaterThan(before);
            before = luminance;
        }
        assertThat(ColourMap.inferno(-1)).isEqualTo(0x000004);
        assertThat(ColourMap.inferno(2)).isEqualTo(0xfcffa4);
    }

    @Test
    void below_the_limit_nothing_is_drawn() {
        Picture photo = grey(200, 100, 120);

        BufferedImage clean = CrackOverlay.draw(photo, map(200, 100, 0.29, 0.29), List.of(), 0.3, 2400);

        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 200; x++) {
                assertThat(clean.getRGB(x, y) & 0xffffff).isEqualTo(0x787878);
            }
        }
    }

    @Test
    void heat_covers_the_likely_side_at_45_percent_and_fades_between_the_tiles() {
        BufferedImage heat = CrackOverlay.heat(map(200, 100, 0.9, 0.1), 0.3, 200, 100);

        assertThat(heat.getRGB(10, 50)).isEqualTo(115 << 24 | ColourMap.inferno(0.9));
        assertThat(heat.getRGB(190, 50)).isZero();
        // the tile middles are at 50 and 150: 0.5 in the middle between them, seen in 100.5
        assertThat(heat.getRGB(100, 50)).isEqualTo(115 << 24 | ColourMap.inferno(0.9 - 0.8 * 50.5 / 100));
        assertThat(heat.getRGB(120, 50)).isNotZero();
        assertThat(heat.getRGB(126, 50)).isZero();
    }

    @Test
    void evidence_is_outlined_in_vermilion_where_it_lies_also_on_a_smaller_picture() {
        CrackMap map = map(4000, 2000, 0.1, 0.1);
        Evidence evidence = new Evidence(List.of(new TileScore(1000, 500, 2000, 1000, 0.1)), 0.8);

        BufferedImage drawn = CrackOverlay.draw(grey(400, 200, 120), map, List.of(evidence), 0.3, 2400);

        assertThat(drawn.getRGB(100, 100) & 0xffffff).isEqualTo(0xd55e00);
        assertThat(drawn.getRGB(300, 100) & 0xffffff).isEqualTo(0xd55e00);
        assertThat(drawn.getRGB(200, 50) & 0xffffff).isEqualTo(0xd55e00);
        assertThat(drawn.getRGB(200, 100) & 0xffffff).isEqualTo(0x787878);
        assertThat(drawn.getRGB(20, 20) & 0xffffff).isEqualTo(0x787878);
    }

    @Test
    void a_large_photo_is_scaled_down_to_the_long_side_and_a_small_one_is_not_scaled_up() {
        assertThat(CrackOverlay.draw(grey(300, 900, 9), map(300, 900, 0, 0), List.of(), 0.3, 600))
                .satisfies(image -> assertThat(image.getWidth()).isEqualTo(200))
                .satisfies(image -> assertThat(image.getHeight()).isEqualTo(600));
        assertThat(CrackOverlay.draw(grey(3, 2, 9), map(3, 2, 0, 0), List.of(), 0.3, 600).getWidth())
                .isEqualTo(3);
    }

    private static double linear(int channel) {
        double value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** Two columns, one row. */
    private static CrackMap map(int width, int height, double... probabilities) {
        List<TileScore> tiles = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            tiles.add(new TileScore(i * width / 2, 0, width / 2, height, probabilities[i]));
        }
        return new CrackMap(width, height, probabilities.length, 1, tiles);
    }

    private static Picture grey(int width, int height, int value) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) value);
        return new Picture(width, height, rgb);
    }
}
