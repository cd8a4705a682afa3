package io.crackscope.learning.dl4j;

import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkBlueprint.Size;
import io.crackscope.learning.NetworkLayer;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/** Builds DL4J graphs from blueprints and moves weights in and out of them. Always NCHW, the layout that our own layers read. */
final class GraphFactory {
    private GraphFactory() {}

    /** A graph with weights drawn from {@code seed}: He where batch normalisation follows, else Glorot as in Keras. */
    static ComputationGraph training(NetworkBlueprint blueprint, IUpdater updater, double weightDecay, long seed) {
        return build(blueprint, updater, weightDecay, seed);
    }

    /** A graph with these weights, for inference only. */
    static ComputationGraph inference(NetworkBlueprint blueprint, float[] weights) {
        ComputationGraph graph = build(blueprint, new NoOp(), 0, 0);
        setWeights(graph, blueprint, weights);
        return graph;
    }

    private static ComputationGraph build(NetworkBlueprint blueprint, IUpdater updater, double weightDecay, long seed) {
        boolean normalised = blueprint.layers().stream().anyMatch(NetworkLayer.BatchNormalisation.class::isInstance);
        NeuralNetConfiguration.Builder general = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(normalised ? WeightInit.RELU : WeightInit.XAVIER_UNIFORM)
                .updater(updater);
        if (weightDecay > 0) {
            general.weightDecay(weightDecay);
        }
        GraphBuilder graph = general.graphBuilder()
                .addInputs(NetworkBlueprint.INPUT)
                .setOutputs(blueprint.layers().getLast().name());
        for (NetworkLayer layer : blueprint.layers()) {
            add(graph, layer, layer == blueprint.layers().getLast(), blueprint);
        }
        Size input = blueprint.sizes().get(NetworkBlueprint.INPUT);
        ComputationGraphConfiguration configuration = graph.setInputTypes(
                        InputType.convolutional(input.side(), input.side(), input.channels()))
                .build();
        configuration.setTrainingWorkspaceMode(WorkspaceMode.ENABLED);
        configuration.setInferenceWorkspaceMode(WorkspaceMode.ENABLED);
        ComputationGraph result = new ComputationGraph(configuration);
        result.init();
        return result;
    }

    private static void add(GraphBuilder graph, NetworkLayer layer, boolean last, NetworkBlueprint blueprint) {
        String name = layer.name();
        switch (layer) {
            case NetworkLayer.Convolution c -> {
                boolean first = input(c.input(), blueprint).equals(NetworkBlueprint.INPUT);
                graph.addLayer(
                        name,
                        DirectConvolution.of(c.kernel(), c.stride(), c.channels(), c.same(), c.bias(), first),
                        input(c.input(), blueprint));
                if (c.relu() && !pooledOnly(c, blueprint)) {
                    rectify(graph, name);
                }
            }
            case NetworkLayer.BatchNormalisation b ->
                graph.addLayer(name, new NormalisedRectifier(b.relu()), input(b.input(), blueprint));
            case NetworkLayer.MaxPooling p -> {
                if (isTwoByTwo(p)) {
                    boolean rectified = layer(p.input(), blueprint) instanceof NetworkLayer.Convolution c
                            && c.relu()
                            && pooledOnly(c, blueprint);
                    graph.addLayer(name, new RectifiedMaximum(rectified), input(p.input(), blueprint));
                } else {
                    graph.addLayer(
                            name,
                            new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                                    .kernelSize(p.size(), p.size())
                                    .stride(p.stride(), p.stride())
                                    .build(),
                            input(p.input(), blueprint));
                }
            }
            case NetworkLayer.Addition a -> {
                graph.addVertex(
                        name + ".plain",
                        new ElementWiseVertex(ElementWiseVertex.Op.Add),
                        input(a.first(), blueprint),
                        input(a.second(), blueprint));
                graph.addLayer(
                        name,
                        new ActivationLayer.Builder()
                                .activation(Activation.RELU)
                                .build(),
                        name + ".plain");
            }
            case NetworkLayer.GlobalPooling g ->
                graph.addLayer(
                        name,
                        new GlobalPoolingLayer.Builder(g.max() ? PoolingType.MAX : PoolingType.AVG).build(),
                        input(g.input(), blueprint));
            case NetworkLayer.Concatenation c ->
                graph.addVertex(name, new MergeVertex(), input(c.first(), blueprint), input(c.second(), blueprint));
            case NetworkLayer.Flattening f -> {
                Size in = blueprint.sizes().get(f.input());
                graph.addVertex(
                        name,
                        new PreprocessorVertex(new CnnToFeedForwardPreProcessor(in.side(), in.side(), in.channels())),
                        input(f.input(), blueprint));
            }
            case NetworkLayer.Dropout d ->
                // DL4J's argument is the share that is kept
                graph.addLayer(name, new DropoutLayer.Builder(1 - d.rate()).build(), input(d.input(), blueprint));
            case NetworkLayer.Dense d
            when last ->
                graph.addLayer(
                        name,
                        new OutputLayer.Builder(new LogitLoss())
                                .nOut(d.units())
                                .activation(Activation.IDENTITY)
                                .build(),
                        input(d.input(), blueprint));
            case NetworkLayer.Dense d ->
                graph.addLayer(
                        name,
                        new DenseLayer.Builder()
                                .nOut(d.units())
                                .activation(activation(d.relu()))
                                .build(),
                        input(d.input(), blueprint));
        }
    }

    /** The vertex of the graph whose values {@code name} of the blueprint stands for. */
    private static String input(String name, NetworkBlueprint blueprint) {
        return switch (layer(name, blueprint)) {
            case NetworkLayer.Convolution c when c.relu() && !pooledOnly(c, blueprint) -> rectified(name);
            case null, default -> name;
        };
    }

    private static @Nullable NetworkLayer layer(String name, NetworkBlueprint blueprint) {
        return blueprint.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether all that read {@code c} take 2 x 2 maxima: the rectifier then moves behind them, which changes nothing. */
    private static boolean pooledOnly(NetworkLayer.Convolution c, NetworkBlueprint blueprint) {
        return blueprint.layers().stream()
                .filter(layer -> layer.inputs().contains(c.name()))
                .allMatch(layer -> layer instanceof NetworkLayer.MaxPooling p && isTwoByTwo(p));
    }

    private static boolean isTwoByTwo(NetworkLayer.MaxPooling p) {
        return p.size() == 2 && p.stride() == 2;
    }

    private static void rectify(GraphBuilder graph, String name) {
        graph.addLayer(
                rectified(name),
                new ActivationLayer.Builder().activation(Activation.RELU).build(),
                name);
    }

    private static String rectified(String name) {
        return name + ".relu";
    }

    private static Activation activation(boolean relu) {
        return relu ? Activation.RELU : Activation.IDENTITY;
    }

    /** All weights of {@code graph} in the blueprint's order and shape, row-major. */
    static float[] weights(ComputationGraph graph, NetworkBlueprint blueprint) {
        float[] all = new float[blueprint.weightCount()];
        int at = 0;
        for (NetworkBlueprint.Weights weights : blueprint.weights()) {
            float[] values = graph.getParam(weights.layer() + "_" + weights.role())
                    .dup('c')
                    .data()
                    .asFloat();
            System.arraycopy(values, 0, all, at, values.length);
            at += values.length;
        }
        return all;
    }

    /** Sets all weights of {@code graph} from the blueprint's order. */
    static void setWeights(ComputationGraph graph, NetworkBlueprint blueprint, float[] all) {
        int at = 0;
        for (NetworkBlueprint.Weights weights : blueprint.weights()) {
            INDArray target = graph.getParam(weights.layer() + "_" + weights.role());
            float[] values = Arrays.copyOfRange(all, at, at + weights.length());
            target.assign(Nd4j.create(values, target.shape(), 'c'));
            at += values.length;
        }
    }
}
