package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.TileScore;
import io.crackscope.ui.inspection.EvidenceContour.Loop;
import io.crackscope.ui.inspection.EvidenceContour.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvidenceContourTest {
    private static final double THRESHOLD = 0.5;

    @Test
    void one_tile_is_fenced_in_half_way_to_its_neighbours() {
        assertThat(trace(map("...", ".#.", "..."))).singleElement().satisfies(loop -> {
            assertThat(loop.points())
                    .contains(new Point(150, 200), new Point(250, 200), new Point(200, 150), new Point(200, 250));
            // Where the surface x * y of a corner passes one half: 4 (1 - 1/2 - ln(2) / 2).
            assertThat(loop.size()).isCloseTo(0.61, within(0.03));
        });
    }

    @Test
    void a_row_of_tiles_has_one_line_around_it() {
        assertThat(trace(map(".....", ".###.", "....."))).hasSize(1);
    }

    @Test
    void a_ring_has_an_outer_and_an_inner_line_the_outer_first() {
        List<Loop> loops = trace(map(".......", ".#####.", ".#...#.", ".#...#.", ".#...#.", ".#####.", "......."));
        assertThat(loops).hasSize(2);
        assertThat(loops.get(0).size()).isBetween(20.0, 25.0);
        assertThat(loops.get(1).size()).isNegative();
    }

    @Test
    void a_hole_of_one_tile_is_left_to_the_heat() {
        assertThat(trace(map(".....", ".###.", ".#.#.", ".###.", ".....")))
                .singleElement()
                .satisfies(loop -> assertThat(loop.size()).isPositive());
    }

    @Test
    void evidence_at_the_border_of_the_photo_is_fenced_in_up_to_the_border_and_not_beyond() {
        List<Loop> loops = trace(map("##", "##"));
        assertThat(loops).singleElement().satisfies(loop -> {
            assertThat(loop.size()).isCloseTo(9, within(1e-6));
            assertThat(loop.points()).allSatisfy(point -> {
                assertThat(point.x()).isBetween(0.0, 300.0);
                assertThat(point.y()).isBetween(0.0, 300.0);
            });
        });
    }

    @Test
    void other_evidence_of_the_same_map_is_left_out() {
        CrackMap map = map(".....", ".#.#.", ".....");
        Evidence left = new Evidence(List.of(map.tile(1, 1)), 0.9);
        assertThat(EvidenceContour.trace(map, left, THRESHOLD))
                .singleElement()
                .satisfies(loop -> assertThat(loop.points())
                        .allSatisfy(point -> assertThat(point.x()).isLessThan(300)));
    }

    @Test
    void tiles_below_the_threshold_that_the_evidence_lists_are_fenced_in_all_the_same() {
        List<TileScore> tiles = new ArrayList<>(map("...", "...", "...").tiles());
        TileScore faint = new TileScore(100, 100, 200, 200, 0.3);
        tiles.set(4, faint);
        CrackMap map = new CrackMap(400, 400, 3, 3, tiles);
        assertThat(EvidenceContour.trace(map, new Evidence(List.of(faint), 0.4), THRESHOLD))
                .singleElement()
                .satisfies(loop -> assertThat(loop.size()).isPositive());
    }

    @Test
    void the_line_of_any_map_parts_the_tiles_that_speak_from_those_that_do_not() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            int columns = 1 + random.nextInt(9);
            int rows = 1 + random.nextInt(9);
            List<TileScore> tiles = new ArrayList<>();
            for (int t = 0; t < columns * rows; t++) {
                tiles.add(new TileScore(t % columns * 100, t / columns * 100, 200, 200, random.nextDouble()));
            }
            CrackMap map = new CrackMap((columns + 1) * 100, (rows + 1) * 100, columns, rows, tiles);
            List<TileScore> speaking =
                    tiles.stream().filter(t -> t.probability() >= THRESHOLD).toList();
            if (speaking.isEmpty()) {
                continue;
            }
            List<Loop> loops = EvidenceContour.lines(map, new Evidence(speaking, 0.9), THRESHOLD);
            for (TileScore tile : tiles) {
                boolean inside = windings(loops, tile.x() + 100, tile.y() + 100) % 2 == 1;
                assertThat(inside).as("%s of case %s", tile, i).isEqualTo(tile.probability() >= THRESHOLD);
            }
        }
    }

    private static List<Loop> trace(CrackMap map) {
        List<TileScore> speaking =
                map.tiles().stream().filter(t -> t.probability() >= THRESHOLD).toList();
        return EvidenceContour.trace(map, new Evidence(speaking, 0.9), THRESHOLD);
    }

    /** Tiles of 200 pixels every 100; # speaks. Half way between both the probability is 0.5. */
    private static CrackMap map(String... rows) {
        List<TileScore> tiles = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length(); column++) {
                double probability = rows[row].charAt(column) == '#' ? 0.999_5 : 0.000_5;
                tiles.add(new TileScore(column * 100, row * 100, 200, 200, probability));
            }
        }
        int columns = rows[0].length();
        return new CrackMap((columns + 1) * 100, (rows.length + 1) * 100, columns, rows.length, tiles);
    }

    /** How often a ray to the right meets the lines; slightly slanted start so that it meets no corner. */
    private static int windings(List<Loop> loops, double x, double y) {
        int count = 0;
        double at = y + 1e-7;
        for (Loop loop : loops) {
            List<Point> points = loop.points();
            for (int i = 0; i < points.size(); i++) {
                Point a = points.get(i);
                Point b = points.get((i + 1) % points.size());
                if (a.y() > at != b.y() > at) {
                    double where = a.x() + (at - a.y()) / (b.y() - a.y()) * (b.x() - a.x());
                    count += where > x ? 1 : 0;
                }
            }
        }
        return count;
    }
}
