package io.crackscope.learning.dl4j;

import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkLayer;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

/** Graphs of DL4J's own layers only: what ours are compared with. */
final class PlainGraphs {
    private final GraphBuilder graph;
    private final NetworkBlueprint network;
    private final Map<String, String> outputs = new HashMap<>(Map.of(NetworkBlueprint.INPUT, NetworkBlueprint.INPUT));

    private PlainGraphs(NetworkBlueprint network) {
        this.network = network;
        graph = new NeuralNetConfiguration.Builder()
                .updater(new NoOp())
                .graphBuilder()
                .addInputs(NetworkBlueprint.INPUT)
                .setOutputs(network.layers().getLast().name())
                .setInputTypes(InputType.convolutional(network.inputSize(), network.inputSize(), 3));
    }

    /** A graph of {@code network} with these weights. */
    static ComputationGraph of(NetworkBlueprint network, float[] weights) {
        PlainGraphs builder = new PlainGraphs(network);
        network.layers().forEach(builder::add);
        ComputationGraph graph = new ComputationGraph(builder.graph.build());
        graph.init();
        GraphFactory.setWeights(graph, network, weights);
        return graph;
    }

    private void add(NetworkLayer layer) {
        String name = layer.name();
        String[] in = layer.inputs().stream().map(outputs::get).toArray(String[]::new);
        outputs.put(name, name);
        switch (layer) {
            case NetworkLayer.Convolution c -> {
                graph.addLayer(
                        name,
                        new ConvolutionLayer.Builder(c.kernel(), c.kernel())
                                .stride(c.stride(), c.stride())
                                .nOut(c.channels())
                                .convolutionMode(c.same() ? ConvolutionMode.Same : ConvolutionMode.Truncate)
                                .hasBias(c.bias())
                                .activation(Activation.IDENTITY)
                                .build(),
                        in);
                rectify(name, c.relu());
            }
            case NetworkLayer.BatchNormalisation b -> {
                graph.addLayer(
                        name,
                        new BatchNormalization.Builder()
                                .eps(NetworkLayer.BatchNormalisation.EPSILON)
                                .useLogStd(false)
                                .build(),
                        in);
                rectify(name, b.relu());
            }
            case NetworkLayer.MaxPooling p ->
                graph.addLayer(
                        name,
                        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                                .kernelSize(p.size(), p.size())
                                .stride(p.stride(), p.stride())
                                .build(),
                        in);
            case NetworkLayer.Addition a -> {
                graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), in);
                rectify(name, true);
            }
            case NetworkLayer.GlobalPooling g ->
                graph.addLayer(
                        name, new GlobalPoolingLayer.Builder(g.max() ? PoolingType.MAX : PoolingType.AVG).build(), in);
            case NetworkLayer.Concatenation c -> graph.addVertex(name, new MergeVertex(), in);
            case NetworkLayer.Dense d ->
                graph.addLayer(
                        name,
                        new OutputLayer.Builder(new LogitLoss())
                                .nOut(d.units())
                                .activation(Activation.IDENTITY)
                                .build(),
                        in);
            default -> throw new IllegalArgumentException("not compared: " + layer);
        }
    }

    private void rectify(String name, boolean relu) {
        if (relu) {
            outputs.put(name, name + ".plain");
            graph.addLayer(
                    name + ".plain",
                    new ActivationLayer.Builder().activation(Activation.RELU).build(),
                    name);
        }
    }
}
