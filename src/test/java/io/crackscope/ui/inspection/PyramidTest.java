package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.ui.inspection.Pyramid.Tile;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyramidTest {
    private static final int CASES = 500;

    private final Random random = new Random(5);

    @Test
    void the_tiles_of_a_view_cover_what_is_seen_of_the_photo_once_and_none_lies_outside_of_it() {
        for (int i = 0; i < CASES; i++) {
            Pyramid pyramid = pyramid();
            Area seen = view(pyramid);
            double covered = 0;
            for (Tile tile : pyramid.tiles(1, seen)) {
                Area part = common(pyramid.area(tile), seen);
                assertThat(part.width() > 0 && part.height() > 0)
                        .as("%s of %s for %s", tile, pyramid, seen)
                        .isTrue();
                covered += part.width() * part.height();
            }
            Area onPhoto = common(seen, new Area(0, 0, pyramid.width(), pyramid.height()));
            double all = Math.max(0, onPhoto.width()) * Math.max(0, onPhoto.height());
            assertThat(covered).isCloseTo(all, org.assertj.core.api.Assertions.within(1e-6 * (all + 1)));
        }
    }

    @Test
    void a_photo_is_never_enlarged_from_less_than_its_full_size_and_never_drawn_from_twice_what_is_needed() {
        for (int i = 0; i < CASES; i++) {
            Pyramid pyramid = pyramid();
            double scale = Math.exp(random.nextDouble() * 8 - 5);
            int factor = pyramid.factorFor(scale);
            assertThat(factor * scale).isLessThanOrEqualTo(Math.max(1.001, scale));
            if (pyramid.isTiled(factor)) {
                assertThat(factor * scale > 0.5 || factor * 2 > pyramid.overview())
                        .as("%s at %s from 1/%s", pyramid, scale, factor)
                        .isTrue();
            }
        }
    }

    @Test
    void a_plan_keeps_within_its_memory_and_keeps_what_is_seen_before_all_else() {
        for (int i = 0; i < CASES; i++) {
            Pyramid pyramid = pyramid();
            List<Integer> factors = pyramid.factors();
            if (factors.isEmpty()) {
                continue;
            }
            int factor = factors.get(random.nextInt(factors.size()));
            Area seen = view(pyramid);
            long budget = 1 + (long) (random.nextDouble() * 4 * pyramid.width() * pyramid.height());
            Set<Tile> plan = pyramid.plan(factor, seen, budget);
            assertThat(plan.stream().mapToLong(pyramid::bytes).sum()).isLessThanOrEqualTo(budget);
            List<Tile> visible = pyramid.tiles(factor, seen);
            if (!plan.containsAll(visible)) {
                assertThat(visible).as("nothing else comes before what is seen").containsAll(plan);
            }
        }
    }

    @Test
    void all_of_a_50_megapixel_photo_fits_256_megabytes() {
        Pyramid pyramid = new Pyramid(8660, 5774, 3);
        assertThat(pyramid.plan(1, new Area(0, 0, 1, 1), 256L << 20))
                .hasSize(2 * pyramid.columns() * pyramid.rows())
                .contains(new Tile(2, 16, 11));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 3", "0.3333, 3", "0.34, 2", "0.5, 2", "0.51, 1", "1, 1", "8, 1"})
    void the_factor_follows_the_scale(double scale, int factor) {
        assertThat(new Pyramid(8660, 5774, 3).factorFor(scale)).isEqualTo(factor);
    }

    @Test
    void a_photo_that_the_overview_shows_in_full_has_no_tiles() {
        Pyramid pyramid = new Pyramid(3000, 2000, 1);
        assertThat(pyramid.factors()).isEmpty();
        assertThat(pyramid.isTiled(pyramid.factorFor(4))).isFalse();
    }

    private Pyramid pyramid() {
        return new Pyramid(1 + random.nextInt(12_000), 1 + random.nextInt(12_000), 1 + random.nextInt(6));
    }

    private Area view(Pyramid pyramid) {
        double left = (random.nextDouble() * 1.4 - 0.2) * pyramid.width();
        double top = (random.nextDouble() * 1.4 - 0.2) * pyramid.height();
        return new Area(left, top, left + 1 + random.nextDouble() * 3000, top + 1 + random.nextDouble() * 3000);
    }

    private static Area common(Area a, Area b) {
        double left = Math.max(a.left(), b.left());
        double top = Math.max(a.top(), b.top());
        return new Area(
                left,
                top,
                Math.max(left, Math.min(a.right(), b.right())),
                Math.max(top, Math.min(a.bottom(), b.bottom())));
    }
}
