package io.crackscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.TileScore;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.FakeClassifier;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.onnx.OnnxClassifier;
import io.crackscope.samples.SampleTiles;
import io.crackscope.work.Cancellation;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CrackMapperTest {
    private static final StoredModel MODEL = Models.random(NetworkPreset.CRACKNET, 3);
    private static final int WINDOW = MODEL.description().window();
    private static final int STRIDE = MODEL.description().stride();

    private final FakeClassifier dark = new FakeClassifier(MODEL.description(), FakeClassifier::darkness);

    private static Picture noise(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        new Random(1).nextBytes(rgb);
        return new Picture(width, height, rgb);
    }

    private CrackMap map(Picture picture) {
        return new CrackMapper(dark).map(picture, picture.width(), picture.height(), 1, new Cancellation());
    }

    @Test
    void every_tile_is_judged_by_its_own_pixels_edges_included() {
        for (int[] size : new int[][] {{256, 256}, {700, 300}, {257, 511}, {1024, 640}, {5000, 300}, {300, 5000}}) {
            Picture picture = noise(size[0], size[1]);
            CrackMap map = map(picture);
            for (TileScore tile : map.tiles()) {
                double own = FakeClassifier.darkness(picture.region(tile.x(), tile.y(), tile.width(), tile.height()));
                assertThat(tile.probability()).isEqualTo(own);
            }
        }
    }

    @Test
    void tiles_cover_every_pixel_and_overlap_by_half_at_least() {
        CrackMap map = map(noise(1000, 600));
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 1; column < map.columns(); column++) {
                TileScore left = map.tile(column - 1, row);
                assertThat(map.tile(column, row).x() - left.x()).isBetween(1, STRIDE);
                assertThat(map.tile(column, row).y()).isEqualTo(left.y());
            }
        }
        assertThat(map.tile(0, 0).x()).isZero();
        TileScore last = map.tile(map.columns() - 1, map.rows() - 1);
        assertThat(last.x() + last.width()).isEqualTo(1000);
        assertThat(last.y() + last.height()).isEqualTo(600);
    }

    @Test
    void a_photo_smaller_than_a_tile_is_one_tile_of_its_own_size() {
        CrackMap map = map(noise(100, 60));
        assertThat(map.tiles()).singleElement().satisfies(tile -> {
            assertThat(tile.width()).isEqualTo(100);
            assertThat(tile.height()).isEqualTo(60);
        });
    }

    @Test
    void tiles_of_a_reduced_picture_lie_in_pixels_of_the_photo() {
        Picture half = noise(512, 384);
        CrackMap map = new CrackMapper(dark).map(half, 1023, 767, 2, new Cancellation());
        TileScore last = map.tile(map.columns() - 1, map.rows() - 1);
        assertThat(map.tile(1, 0).x()).isEqualTo(2 * STRIDE);
        assertThat(last.x() + last.width()).isEqualTo(1023);
        assertThat(last.y() + last.height()).isEqualTo(767);
    }

    @Test
    void strips_of_a_large_photo_give_what_one_pass_gives() {
        // tall enough for several strips of the mapper, scanned at once for comparison
        Picture tall = new SampleTiles(WINDOW, 3).tile(0).picture();
        int width = WINDOW + STRIDE;
        int height = WINDOW + 140 * STRIDE;
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = 3 * ((y * 7 / 5 % WINDOW) * WINDOW + (x + y / 9) % WINDOW);
                System.arraycopy(tall.rgb(), from, rgb, 3 * (y * width + x), 3);
            }
        }
        Picture picture = new Picture(width, height, rgb);
        try (OnnxClassifier classifier = new OnnxClassifier(MODEL, 2)) {
            double[] whole = classifier.scan(picture);
            List<TileScore> strips = new CrackMapper(classifier)
                    .map(picture, width, height, 1, new Cancellation())
                    .tiles();
            assertThat(strips).hasSize(whole.length);
            for (int i = 0; i < whole.length; i++) {
                assertThat(strips.get(i).probability()).isCloseTo(whole[i], within(1e-4));
            }
        }
    }

    @Test
    void a_cancelled_map_is_not_finished() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThatThrownBy(() -> new CrackMapper(dark).map(noise(300, 300), 300, 300, 1, cancelled))
                .isInstanceOf(CancellationException.class);
    }
}
