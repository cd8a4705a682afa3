package io.crackscope.bench;

import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkLayer;
import java.util.ArrayList;
import java.util.List;

/** A network whose dropout layers drop nothing: two engines can only agree where nothing is drawn. */
final class WithoutDropout {
    private WithoutDropout() {}

    static NetworkBlueprint of(NetworkBlueprint network) {
        List<NetworkLayer> layers = new ArrayList<>();
        for (NetworkLayer layer : network.layers()) {
            layers.add(
                    layer instanceof NetworkLayer.Dropout d ? new NetworkLayer.Dropout(d.name(), d.input(), 0) : layer);
        }
        return new NetworkBlueprint(network.inputSize(), network.scale(), network.offset(), layers);
    }
}
