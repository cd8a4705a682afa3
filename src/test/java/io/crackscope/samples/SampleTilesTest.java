package io.crackscope.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Label;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTilesTest {
    @Test
    void half_of_the_tiles_show_a_crack_and_both_halves_hold_confusers() {
        SampleTiles tiles = new SampleTiles(64, 1);
        int[][] counts = new int[2][2];
        for (int i = 0; i < 120; i++) {
            Scene scene = tiles.scene(i);
            counts[scene.label().ordinal()][scene.confusers().isEmpty() ? 0 : 1]++;
        }
        assertThat(counts[Label.CRACK.ordinal()][0] + counts[Label.CRACK.ordinal()][1])
                .isEqualTo(60);
        for (Label label : Label.values()) {
            for (int count : counts[label.ordinal()]) {
                assertThat(count).as("without or with confusers: %s", label).isGreaterThanOrEqualTo(15);
            }
        }
    }

    @Test
    void every_crack_tile_shows_its_crack() {
        SampleTiles tiles = new SampleTiles(96, 2);
        for (int i = 0; i < 200; i += 2) {
            int pixels = 0;
            for (boolean crack : tiles.scene(i).mask()) {
                pixels += crack ? 1 : 0;
            }
            assertThat(pixels).as("crack pixels of tile %d", i).isGreaterThan(20);
        }
    }

    @Test
    void a_tile_depends_on_its_number_and_the_seed_only() {
        List<SampleTile> first = new SampleTiles(48, 5).first(6).toList();
        assertThat(new SampleTiles(48, 5).tile(4).picture().rgb())
                .isEqualTo(first.get(4).picture().rgb());
        assertThat(new SampleTiles(48, 6).tile(4).picture().rgb())
                .isNotEqualTo(first.get(4).picture().rgb());
        assertThat(first.get(2).picture().rgb())
                .isNotEqualTo(first.get(4).picture().rgb());
    }

    @Test
    void a_written_data_set_has_its_class_folders_and_is_never_overwritten(@TempDir Path folder) throws IOException {
        SampleTiles tiles = new SampleTiles(64, 1);
        tiles.write(folder, 10);
        for (Label label : Label.values()) {
            try (Stream<Path> files = Files.list(folder.resolve(label.word()))) {
                assertThat(files.map(SampleTilesTest::size)).hasSize(5).containsOnly("64x64");
            }
        }
        assertThatThrownBy(() -> tiles.write(folder, 10))
                .isInstanceOf(SampleFolderException.class)
                .hasMessageContaining("nothing is overwritten");
    }

    private static String size(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            return image.getWidth() + "x" + image.getHeight();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
