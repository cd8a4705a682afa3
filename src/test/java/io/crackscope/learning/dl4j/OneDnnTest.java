package io.crackscope.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetBlueprints;
import io.crackscope.learning.StoredModel;
import io.crackscope.samples.SampleTiles;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

class OneDnnTest {
    private static final String DISABLE = "org.eclipse.deeplearning4j.helpers.disable";

    @Test
    void the_helpers_are_alive() {
        assertThat(OneDnn.alive()).isTrue();
        assertThat(helperOf(graph(NetworkPreset.SEED_CNN, true))).isNotNull();
    }

    @Test
    void without_them_the_plain_path_is_taken() {
        assertThat(helperOf(graph(NetworkPreset.SEED_CNN, false))).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkPreset.class,
            names = {"SEED_CNN", "CRACKNET"})
    void their_gradients_equal_those_of_the_plain_path(NetworkPreset preset) {
        double[] helped = gradient(graph(preset, true), preset);
        double[] plain = gradient(graph(preset, false), preset);
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < plain.length; i++) {
            difference += (helped[i] - plain[i]) * (helped[i] - plain[i]);
            norm += plain[i] * plain[i];
        }
        assertThat(norm).isPositive();
        assertThat(Math.sqrt(difference / norm)).isLessThan(1e-4);
    }

    private static Object helperOf(ComputationGraph graph) {
        for (var layer : graph.getLayers()) {
            if (layer instanceof ConvolutionLayer convolution) {
                return convolution.getHelper();
            }
        }
        throw new IllegalStateException("no convolution");
    }

    private static ComputationGraph graph(NetworkPreset preset, boolean helped) {
        String before = System.getProperty(DISABLE);
        System.setProperty(DISABLE, Boolean.toString(!helped));
        try {
            StoredModel model = Models.random(preset, 4);
            NetworkBlueprint blueprint = PresetBlueprints.of(preset);
            ComputationGraph graph = GraphFactory.training(blueprint, new NoOp(), 1);
            GraphFactory.setWeights(graph, blueprint, model.weights());
            return graph;
        } finally {
            if (before == null) {
                System.clearProperty(DISABLE);
            } else {
                System.setProperty(DISABLE, before);
            }
        }
    }

    private static double[] gradient(ComputationGraph graph, NetworkPreset preset) {
        TileBatches batches = new TileBatches(PresetBlueprints.of(preset));
        List<io.crackscope.imaging.Picture> tiles = new SampleTiles(preset.inputSize(), 9)
                .first(4)
                .map(t -> t.picture())
                .toList();
        INDArray labels = Nd4j.createFromArray(new float[][] {{1, 1}, {0, 1}, {1, 0.5f}, {0, 2}});
        graph.setInputs(batches.features(tiles));
        graph.setLabels(labels);
        graph.computeGradientAndScore();
        return graph.gradient().gradient().dup('c').data().asDouble();
    }
}
