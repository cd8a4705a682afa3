package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.TileScore;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatRasterTest {
    /** Three tiles that overlap by half, as the inspector cuts them. */
    private static CrackMap row(double left, double middle, double right) {
        return new CrackMap(
                400,
                200,
                3,
                1,
                List.of(
                        new TileScore(0, 0, 200, 200, left),
                        new TileScore(100, 0, 200, 200, middle),
                        new TileScore(200, 0, 200, 200, right)));
    }

    @Test
    void a_clean_photo_stays_clean() {
        HeatRaster heat = HeatRaster.of(row(0.29, 0.1, 0), 0.3, 400);
        assertThat(heat.argb()).containsOnly(0);
    }

    @Test
    void what_reaches_the_threshold_is_drawn_and_nothing_below_is() {
        HeatRaster heat = HeatRaster.of(row(0, 0, 1), 0.3, 400);
        assertThat(alpha(heat, 50)).isZero();
        assertThat(alpha(heat, 350)).isEqualTo(255);
        float[] field = HeatRaster.probabilities(row(0, 0, 1), 400, 200);
        for (int x = 0; x < 400; x++) {
            boolean isDrawn = alpha(heat, x) > 0;
            assertThat(!isDrawn || field[100 * 400 + x] >= 0.3f)
                    .as("column %d", x)
                    .isTrue();
        }
    }

    @Test
    void between_the_centres_of_tiles_the_probability_runs_straight() {
        float[] field = HeatRaster.probabilities(row(0.2, 0.8, 0.4), 400, 200);
        assertThat(field[100 * 400 + 100]).isCloseTo(0.2f, within(0.01f));
        assertThat(field[100 * 400 + 150]).isCloseTo(0.5f, within(0.01f));
        assertThat(field[100 * 400 + 200]).isCloseTo(0.8f, within(0.01f));
        assertThat(field[100 * 400 + 250]).isCloseTo(0.6f, within(0.01f));
    }

    @Test
    void the_raster_keeps_the_photos_shape_within_its_bound() {
        HeatRaster heat = HeatRaster.of(row(1, 1, 1), 0.3, 100);
        assertThat(heat.width()).isEqualTo(100);
        assertThat(heat.height()).isEqualTo(50);
        assertThat(heat.argb()).hasSize(5000);
    }

    @Test
    void a_panorama_thinner_than_a_pixel_of_the_raster_is_still_drawn() {
        CrackMap strip = new CrackMap(30_000, 10, 1, 1, List.of(new TileScore(0, 0, 30_000, 10, 0.9)));
        HeatRaster heat = HeatRaster.of(strip, 0.3, 640);
        assertThat(heat.height()).isEqualTo(1);
        assertThat(heat.argb()).doesNotContain(0);
    }

    @Test
    void higher_probabilities_are_lighter() {
        double before = -1;
        for (double probability = 0.3; probability <= 1; probability += 0.05) {
            int rgb = HeatRaster.rgb(probability, 0.3);
            double light = 0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
            assertThat(light).isGreaterThan(before);
            before = light;
        }
    }

    private static int alpha(HeatRaster heat, int x) {
        return heat.argb()[100 * heat.width() + x] >>> 24;
    }
}
