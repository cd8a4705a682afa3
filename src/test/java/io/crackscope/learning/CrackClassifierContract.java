package io.crackscope.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.imaging.Picture;
import io.crackscope.samples.SampleTiles;
import io.crackscope.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every classifier promises; run on the fake, on DL4J and on ONNX Runtime. */
public abstract class CrackClassifierContract {
    private final List<CrackClassifier> open = new ArrayList<>();

    /** A new classifier for the model of {@link Models#random} of this preset and seed 3. */
    protected abstract CrackClassifier classifier(NetworkPreset preset);

    private CrackClassifier opened(NetworkPreset preset) {
        CrackClassifier classifier = classifier(preset);
        open.add(classifier);
        return classifier;
    }

    @AfterEach
    void close() {
        open.forEach(CrackClassifier::close);
        open.forEach(CrackClassifier::close);
    }

    private static List<Picture> tiles(int count, int size) {
        return new SampleTiles(size, 5).first(count).map(t -> t.picture()).toList();
    }

    @Test
    void probabilities_are_probabilities_and_differ_between_tiles() {
        for (NetworkPreset preset : NetworkPreset.values()) {
            double[] probabilities = opened(preset).classify(tiles(8, preset.inputSize()));
            assertThat(probabilities).hasSize(8);
            for (double p : probabilities) {
                assertThat(p).isBetween(0.0, 1.0);
            }
            assertThat(probabilities[0]).isNotEqualTo(probabilities[1]);
        }
    }

    @Test
    void a_tile_is_judged_the_same_alone_and_in_company() {
        for (NetworkPreset preset : NetworkPreset.values()) {
            CrackClassifier classifier = opened(preset);
            List<Picture> tiles = tiles(37, preset.inputSize());
            double[] together = classifier.classify(tiles);
            for (int i : new int[] {0, 16, 36}) {
                assertThat(classifier.classify(List.of(tiles.get(i)))[0]).isCloseTo(together[i], within(1e-5));
            }
        }
    }

    @Test
    void no_tiles_give_no_probabilities() {
        assertThat(opened(NetworkPreset.CRACKNET).classify(List.of())).isEmpty();
    }

    @Test
    void tiles_of_any_size_are_judged() {
        List<Picture> mixed = List.of(
                tiles(1, 64).getFirst(), tiles(1, 300).getFirst(), tiles(1, 227).getFirst());
        assertThat(opened(NetworkPreset.SEED_CNN).classify(mixed)).hasSize(3);
    }

    @Test
    void a_region_of_one_window_gives_that_windows_probability() {
        for (NetworkPreset preset : List.of(NetworkPreset.CRACKNET, NetworkPreset.SEED_CNN)) {
            CrackClassifier classifier = opened(preset);
            Picture tile = tiles(1, preset.window()).getFirst();
            assertThat(classifier.scan(tile)).hasSize(1);
            assertThat(classifier.scan(tile)[0]).isCloseTo(classifier.classify(List.of(tile))[0], within(1e-5));
        }
    }

    @Test
    void a_region_is_scanned_row_by_row_and_its_rest_is_left_out() {
        CrackClassifier classifier = opened(NetworkPreset.CRACKNET);
        Picture region = tiles(1, 256 + 2 * 128 + 50).getFirst().region(0, 0, 256 + 2 * 128 + 50, 256 + 128 + 127);
        assertThat(classifier.scan(region)).hasSize(3 * 2);
    }

    @Test
    void regions_are_scanned_in_order_as_each_is_when_cut_out() {
        for (NetworkPreset preset : List.of(NetworkPreset.CRACKNET, NetworkPreset.SEED_CNN)) {
            CrackClassifier classifier = opened(preset);
            int window = preset.window();
            Picture picture = tiles(1, window + 300).getFirst();
            List<Region> regions = List.of(
                    new Region(picture, 0, 0, window + 300, window + 140),
                    new Region(picture, 130, 7, window, window + 20),
                    Region.whole(picture),
                    new Region(picture, 300, 300, window, window));
            List<double[]> scans = classifier.scanAll(regions, new Cancellation());
            assertThat(scans).hasSize(4);
            for (int i = 0; i < scans.size(); i++) {
                double[] alone = classifier.scan(regions.get(i).cut());
                assertThat(scans.get(i)).containsExactly(alone, within(1e-5));
            }
        }
    }

    @Test
    void a_cancelled_scan_of_regions_is_not_finished() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        CrackClassifier classifier = opened(NetworkPreset.CRACKNET);
        List<Region> regions = List.of(Region.whole(tiles(1, 256).getFirst()));
        assertThatThrownBy(() -> classifier.scanAll(regions, cancelled)).isInstanceOf(CancellationException.class);
    }

    @Test
    void a_tile_inside_a_region_is_judged_as_if_it_were_alone() {
        CrackClassifier classifier = opened(NetworkPreset.CRACKNET);
        Picture region = tiles(1, 256 + 3 * 128).getFirst();
        double[] scanned = classifier.scan(region);
        assertThat(scanned).hasSize(4 * 4);
        for (int i = 0; i < scanned.length; i++) {
            Picture tile = region.region(i % 4 * 128, i / 4 * 128, 256, 256);
            assertThat(classifier.classify(List.of(tile))[0]).isCloseTo(scanned[i], within(1e-4));
        }
    }

    @Test
    void the_model_is_described() {
        assertThat(opened(NetworkPreset.CRACKNET).model().card().name()).isEqualTo("random cracknet");
    }
}
