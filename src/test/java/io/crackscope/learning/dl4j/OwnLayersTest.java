package io.crackscope.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.imaging.Picture;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkLayer;
import io.crackscope.learning.NetworkLayer.Addition;
import io.crackscope.learning.NetworkLayer.BatchNormalisation;
import io.crackscope.learning.NetworkLayer.Convolution;
import io.crackscope.learning.NetworkLayer.Dense;
import io.crackscope.learning.NetworkLayer.GlobalPooling;
import io.crackscope.learning.NetworkLayer.MaxPooling;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetBlueprints;
import io.crackscope.samples.SampleTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Our convolution, batch normalisation and pooling give what DL4J's own, slower layers give. */
class OwnLayersTest {
    static Stream<NetworkBlueprint> networks() {
        return Stream.of(
                PresetBlueprints.of(NetworkPreset.SEED_CNN),
                withoutChance(PresetBlueprints.of(NetworkPreset.CRACKNET, 128)),
                // odd sides, even and odd padding, a first layer that leaves a rest, a rectifier behind a convolution
                new NetworkBlueprint(
                        47,
                        2,
                        -1,
                        List.of(
                                new Convolution("a", NetworkBlueprint.INPUT, 4, 2, 8, false, true, true),
                                new Convolution("b", "a", 3, 2, 16, true, false, false),
                                new BatchNormalisation("b.n", "b", false),
                                new Convolution("c", "b.n", 3, 1, 16, true, true, true),
                                new Addition("d", "b.n", "c"),
                                new MaxPooling("e", "d", 2, 2),
                                new MaxPooling("f", "e", 3, 1),
                                new GlobalPooling("g", "f", true),
                                new Dense("h", "g", 2, false))));
    }

    /** The same network without dropout, whose draws differ between two graphs. */
    private static NetworkBlueprint withoutChance(NetworkBlueprint network) {
        List<NetworkLayer> layers = new ArrayList<>();
        for (NetworkLayer layer : network.layers()) {
            switch (layer) {
                case NetworkLayer.Dropout d -> {}
                case Dense d -> layers.add(new Dense(d.name(), "both", d.units(), d.relu()));
                default -> layers.add(layer);
            }
        }
        return new NetworkBlueprint(network.inputSize(), network.scale(), network.offset(), layers);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void answers_in_use_equal_those_of_dl4js_layers(NetworkBlueprint network) {
        float[] weights = Models.random(network, 4);
        INDArray tiles = tiles(network);
        INDArray ours = GraphFactory.inference(network, weights).output(false, tiles)[0];
        INDArray plain = PlainGraphs.of(network, weights).output(false, tiles)[0];
        assertThat(distance(ours, plain)).isLessThan(1e-5);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradients_equal_those_of_dl4js_layers(NetworkBlueprint network) {
        float[] weights = Models.random(network, 4);
        ComputationGraph ours = GraphFactory.training(network, new NoOp(), 0, 1);
        GraphFactory.setWeights(ours, network, weights);
        INDArray plain = gradient(PlainGraphs.of(network, weights), network);
        // rounding lets a few rectifiers near zero switch; a wrong formula is off by a hundred times as much
        assertThat(distance(gradient(ours, network), plain)).isLessThan(5e-4);
    }

    @Test
    void the_convolutions_run_in_onednn() {
        assertThat(Dl4jExamination.oneDnnInUse()).isTrue();
    }

    private static INDArray tiles(NetworkBlueprint network) {
        List<Picture> tiles = new SampleTiles(network.inputSize(), 9)
                .first(4)
                .map(t -> t.picture())
                .toList();
        return new TileBatches(network).batch(tiles).tiles();
    }

    private static INDArray gradient(ComputationGraph graph, NetworkBlueprint network) {
        graph.setInputs(tiles(network));
        graph.setLabels(Nd4j.createFromArray(new float[][] {{1, 1}, {0, 1}, {1, 0.5f}, {0, 2}}));
        graph.computeGradientAndScore();
        return graph.gradient().gradient().dup('c');
    }

    private static double distance(INDArray one, INDArray other) {
        assertThat(other.norm2Number().doubleValue()).isPositive();
        return one.sub(other).norm2Number().doubleValue() / other.norm2Number().doubleValue();
    }
}
