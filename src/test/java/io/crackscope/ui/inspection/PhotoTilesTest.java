package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.ui.inspection.Pyramid.Tile;
import io.crackscope.work.DirectJobRunner;
import io.crackscope.work.HoldingJobRunner;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhotoTilesTest {
    private static final int WIDTH = 1300;
    private static final int HEIGHT = 2100;
    private static final Pyramid PYRAMID = new Pyramid(WIDTH, HEIGHT, 3);
    private static final Area TOP = new Area(0, 0, 400, 400);
    private static final Area BOTTOM = new Area(800, 1700, 1300, 2100);
    private static final long PLENTY = 1L << 30;

    private final List<Path> read = new ArrayList<>();

    @Test
    void looking_fetches_all_sizes_of_all_tiles_in_one_go_where_memory_allows() {
        PhotoTiles<Picture> tiles = tiles(new DirectJobRunner(), PLENTY);
        tiles.open(Path.of("a"), PYRAMID);
        tiles.look(1, TOP);
        tiles.look(1, BOTTOM);
        tiles.look(2, BOTTOM);
        assertThat(read).hasSize(1);
        Picture full = picture(tiles, new Tile(1, 2, 4));
        assertThat(full.width()).isEqualTo(WIDTH - 2 * Pyramid.SIDE);
        assertThat(full.height()).isEqualTo(HEIGHT - 4 * Pyramid.SIDE);
        assertThat(full.rgb()[0]).isEqualTo(shade(2 * Pyramid.SIDE, 4 * Pyramid.SIDE));
        Picture half = picture(tiles, new Tile(2, 2, 4));
        assertThat(half.width()).isEqualTo((WIDTH - 2 * Pyramid.SIDE) / 2);
    }

    @Test
    void nothing_is_fetched_for_what_the_overview_shows() {
        PhotoTiles<Picture> tiles = tiles(new DirectJobRunner(), PLENTY);
        tiles.open(Path.of("a"), PYRAMID);
        tiles.look(3, TOP);
        assertThat(read).isEmpty();
    }

    @Test
    void memory_stays_within_its_bound_wherever_one_looks() {
        long budget = 3_000_000;
        PhotoTiles<Picture> tiles = tiles(new DirectJobRunner(), budget);
        tiles.open(Path.of("a"), PYRAMID);
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            double x = random.nextDouble() * WIDTH;
            double y = random.nextDouble() * HEIGHT;
            Area seen = new Area(x, y, x + 100, y + 100);
            int factor = 1 + random.nextInt(2);
            tiles.look(factor, seen);
            assertThat(tiles.bytes()).isLessThanOrEqualTo(budget);
            for (Tile tile : PYRAMID.tiles(factor, common(seen))) {
                assertThat(tiles.tile(tile)).as("%s", tile).isNotNull();
            }
        }
        assertThat(read).hasSizeBetween(5, 60);
    }

    @Test
    void where_memory_is_less_than_a_view_needs_the_file_is_not_read_over_and_over() {
        PhotoTiles<Picture> tiles = tiles(new DirectJobRunner(), 1_500_000);
        tiles.open(Path.of("a"), PYRAMID);
        Area all = new Area(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < 5; i++) {
            tiles.look(1, all);
        }
        assertThat(read).hasSize(1);
        assertThat(tiles.bytes()).isPositive();
    }

    @Test
    void tiles_that_arrive_after_another_photo_was_opened_are_dropped() {
        HoldingJobRunner runner = new HoldingJobRunner();
        PhotoTiles<Picture> tiles = tiles(runner, PLENTY);
        tiles.open(Path.of("a"), PYRAMID);
        tiles.look(1, TOP);
        runner.runNext();
        tiles.open(Path.of("b"), PYRAMID);
        runner.finish();
        assertThat(tiles.bytes()).isZero();
        assertThat(tiles.isLoading()).isFalse();

        tiles.look(1, TOP);
        assertThat(tiles.isLoading()).isTrue();
        runner.finish();
        assertThat(read).containsExactly(Path.of("a"), Path.of("b"));
        assertThat(picture(tiles, new Tile(1, 0, 0))).isNotNull();
    }

    @Test
    void a_job_that_has_not_begun_does_not_read_the_photo_that_was_left() {
        HoldingJobRunner runner = new HoldingJobRunner();
        PhotoTiles<Picture> tiles = tiles(runner, PLENTY);
        tiles.open(Path.of("a"), PYRAMID);
        tiles.look(1, TOP);
        tiles.close();
        runner.finish();
        assertThat(read).isEmpty();
    }

    @Test
    void tiles_are_at_hand_band_by_band_and_each_arrival_is_told() {
        HoldingJobRunner runner = new HoldingJobRunner();
        PhotoTiles<Picture> tiles = tiles(runner, PLENTY);
        List<Boolean> loading = new ArrayList<>();
        tiles.onChange(() -> loading.add(tiles.isLoading()));
        tiles.open(Path.of("a"), PYRAMID);
        tiles.look(1, TOP);
        runner.runNext();
        runner.deliverNext();
        assertThat(picture(tiles, new Tile(1, 0, 0))).isNotNull();
        assertThat(tiles.tile(new Tile(1, 0, 4))).isNull();
        tiles.look(1, BOTTOM);
        assertThat(runner.held()).as("the rest is on its way").isZero();
        runner.deliverAll();
        assertThat(picture(tiles, new Tile(1, 0, 4))).isNotNull();
        assertThat(loading).containsExactly(true, true, true, true, true, false);
    }

    @Test
    void a_file_that_cannot_be_read_any_more_is_tried_once() {
        PhotoTiles<Picture> tiles = tiles(new DirectJobRunner(), PLENTY);
        tiles.open(Path.of("bad"), PYRAMID);
        tiles.look(1, TOP);
        tiles.look(1, BOTTOM);
        assertThat(read).hasSize(1);
        assertThat(tiles.isLoading()).isFalse();
    }

    @Test
    void a_small_heap_keeps_less() {
        assertThat(PhotoTiles.budgetOf(8L << 30)).isEqualTo(256L << 20);
        assertThat(PhotoTiles.budgetOf(1L << 30)).isEqualTo(128L << 20);
    }

    private static Picture picture(PhotoTiles<Picture> tiles, Tile tile) {
        Picture picture = tiles.tile(tile);
        assertThat(picture).as("%s", tile).isNotNull();
        return picture;
    }

    private static Area common(Area seen) {
        return new Area(seen.left(), seen.top(), Math.min(WIDTH, seen.right()), Math.min(HEIGHT, seen.bottom()));
    }

    private static byte shade(int x, int y) {
        return (byte) (x * 7 + y * 13);
    }

    private PhotoTiles<Picture> tiles(JobRunner runner, long budget) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int y = 0, at = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++, at += 3) {
                rgb[at] = shade(x, y);
            }
        }
        PhotoReader reader = (file, maxPixels) -> {
            read.add(file);
            if (file.startsWith("bad")) {
                return new PhotoReading.Refused(new Refusal(Refusal.Kind.MISSING, ""));
            }
            PhotoFacts facts = new PhotoFacts(
                    WIDTH, HEIGHT, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
            return new PhotoReading.Decoded(new Picture(WIDTH, HEIGHT, rgb), facts, 1);
        };
        return new PhotoTiles<>(runner, reader, picture -> picture, budget);
    }
}
