package io.crackscope.learning;

import io.crackscope.work.Digests;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a model file holds.
 *
 * @param description card, sizes, temperature and thresholds
 * @param network architecture
 * @param weights all arrays of {@link NetworkBlueprint#weights()} one behind the other, each row-major
 * @param seen what it was trained on; empty where that is not known (older files)
 */
public record StoredModel(
        ModelDescription description, NetworkBlueprint network, float[] weights, Optional<SeenImages> seen) {
    public StoredModel {
        if (weights.length != network.weightCount()) {
            throw new IllegalArgumentException(
                    "the network has " + network.weightCount() + " weights, not " + weights.length);
        }
    }

    /** A model that does not know what it was trained on. */
    public StoredModel(ModelDescription description, NetworkBlueprint network, float[] weights) {
        this(description, network, weights, Optional.empty());
    }

    /** The same network with another description. */
    public StoredModel with(ModelDescription other) {
        return new StoredModel(other, network, weights, seen);
    }

    /** The same model that knows what it was trained on. */
    public StoredModel with(SeenImages images) {
        return new StoredModel(description, network, weights, Optional.of(images));
    }

    /** SHA-256 of the weights as a model file holds them, in hexadecimal. */
    public String weightsDigest() {
        return Digests.sha256(ModelFile.bytes(weights));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredModel that
                && description.equals(that.description)
                && network.equals(that.network)
                && Arrays.equals(weights, that.weights)
                && seen.equals(that.seen);
    }

    @Override
    public int hashCode() {
        return 31 * description.hashCode() + Arrays.hashCode(weights);
    }
}
