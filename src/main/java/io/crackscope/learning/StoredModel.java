package io.crackscope.learning;

import java.util.Arrays;

/**
 * What a model file holds.
 *
 * @param description card, sizes, temperature and thresholds
 * @param network architecture
 * @param weights all arrays of {@link NetworkBlueprint#weights()} one behind the other, each row-major
 */
public record StoredModel(ModelDescription description, NetworkBlueprint network, float[] weights) {
    public StoredModel {
        if (weights.length != network.weightCount()) {
            throw new IllegalArgumentException(
                    "the network has " + network.weightCount() + " weights, not " + weights.length);
        }
    }

    /** The same network with another description. */
    public StoredModel with(ModelDescription other) {
        return new StoredModel(other, network, weights);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredModel that
                && description.equals(that.description)
                && network.equals(that.network)
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * description.hashCode() + Arrays.hashCode(weights);
    }
}
