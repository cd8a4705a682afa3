package io.crackscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.Label;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.TileScore;
import io.crackscope.domain.Verdict;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionTilesTest {
    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final PhotoFacts FACTS =
            new PhotoFacts(80, 40, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    @TempDir
    Path folder;

    private PhotoReading photo = new PhotoReading.Decoded(new Picture(80, 40, new byte[3 * 80 * 40]), FACTS, 1);
    private CorrectionTiles tiles;

    @BeforeEach
    void aDataSet() {
        tiles = new CorrectionTiles((file, most) -> photo, folder.resolve("corrections"));
    }

    @Test
    void a_photo_without_a_crack_gives_all_tiles_that_looked_like_one_at_their_own_size() throws IOException {
        assertThat(tiles.keep(inspected(), SHA, Optional.of(Label.NO_CRACK))).isEqualTo(3);

        assertThat(names(Label.NO_CRACK))
                .containsExactly("0123456789abcdef-1.png", "0123456789abcdef-2.png", "0123456789abcdef-3.png");
        assertThat(ImageIO.read(tiles.folder()
                                .resolve("no_crack/0123456789abcdef-1.png")
                                .toFile())
                        .getWidth())
                .isEqualTo(20);
    }

    @Test
    void a_photo_with_a_crack_gives_only_what_is_probable_in_its_most_probable_evidence() throws IOException {
        assertThat(tiles.keep(inspected(), SHA, Optional.of(Label.CRACK))).isEqualTo(1);
        assertThat(names(Label.CRACK)).containsExactly("0123456789abcdef-1.png");
    }

    @Test
    void what_was_said_last_counts_and_a_person_who_cannot_tell_takes_the_tiles_back() throws IOException {
        tiles.keep(inspected(), SHA, Optional.of(Label.NO_CRACK));
        tiles.keep(inspected(), SHA, Optional.of(Label.CRACK));
        assertThat(names(Label.NO_CRACK)).isEmpty();
        assertThat(names(Label.CRACK)).hasSize(1);

        assertThat(tiles.keep(inspected(), SHA, Optional.empty())).isZero();
        assertThat(names(Label.CRACK)).isEmpty();
    }

    @Test
    void tiles_of_a_photo_that_is_gone_stay_as_they_were() throws IOException {
        tiles.keep(inspected(), SHA, Optional.of(Label.NO_CRACK));
        photo = new PhotoReading.Refused(new Refusal(Refusal.Kind.MISSING, ""));

        assertThatThrownBy(() -> tiles.keep(inspected(), SHA, Optional.of(Label.CRACK)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("wall.jpg");
        assertThat(names(Label.NO_CRACK)).hasSize(3);
    }

    /** Two places: one with a tile above even odds and one below, one with a weak tile. */
    private InspectionOutcome.Inspected inspected() {
        TileScore strong = new TileScore(0, 0, 20, 20, 0.9);
        TileScore weak = new TileScore(20, 0, 20, 20, 0.4);
        TileScore elsewhere = new TileScore(60, 20, 20, 20, 0.6);
        return new InspectionOutcome.Inspected(
                folder.resolve("wall.jpg"),
                FACTS,
                Verdict.CRACK,
                0.9,
                new CrackMap(80, 40, 3, 1, List.of(strong, weak, elsewhere)),
                List.of(new Evidence(List.of(strong, weak), 0.9), new Evidence(List.of(elsewhere), 0.6)),
                5);
    }

    private List<String> names(Label label) throws IOException {
        Path of = tiles.folder().resolve(label.word());
        if (!Files.isDirectory(of)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
