package io.crackscope.learning.onnx;

import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkBlueprint.Size;
import io.crackscope.learning.NetworkLayer;
import io.crackscope.learning.StoredModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;

/**
 * Writes a model as an ONNX graph, operator set 17. Batch normalisation is folded into the convolution before it.
 *
 * <p>Input {@code input}: float {@code [n, 3, height, width]}, RGB, value {@code v / 255 * scale + offset}. Output
 * {@code logit}: log-odds of a crack before the temperature. A fully convolutional network takes every height and width
 * of one input square plus whole strides and gives {@code [n, 1, rows, columns]}, one logit a window; one that ends in
 * pooling over the whole area takes every size and gives {@code [n, 1]}; any other takes its input size only.
 */
final class OnnxGraph {
    static final String INPUT = "input";
    static final String OUTPUT = "logit";

    private static final int OPERATOR_SET = 17;
    private static final int IR_VERSION = 8;

    private final StoredModel model;
    private final Map<String, String> metadata;
    private final NetworkBlueprint network;
    private final Map<String, Size> sizes;
    private final Map<String, float[]> weights = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final OnnxNodes nodes = new OnnxNodes();
    private final boolean dense;

    private OnnxGraph(StoredModel model, Map<String, String> metadata) {
        this.model = model;
        this.metadata = metadata;
        network = model.network();
        sizes = network.sizes();
        dense = network.fullyConvolutional();
        int at = 0;
        for (NetworkBlueprint.Weights array : network.weights()) {
            weights.put(key(array.layer(), array.role()), Arrays.copyOfRange(model.weights(), at, at + array.length()));
            at += array.length();
        }
    }

    /** The bytes of the ONNX file of {@code model} that says these things besides. */
    static byte[] bytes(StoredModel model, Map<String, String> metadata) {
        return new OnnxGraph(model, metadata).build().toByteArray();
    }

    private ModelProto build() {
        values.put(NetworkBlueprint.INPUT, INPUT);
        for (NetworkLayer layer : network.layers()) {
            add(layer);
        }
        finish(network.layers().getLast());
        int side = network.inputSize();
        if (dense) {
            nodes.input(INPUT, "n", "3", "height", "width");
            nodes.output(OUTPUT, "n", "1", "rows", "columns");
        } else {
            boolean fixed = network.layers().stream().anyMatch(NetworkLayer.Flattening.class::isInstance);
            String height = fixed ? Integer.toString(side) : "height";
            String width = fixed ? Integer.toString(side) : "width";
            nodes.input(INPUT, "n", "3", height, width);
            nodes.output(OUTPUT, "n", "1");
        }
        ModelProto.Builder file = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("CrackScope")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(nodes.graph());
        metadata.forEach((key, text) -> file.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(text)));
        return file.build();
    }

    private void add(NetworkLayer layer) {
        String name = layer.name();
        switch (layer) {
            case NetworkLayer.Convolution c -> convolution(c);
            case NetworkLayer.BatchNormalisation b ->
                values.put(name, b.relu() ? nodes.node("Relu", name, values.get(b.input())) : values.get(b.input()));
            case NetworkLayer.MaxPooling p ->
                values.put(
                        name,
                        nodes.node(
                                "MaxPool",
                                name,
                                List.of(values.get(p.input())),
                                OnnxNodes.ints("kernel_shape", p.size(), p.size()),
                                OnnxNodes.ints("strides", p.stride(), p.stride())));
            case NetworkLayer.Addition a ->
                values.put(
                        name,
                        nodes.node(
                                "Relu",
                                name,
                                nodes.node("Add", name + ".plain", values.get(a.first()), values.get(a.second()))));
            case NetworkLayer.GlobalPooling g -> globalPooling(g);
            case NetworkLayer.Concatenation c ->
                values.put(
                        name,
                        nodes.node(
                                "Concat",
                                name,
                                List.of(values.get(c.first()), values.get(c.second())),
                                OnnxNodes.attribute("axis", 1)));
            case NetworkLayer.Flattening f ->
                values.put(
                        name,
                        nodes.node("Flatten", name, List.of(values.get(f.input())), OnnxNodes.attribute("axis", 1)));
            case NetworkLayer.Dropout d -> values.put(name, values.get(d.input()));
            case NetworkLayer.Dense d -> dense(d);
        }
    }

    private void convolution(NetworkLayer.Convolution c) {
        float[] w = weights.get(key(c.name(), "W")).clone();
        float[] b = c.bias() ? weights.get(key(c.name(), "b")).clone() : new float[c.channels()];
        for (NetworkLayer layer : network.layers()) {
            if (layer instanceof NetworkLayer.BatchNormalisation n && n.input().equals(c.name())) {
                FoldedKernel.normalise(
                        w,
                        b,
                        weights.get(key(n.name(), "gamma")),
                        weights.get(key(n.name(), "beta")),
                        weights.get(key(n.name(), "mean")),
                        weights.get(key(n.name(), "var")));
            }
        }
        int in = sizes.get(c.input()).channels();
        int kernel = c.kernel();
        int stride = c.stride();
        int padding = c.same() ? Math.max(0, kernel - stride) : 0;
        // "same" puts the odd pixel last
        int before = padding / 2;
        String conv = nodes.node(
                "Conv",
                c.name(),
                List.of(
                        values.get(c.input()),
                        nodes.tensor(c.name() + ".W", w, c.channels(), in, kernel, kernel),
                        nodes.tensor(c.name() + ".b", b, c.channels())),
                OnnxNodes.ints("kernel_shape", kernel, kernel),
                OnnxNodes.ints("strides", stride, stride),
                OnnxNodes.ints("pads", before, before, padding - before, padding - before));
        values.put(c.name(), c.relu() ? nodes.node("Relu", c.name() + ".relu", conv) : conv);
    }

    private void globalPooling(NetworkLayer.GlobalPooling g) {
        String input = values.get(g.input());
        if (dense) {
            int side = sizes.get(g.input()).side();
            var d = model.description();
            int step = d.stride() * d.inputSize() / d.window() / network.step(g.input());
            values.put(
                    g.name(),
                    nodes.node(
                            g.max() ? "MaxPool" : "AveragePool",
                            g.name(),
                            List.of(input),
                            OnnxNodes.ints("kernel_shape", side, side),
                            OnnxNodes.ints("strides", step, step)));
        } else {
            String pooled = nodes.node(g.max() ? "GlobalMaxPool" : "GlobalAveragePool", g.name() + ".area", input);
            values.put(g.name(), nodes.node("Flatten", g.name(), List.of(pooled), OnnxNodes.attribute("axis", 1)));
        }
    }

    private void dense(NetworkLayer.Dense d) {
        int in = sizes.get(d.input()).channels();
        float[] w = weights.get(key(d.name(), "W"));
        String bias = nodes.tensor(d.name() + ".b", weights.get(key(d.name(), "b")), d.units());
        String output;
        if (dense) {
            float[] turned = new float[w.length];
            for (int i = 0; i < in; i++) {
                for (int u = 0; u < d.units(); u++) {
                    turned[u * in + i] = w[i * d.units() + u];
                }
            }
            output = nodes.node(
                    "Conv",
                    d.name() + ".dense",
                    List.of(values.get(d.input()), nodes.tensor(d.name() + ".W", turned, d.units(), in, 1, 1), bias),
                    OnnxNodes.ints("kernel_shape", 1, 1));
        } else {
            output = nodes.node(
                    "Gemm",
                    d.name() + ".dense",
                    List.of(values.get(d.input()), nodes.tensor(d.name() + ".W", w, in, d.units()), bias));
        }
        values.put(d.name(), d.relu() ? nodes.node("Relu", d.name() + ".relu", output) : output);
    }

    /** Two units give the log-odds as their difference. */
    private void finish(NetworkLayer last) {
        String output = values.get(last.name());
        if (sizes.get(last.name()).channels() == 1) {
            nodes.last("Identity", OUTPUT, List.of(output));
        } else {
            float[] difference = {-1, 1};
            String minus = dense
                    ? nodes.tensor("difference", difference, 1, 2, 1, 1)
                    : nodes.tensor("difference", difference, 2, 1);
            nodes.last(dense ? "Conv" : "MatMul", OUTPUT, List.of(output, minus));
        }
    }

    private static String key(String layer, String role) {
        return layer + "/" + role;
    }
}
