package io.crackscope.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.TileScore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceLinkerTest {
    /** A map drawn in characters: # very probable, + likely, . calm. */
    private static CrackMap map(String... rows) {
        List<TileScore> tiles = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length(); column++) {
                double p = switch (rows[row].charAt(column)) {
                    case '#' -> 0.99;
                    case '+' -> 0.8;
                    default -> 0.02;
                };
                tiles.add(new TileScore(column * 128, row * 128, 256, 256, p));
            }
        }
        return new CrackMap(4000, 3000, rows[0].length(), rows.length, tiles);
    }

    private static EvidenceLinker linker(CrackMap map) {
        return new EvidenceLinker(map, PhotoCalibration.NONE, 0.5);
    }

    private static double photo(String... rows) {
        return linker(map(rows)).photoProbability();
    }

    @Test
    void lone_tiles_do_not_make_a_crack_but_a_line_of_them_does() {
        assertThat(photo("......", "..#...", "......", "......")).isLessThan(0.6);
        assertThat(photo("......", "..##..", "......", "......")).isGreaterThan(0.9);
        assertThat(photo("#..#..", "......", "......", "...#..")).isLessThan(0.6);
        assertThat(photo("..#...", "..#...", "..#...", "..#...")).isGreaterThan(0.9);
        assertThat(photo("#.....", ".##...", "...#..", "......")).isGreaterThan(0.9);
    }

    @Test
    void a_clean_photo_has_the_probability_of_its_calm_tiles() {
        assertThat(photo("......", "......", "......")).isCloseTo(0.02, within(1e-9));
        assertThat(linker(map("......", "......")).evidence(0.5)).isEmpty();
    }

    @Test
    void a_photo_of_one_tile_is_judged_by_it() {
        assertThat(photo("#")).isCloseTo(0.99, within(1e-9));
    }

    @Test
    void two_cracks_apart_are_two_pieces_of_evidence_most_probable_first() {
        List<Evidence> evidence =
                linker(map("+++.....", "+.......", "......##", "......##")).evidence(0.5);
        assertThat(evidence).hasSize(2);
        assertThat(evidence.getFirst().probability()).isCloseTo(0.99, within(1e-6));
        assertThat(evidence.getFirst().left()).isEqualTo(6 * 128);
        assertThat(evidence.getFirst().top()).isEqualTo(2 * 128);
        assertThat(evidence.getFirst().right()).isEqualTo(7 * 128 + 256);
        assertThat(evidence.getLast().tiles()).hasSize(4);
    }

    @Test
    void the_best_evidence_has_the_photos_probability() {
        EvidenceLinker linker = linker(map("#.....", ".##...", "...+..", "......"));
        assertThat(linker.evidence(0.5).getFirst().probability()).isEqualTo(linker.photoProbability());
    }

    @Test
    void evidence_lists_the_tiles_that_speak_not_their_calm_neighbours() {
        List<Evidence> evidence = linker(map("......", "####..", "......")).evidence(0.5);
        assertThat(evidence)
                .singleElement()
                .satisfies(e ->
                        assertThat(e.tiles()).allSatisfy(t -> assertThat(t.y()).isEqualTo(128)));
    }

    @Test
    void a_probability_of_exactly_one_or_zero_does_not_break_the_sum() {
        CrackMap extreme = new CrackMap(
                400, 300, 2, 1, List.of(new TileScore(0, 0, 256, 256, 1), new TileScore(128, 0, 256, 256, 0)));
        assertThat(linker(extreme).photoProbability()).isBetween(0.0, 1.0);
    }

    @Test
    void the_photo_calibration_moves_the_photo_and_its_evidence_alike() {
        CrackMap block = map("##....", "##....", "......");
        EvidenceLinker calm = new EvidenceLinker(block, new PhotoCalibration(0.5, -1, 0), 0.5);
        assertThat(calm.photoProbability()).isCloseTo(1 / (1 + Math.exp(-(0.5 * Math.log(99) - 1))), within(1e-6));
        assertThat(calm.evidence(0.5).getFirst().probability()).isEqualTo(calm.photoProbability());
    }

    @Test
    void what_is_remarkable_in_a_crop_is_less_so_in_a_whole_photo() {
        PhotoCalibration calibration = new PhotoCalibration(1, 0, 0.5);
        EvidenceLinker crop = new EvidenceLinker(map("##", "##"), calibration, 0.5);
        EvidenceLinker photo = new EvidenceLinker(map("##....", "##....", "......"), calibration, 0.5);
        assertThat(crop.photoProbability())
                .isCloseTo(1 / (1 + Math.exp(-(Math.log(99) - 0.5 * Math.log(4)))), within(1e-6));
        assertThat(photo.photoProbability())
                .isCloseTo(1 / (1 + Math.exp(-(Math.log(99) - 0.5 * Math.log(18)))), within(1e-6));
        assertThat(photo.evidence(0.5).getFirst().probability()).isEqualTo(photo.photoProbability());
    }

    @Test
    void beyond_what_was_measured_more_tiles_count_no_further() {
        PhotoCalibration calibration = new PhotoCalibration(1, 0, 0.5);
        assertThat(calibration.probability(2, 120)).isGreaterThan(calibration.probability(2, 121));
        assertThat(calibration.probability(2, 900)).isEqualTo(calibration.probability(2, 121));
    }
}
