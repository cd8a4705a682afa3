package io.crackscope.learning;

import io.crackscope.domain.ModelCard;
import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.VerdictThresholds;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Small models for tests. */
public final class Models {
    private Models() {}

    /** A card with this name. */
    public static ModelCard card(String name) {
        return new ModelCard(
                name,
                "cracknet",
                "2026-11-23",
                List.of("generated tiles"),
                List.of("none needed"),
                "grouped, seed 1",
                10,
                5,
                5,
                1,
                3,
                2,
                Optional.empty(),
                List.of("for tests only"));
    }

    /** A model of {@code preset} with weights drawn from {@code seed}, lively enough to tell tiles apart. */
    public static StoredModel random(NetworkPreset preset, long seed) {
        NetworkBlueprint network = PresetBlueprints.of(preset);
        return new StoredModel(
                new ModelDescription(
                        card("random " + preset.word()),
                        preset.inputSize(),
                        preset.window(),
                        preset.stride(),
                        2.0,
                        0.5,
                        PhotoCalibration.NONE,
                        new VerdictThresholds(0.5, 0.9)),
                network,
                random(network, seed));
    }

    /** Weights for {@code network} drawn from {@code seed}. */
    public static float[] random(NetworkBlueprint network, long seed) {
        Random random = new Random(seed);
        float[] weights = new float[network.weightCount()];
        int at = 0;
        for (NetworkBlueprint.Weights array : network.weights()) {
            int inputs = Math.max(1, array.length() / array.shape().getFirst());
            if (array.shape().size() == 2) {
                inputs = array.shape().getFirst();
            }
            for (int i = 0; i < array.length(); i++) {
                weights[at++] = (float)
                        switch (array.role()) {
                            case "W" -> random.nextGaussian() * Math.sqrt(2.0 / inputs);
                            case "var" -> 0.5 + random.nextDouble();
                            case "gamma" -> 0.8 + 0.4 * random.nextDouble();
                            default -> random.nextGaussian() * 0.1;
                        };
            }
        }
        return weights;
    }
}
