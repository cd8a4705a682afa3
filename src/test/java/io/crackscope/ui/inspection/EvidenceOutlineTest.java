package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.TileScore;
import io.crackscope.ui.inspection.EvidenceOutline.Corner;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceOutlineTest {
    @Test
    void one_tile_has_its_own_border() {
        assertThat(EvidenceOutline.trace(List.of(tile(10, 20))))
                .singleElement()
                .satisfies(loop -> assertThat(loop)
                        .containsExactlyInAnyOrder(
                                new Corner(10, 20), new Corner(110, 20), new Corner(110, 120), new Corner(10, 120)));
    }

    @Test
    void overlapping_tiles_share_one_border_without_inner_lines() {
        List<List<Corner>> loops = EvidenceOutline.trace(List.of(tile(0, 0), tile(50, 0), tile(100, 50)));
        assertThat(loops).hasSize(1);
        assertThat(area(loops.getFirst())).isEqualTo(150 * 100 + 100 * 100 - 50 * 50);
        assertThat(loops.getFirst()).hasSize(8);
    }

    @Test
    void a_ring_has_an_outer_and_an_inner_border() {
        List<List<Corner>> loops = EvidenceOutline.trace(List.of(
                tile(0, 0),
                tile(100, 0),
                tile(200, 0),
                tile(0, 100),
                tile(200, 100),
                tile(0, 200),
                tile(100, 200),
                tile(200, 200)));
        assertThat(loops).hasSize(2);
        assertThat(loops.stream().mapToDouble(EvidenceOutlineTest::area).sum()).isEqualTo(80_000);
    }

    @Test
    void tiles_that_touch_at_a_corner_only_give_closed_borders_of_the_same_area() {
        List<List<Corner>> loops = EvidenceOutline.trace(List.of(tile(0, 0), tile(100, 100)));
        assertThat(loops.stream().mapToDouble(EvidenceOutlineTest::area).sum()).isEqualTo(20_000);
    }

    private static TileScore tile(int x, int y) {
        return new TileScore(x, y, 100, 100, 0.9);
    }

    /** Signed area by the shoelace formula: holes, walked the other way round, count negative. */
    private static double area(List<Corner> loop) {
        double twice = 0;
        for (int i = 0; i < loop.size(); i++) {
            Corner a = loop.get(i);
            Corner b = loop.get((i + 1) % loop.size());
            twice += (double) a.x() * b.y() - (double) b.x() * a.y();
        }
        return twice / 2;
    }
}
