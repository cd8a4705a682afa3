package io.crackscope.learning.onnx;

import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkBlueprint.Size;
import io.crackscope.learning.NetworkLayer;
import io.crackscope.learning.StoredModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/**
 * Writes a model as an ONNX graph, operator set 17. Batch normalisation is folded into the convolution before it,
 * space-to-depth into the convolution behind it.
 *
 * <p>Input {@code input}: float {@code [n, 3, height, width]}, RGB, value {@code v / 255 * scale + offset}. Output
 * {@code logit}: log-odds of a crack before the temperature. A fully convolutional network takes every height and width
 * of one window plus whole strides and gives {@code [n, 1, rows, columns]}, one logit a window; any other takes its
 * input size only and gives {@code [n, 1]}.
 */
final class OnnxGraph {
    static final String INPUT = "input";
    static final String OUTPUT = "logit";

    private static final int OPERATOR_SET = 17;
    private static final int IR_VERSION = 8;

    private final StoredModel model;
    private final NetworkBlueprint network;
    private final Map<String, Size> sizes;
    private final Map<String, float[]> weights = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, NetworkLayer> layers = new HashMap<>();
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("crackscope");
    private final boolean dense;

    private OnnxGraph(StoredModel model) {
        this.model = model;
        network = model.network();
        sizes = network.sizes();
        dense = network.fullyConvolutional();
        int at = 0;
        for (NetworkBlueprint.Weights array : network.weights()) {
            weights.put(
                    key(array.layer(), array.role()),
                    Arrays.copyOfRange(model.weights(), at, at + array.length()));
            at += array.length();
        }
    }

    /** The bytes of the ONNX file of {@code model}. */
    static byte[] bytes(StoredModel model) {
        return new OnnxGraph(model).build().toByteArray();
    }

    private ModelProto build() {
        for (NetworkLayer layer : network.layers()) {
            layers.put(layer.name(), layer);
        }
        values.put(NetworkBlueprint.INPUT, INPUT);
        for (NetworkLayer layer : network.layers()) {
            add(layer);
        }
        finish(network.layers().getLast());
        int side = network.inputSize();
        graph.addInput(
                dense ? value(INPUT, "n", "3", "height", "width") : value(INPUT, "n", "3", "" + side, "" + side));
        graph.addOutput(dense ? value(OUTPUT, "n", "1", "rows", "columns") : value(OUTPUT, "n", "1"));
        ModelProto.Builder file = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("CrackScope")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(graph);
        metadata().forEach((key, text) -> file.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(text)));
        return file.build();
    }

    private Map<String, String> metadata() {
        ModelDescription d = model.description();
        Map<String, String> data = new java.util.TreeMap<>();
        data.put("name", d.card().name());
        data.put("classes", "no_crack,crack");
        data.put("output", "log-odds of crack; probability = sigmoid(logit / temperature)");
        data.put("scale", Double.toString(network.scale()));
        data.put("offset", Double.toString(network.offset()));
        data.put("input_size", Integer.toString(d.inputSize()));
        data.put("window", Integer.toString(d.window()));
        data.put("stride", Integer.toString(d.stride()));
        data.put("temperature", Double.toString(d.temperature()));
        data.put("tile_threshold", Double.toString(d.tileThreshold()));
        data.put("attribution", String.join("; ", d.card().attribution()));
        return data;
    }

    private void add(NetworkLayer layer) {
        String name = layer.name();
        switch (layer) {
            case NetworkLayer.SpaceToDepth s -> values.put(name, INPUT);
            case NetworkLayer.Convolution c -> convolution(c);
            case NetworkLayer.BatchNormalisation b ->
                values.put(name, b.relu() ? node("Relu", name, values.get(b.input())) : values.get(b.input()));
            case NetworkLayer.MaxPooling p ->
                values.put(
                        name,
                        node(
                                "MaxPool",
                                name,
                                List.of(values.get(p.input())),
                                ints("kernel_shape", p.size(), p.size()),
                                ints("strides", p.stride(), p.stride())));
            case NetworkLayer.Addition a ->
                values.put(
                        name,
                        node("Relu", name, node("Add", name + ".plain", values.get(a.first()), values.get(a.second()))));
            case NetworkLayer.GlobalPooling g -> globalPooling(g);
            case NetworkLayer.Concatenation c ->
                values.put(
                        name,
                        node(
                                "Concat",
                                name,
                                List.of(values.get(c.first()), values.get(c.second())),
                                attribute("axis", 1)));
            case NetworkLayer.Flattening f ->
                values.put(name, node("Flatten", name, List.of(values.get(f.input())), attribute("axis", 1)));
            case NetworkLayer.Dropout d -> values.put(name, values.get(d.input()));
            case NetworkLayer.Dense d -> dense(d);
        }
    }

    private void convolution(NetworkLayer.Convolution c) {
        float[] w = weights.get(key(c.name(), "W")).clone();
        float[] b = c.bias() ? weights.get(key(c.name(), "b")).clone() : new float[c.channels()];
        fold(c, w, b);
        int in = sizes.get(c.input()).channels();
        int kernel = c.kernel();
        int stride = c.stride();
        if (layers.get(c.input()) instanceof NetworkLayer.SpaceToDepth s) {
            w = overPixels(w, c.channels(), kernel, s.block());
            kernel *= s.block();
            stride *= s.block();
            in = 3;
        }
        int padding = c.same() ? Math.max(0, c.kernel() - c.stride()) * (kernel / c.kernel()) : 0;
        // "same" puts the odd pixel last; with space-to-depth a pixel of padding is a block of them
        int before = padding / (kernel / c.kernel()) / 2 * (kernel / c.kernel());
        String conv = node(
                "Conv",
                c.name(),
                List.of(
                        values.get(c.input()),
                        tensor(c.name() + ".W", w, c.channels(), in, kernel, kernel),
                        tensor(c.name() + ".b", b, c.channels())),
                ints("kernel_shape", kernel, kernel),
                ints("strides", stride, stride),
                ints("pads", before, before, padding - before, padding - before));
        values.put(c.name(), c.relu() ? node("Relu", c.name() + ".relu", conv) : conv);
    }

    /** Folds the batch normalisation that reads {@code c}, if there is one: y = gamma (x - mean) / sqrt(var + eps) + beta. */
    private void fold(NetworkLayer.Convolution c, float[] w, float[] b) {
        for (NetworkLayer layer : network.layers()) {
            if (layer instanceof NetworkLayer.BatchNormalisation n && n.input().equals(c.name())) {
                float[] gamma = weights.get(key(n.name(), "gamma"));
                float[] beta = weights.get(key(n.name(), "beta"));
                float[] mean = weights.get(key(n.name(), "mean"));
                float[] var = weights.get(key(n.name(), "var"));
                int each = w.length / b.length;
                for (int o = 0; o < b.length; o++) {
                    double factor = gamma[o] / Math.sqrt(var[o] + NetworkLayer.BatchNormalisation.EPSILON);
                    for (int i = o * each; i < (o + 1) * each; i++) {
                        w[i] = (float) (w[i] * factor);
                    }
                    b[o] = (float) ((b[o] - mean[o]) * factor + beta[o]);
                }
            }
        }
    }

    /** The kernel over pixels that equals {@code w} over blocks of pixels as channels. */
    private static float[] overPixels(float[] w, int channels, int kernel, int block) {
        int side = kernel * block;
        int in = 3 * block * block;
        float[] result = new float[channels * 3 * side * side];
        for (int o = 0; o < channels; o++) {
            for (int i = 0; i < in; i++) {
                int k = i % 3;
                int dx = i / 3 % block;
                int dy = i / 3 / block;
                for (int y = 0; y < kernel; y++) {
                    for (int x = 0; x < kernel; x++) {
                        result[((o * 3 + k) * side + y * block + dy) * side + x * block + dx] =
                                w[((o * in + i) * kernel + y) * kernel + x];
                    }
                }
            }
        }
        return result;
    }

    private void globalPooling(NetworkLayer.GlobalPooling g) {
        String input = values.get(g.input());
        if (dense) {
            int side = sizes.get(g.input()).side();
            int step = side * model.description().stride() / model.description().inputSize();
            values.put(
                    g.name(),
                    node(
                            g.max() ? "MaxPool" : "AveragePool",
                            g.name(),
                            List.of(input),
                            ints("kernel_shape", side, side),
                            ints("strides", step, step)));
        } else {
            String pooled = node(g.max() ? "GlobalMaxPool" : "GlobalAveragePool", g.name() + ".area", input);
            values.put(g.name(), node("Flatten", g.name(), List.of(pooled), attribute("axis", 1)));
        }
    }

    private void dense(NetworkLayer.Dense d) {
        int in = sizes.get(d.input()).channels();
        float[] w = weights.get(key(d.name(), "W"));
        String bias = tensor(d.name() + ".b", weights.get(key(d.name(), "b")), d.units());
        String output;
        if (dense) {
            float[] turned = new float[w.length];
            for (int i = 0; i < in; i++) {
                for (int u = 0; u < d.units(); u++) {
                    turned[u * in + i] = w[i * d.units() + u];
                }
            }
            output = node(
                    "Conv",
                    d.name() + ".dense",
                    List.of(values.get(d.input()), tensor(d.name() + ".W", turned, d.units(), in, 1, 1), bias),
                    ints("kernel_shape", 1, 1));
        } else {
            output = node(
                    "Gemm",
                    d.name() + ".dense",
                    List.of(values.get(d.input()), tensor(d.name() + ".W", w, in, d.units()), bias));
        }
        values.put(d.name(), d.relu() ? node("Relu", d.name() + ".relu", output) : output);
    }

    /** Two units give the log-odds as their difference. */
    private void finish(NetworkLayer last) {
        String output = values.get(last.name());
        if (sizes.get(last.name()).channels() == 2) {
            String difference =
                    dense ? tensor("difference", new float[] {-1, 1}, 1, 2, 1, 1) : tensor("difference", new float[] {-1, 1}, 2, 1);
            graph.addNode(NodeProto.newBuilder()
                    .setOpType(dense ? "Conv" : "MatMul")
                    .setName("log-odds")
                    .addInput(output)
                    .addInput(difference)
                    .addOutput(OUTPUT));
        } else {
            graph.addNode(NodeProto.newBuilder()
                    .setOpType("Identity")
                    .setName("log-odds")
                    .addInput(output)
                    .addOutput(OUTPUT));
        }
    }

    private String node(String operator, String name, String... inputs) {
        return node(operator, name, List.of(inputs));
    }

    private String node(String operator, String name, List<String> inputs, AttributeProto.Builder... attributes) {
        String output = name + ".out";
        NodeProto.Builder node =
                NodeProto.newBuilder().setOpType(operator).setName(name).addAllInput(inputs).addOutput(output);
        for (AttributeProto.Builder attribute : attributes) {
            node.addAttribute(attribute);
        }
        graph.addNode(node);
        return output;
    }

    private String tensor(String name, float[] data, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(4 * data.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(data);
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .setRawData(ByteString.copyFrom(raw));
        for (long dimension : shape) {
            tensor.addDims(dimension);
        }
        graph.addInitializer(tensor);
        return name;
    }

    private static AttributeProto.Builder ints(String name, long... numbers) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long number : numbers) {
            attribute.addInts(number);
        }
        return attribute;
    }

    private static AttributeProto.Builder attribute(String name, long number) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(number);
    }

    private static ValueInfoProto value(String name, String... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (String dimension : dimensions) {
            boolean number = Character.isDigit(dimension.charAt(0));
            TensorShapeProto.Dimension.Builder d = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(number ? d.setDimValue(Long.parseLong(dimension)) : d.setDimParam(dimension));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                                .setShape(shape)))
                .build();
    }

    private static String key(String layer, String role) {
        return layer + "/" + role;
    }
}
