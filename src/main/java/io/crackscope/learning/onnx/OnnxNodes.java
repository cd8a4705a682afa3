package io.crackscope.learning.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** The nodes and constants of an ONNX graph in the making. */
final class OnnxNodes {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("crackscope");

    GraphProto graph() {
        return graph.build();
    }

    /** Declares an input of floats; a dimension is a number or a name. */
    void input(String name, String... dimensions) {
        graph.addInput(value(name, dimensions));
    }

    /** Declares an output of floats; a dimension is a number or a name. */
    void output(String name, String... dimensions) {
        graph.addOutput(value(name, dimensions));
    }

    /** Adds the node that gives the graph's output. */
    void last(String operator, String output, List<String> inputs) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output));
    }

    /** Adds a node without attributes and returns the name of its output. */
    String node(String operator, String name, String... inputs) {
        return node(operator, name, List.of(inputs));
    }

    /** Adds a node and returns the name of its output. */
    String node(String operator, String name, List<String> inputs, AttributeProto.Builder... attributes) {
        String output = name + ".out";
        NodeProto.Builder node = NodeProto.newBuilder()
                .setOpType(operator)
                .setName(name)
                .addAllInput(inputs)
                .addOutput(output);
        for (AttributeProto.Builder attribute : attributes) {
            node.addAttribute(attribute);
        }
        graph.addNode(node);
        return output;
    }

    /** Adds constant data of this shape, row-major, and returns its name. */
    String tensor(String name, float[] data, long... shape) {
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

    static AttributeProto.Builder ints(String name, long... numbers) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long number : numbers) {
            attribute.addInts(number);
        }
        return attribute;
    }

    static AttributeProto.Builder attribute(String name, long number) {
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
}
