package io.crackscope.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.learning.NetworkLayer.Convolution;
import io.crackscope.learning.NetworkLayer.Dense;
import io.crackscope.learning.NetworkLayer.Dropout;
import io.crackscope.learning.NetworkLayer.GlobalPooling;
import io.crackscope.learning.NetworkLayer.MaxPooling;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetBlueprintsTest {
    @Test
    void the_seed_network_has_the_notebooks_5121_parameters() {
        NetworkBlueprint seed = PresetBlueprints.of(NetworkPreset.SEED_CNN);
        assertThat(seed.trainableCount()).isEqualTo(5_121);
        assertThat(seed.sizes().get("pool2")).isEqualTo(new NetworkBlueprint.Size(32, 28));
    }

    @Test
    void the_readme_network_is_deep_pools_drops_out_and_ends_in_two_classes() {
        List<NetworkLayer> layers =
                PresetBlueprints.of(NetworkPreset.README_CNN).layers();
        assertThat(layers).filteredOn(Convolution.class::isInstance).hasSizeGreaterThan(2);
        assertThat(layers).filteredOn(MaxPooling.class::isInstance).isNotEmpty();
        assertThat(layers).filteredOn(Dropout.class::isInstance).isNotEmpty();
        assertThat(layers).filteredOn(Dense.class::isInstance).hasSizeGreaterThan(1);
        assertThat(((Dense) layers.getLast()).units()).isEqualTo(2);
    }

    @Test
    void the_least_input_size_is_the_least_that_the_network_goes_with() {
        for (NetworkPreset preset : NetworkPreset.values()) {
            assertThat(PresetBlueprints.of(preset, preset.leastInputSize()).trainableCount())
                    .isPositive();
        }
        for (NetworkPreset preset : List.of(NetworkPreset.CRACKNET, NetworkPreset.CRACKNET_LARGE)) {
            int tooSmall = preset.leastInputSize() - 1;
            assertThatThrownBy(() -> PresetBlueprints.of(preset, tooSmall))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void only_cracknets_read_pictures_of_any_size() {
        assertThat(PresetBlueprints.of(NetworkPreset.CRACKNET).fullyConvolutional())
                .isTrue();
        assertThat(PresetBlueprints.of(NetworkPreset.CRACKNET_LARGE).fullyConvolutional())
                .isTrue();
        assertThat(PresetBlueprints.of(NetworkPreset.SEED_CNN).fullyConvolutional())
                .isFalse();
        assertThat(PresetBlueprints.of(NetworkPreset.README_CNN).fullyConvolutional())
                .isFalse();
    }

    @Test
    void layers_that_do_not_fit_together_are_refused() {
        assertThatThrownBy(() -> new NetworkBlueprint(
                        32, 1, 0, List.of(new Convolution("c", "nowhere", 3, 1, 8, true, true, true))))
                .hasMessageContaining("unknown layer nowhere");
        assertThatThrownBy(() -> new NetworkBlueprint(
                        32,
                        1,
                        0,
                        List.of(
                                new GlobalPooling("m", NetworkBlueprint.INPUT, false),
                                new Dense("huge", "m", 100_000_000, false))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new NetworkBlueprint(32, 1, 0, List.of(new GlobalPooling("m", NetworkBlueprint.INPUT, false))))
                .hasMessageContaining("last layer");
    }
}
