package io.crackscope.bench;

import io.crackscope.domain.ModelCard;
import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkLayer;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetBlueprints;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.learning.StoredModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Networks as the benchmarks need them, and what they cost. */
final class Networks {
    private Networks() {}

    /** The network of {@code preset} at the size at which it is trained when nobody says otherwise. */
    static NetworkBlueprint of(NetworkPreset preset) {
        return PresetBlueprints.of(
                preset, PresetDefaults.plan(preset, PresetDefaults.SEED).inputSize());
    }

    /**
     * Multiplications of a weight with a value that one picture of the network's input size needs, going forward. Every
     * weight of a kernel counts once for each place that its layer gives, every weight of a dense layer once;
     * normalisation, rectifiers and pooling do not count.
     */
    static long multiplyAdds(NetworkBlueprint network) {
        long sum = 0;
        for (NetworkBlueprint.Weights weights : network.weights()) {
            if (weights.role().equals("W")) {
                int side = network.sizes().get(weights.layer()).side();
                sum += (long) weights.length() * (side == 0 ? 1 : side * side);
            }
        }
        return sum;
    }

    /**
     * The same for a step of training: forward, the gradient of the weights, and the gradient of what a layer reads, which
     * the first layer with weights need not have.
     */
    static long trainingMultiplyAdds(NetworkBlueprint network) {
        NetworkBlueprint.Weights first = network.weights().getFirst();
        int side = network.sizes().get(first.layer()).side();
        return 3 * multiplyAdds(network) - (long) first.length() * side * side;
    }

    /** The same network with dropout that drops nothing: two engines can only agree where nothing is drawn. */
    static NetworkBlueprint withoutDropout(NetworkBlueprint network) {
        List<NetworkLayer> layers = new ArrayList<>();
        for (NetworkLayer layer : network.layers()) {
            layers.add(
                    layer instanceof NetworkLayer.Dropout d ? new NetworkLayer.Dropout(d.name(), d.input(), 0) : layer);
        }
        return new NetworkBlueprint(network.inputSize(), network.scale(), network.offset(), layers);
    }

    /** A model that nobody trained, with weights drawn so that values neither vanish nor explode. */
    static StoredModel untrained(NetworkBlueprint network) {
        Random random = new Random(1);
        float[] all = new float[network.weightCount()];
        int at = 0;
        for (NetworkBlueprint.Weights weights : network.weights()) {
            int end = at + weights.length();
            switch (weights.role()) {
                case "W" -> {
                    List<Integer> shape = weights.shape();
                    int fanIn = shape.size() == 2 ? shape.getFirst() : weights.length() / shape.getFirst();
                    for (int i = at; i < end; i++) {
                        all[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / fanIn));
                    }
                }
                case "gamma", "var" -> Arrays.fill(all, at, end, 1);
                default -> {
                    // zero
                }
            }
            at = end;
        }
        return model(network, all);
    }

    /** {@code network} with these weights as a model file holds it. */
    static StoredModel model(NetworkBlueprint network, float[] weights) {
        ModelCard card = new ModelCard(
                "benchmark",
                "benchmark",
                "2026-01-01",
                List.of(),
                List.of(),
                "random",
                0,
                0,
                0,
                1,
                0,
                0,
                Optional.empty(),
                List.of());
        ModelDescription description = new ModelDescription(
                card,
                network.inputSize(),
                network.inputSize(),
                Math.max(1, network.inputSize() / 2),
                1,
                0.5,
                PhotoCalibration.NONE,
                new VerdictThresholds(0.5, 0.9));
        return new StoredModel(description, network, weights);
    }
}
