package io.crackscope.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.imaging.Picture;
import io.crackscope.learning.dl4j.Dl4jClassifier;
import io.crackscope.learning.onnx.OnnxClassifier;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GrownNetworkTest {
    private static final StoredModel SMALL = Models.random(NetworkPreset.CRACKNET, 5);
    private static final NetworkBlueprint LARGE = PresetBlueprints.of(NetworkPreset.CRACKNET_LARGE);

    private static StoredModel grown(long seed) {
        float[] weights = GrownNetwork.weights(SMALL.network(), SMALL.weights(), LARGE, seed)
                .orElseThrow();
        return new StoredModel(SMALL.description(), LARGE, weights);
    }

    private static Picture noise(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        new Random(1).nextBytes(rgb);
        return new Picture(width, height, rgb);
    }

    private static void judgesAlike(Function<StoredModel, CrackClassifier> engine) {
        Picture photo = noise(640, 512);
        try (CrackClassifier before = engine.apply(SMALL);
                CrackClassifier after = engine.apply(grown(1))) {
            assertThat(after.scan(photo)).containsExactly(before.scan(photo), within(1e-4));
        }
    }

    @Test
    void a_grown_network_judges_as_the_small_one_did_in_both_engines() {
        judgesAlike(model -> new OnnxClassifier(model, 1));
        judgesAlike(Dl4jClassifier::new);
    }

    @Test
    void the_large_network_judges_tiles_of_a_photo_as_it_does_alone() {
        Picture photo = noise(640, 512);
        try (CrackClassifier large = new OnnxClassifier(Models.random(NetworkPreset.CRACKNET_LARGE, 7), 1)) {
            assertThat(large.scan(photo)).containsExactly(TileScan.tileByTile(large, photo), within(1e-4));
        }
    }

    @Test
    void what_is_new_is_drawn_from_the_seed() {
        assertThat(grown(1).weights()).isEqualTo(grown(1).weights()).isNotEqualTo(grown(2).weights());
    }

    @Test
    void an_equal_network_keeps_its_weights() {
        assertThat(GrownNetwork.weights(SMALL.network(), SMALL.weights(), SMALL.network(), 1))
                .hasValue(SMALL.weights());
    }

    @Test
    void a_network_does_not_shrink_and_does_not_grow_into_a_stranger() {
        StoredModel seed = Models.random(NetworkPreset.SEED_CNN, 5);
        assertThat(GrownNetwork.weights(LARGE, grown(1).weights(), SMALL.network(), 1))
                .isEmpty();
        assertThat(GrownNetwork.weights(seed.network(), seed.weights(), LARGE, 1))
                .isEmpty();
        NetworkBlueprint readme = PresetBlueprints.of(NetworkPreset.README_CNN);
        assertThat(GrownNetwork.weights(seed.network(), seed.weights(), readme, 1))
                .isEmpty();
    }

    @Test
    void whether_a_network_goes_on_in_another_is_known_without_weights() {
        NetworkBlueprint seed = PresetBlueprints.of(NetworkPreset.SEED_CNN);
        assertThat(GrownNetwork.isPossible(SMALL.network(), SMALL.network())).isTrue();
        assertThat(GrownNetwork.isPossible(SMALL.network(), LARGE)).isTrue();
        assertThat(GrownNetwork.isPossible(LARGE, SMALL.network())).isFalse();
        assertThat(GrownNetwork.isPossible(seed, LARGE)).isFalse();
    }
}
