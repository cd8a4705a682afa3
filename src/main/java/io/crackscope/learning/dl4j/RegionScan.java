package io.crackscope.learning.dl4j;

import io.crackscope.imaging.Picture;
import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkBlueprint.Size;
import io.crackscope.learning.NetworkLayer;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.TileTensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Judges all windows of a region as the exported network does: convolutions over the whole region, so that a window sees
 * what lies around it, then pooling and dense layers window by window, in Java. For fully convolutional networks. One
 * thread at a time.
 */
final class RegionScan {
    private final ModelDescription description;
    private final NetworkBlueprint network;
    private final ComputationGraph graph;
    private final TileTensor tensor;
    private final Map<String, Size> sizes;
    private final Map<String, float[]> dense = new HashMap<>();
    private final int block;

    RegionScan(StoredModel model, ComputationGraph graph) {
        description = model.description();
        network = model.network();
        this.graph = graph;
        tensor = new TileTensor(network);
        sizes = network.sizes();
        block = network.layers().getFirst() instanceof NetworkLayer.SpaceToDepth s ? s.block() : 1;
        int at = 0;
        for (NetworkBlueprint.Weights array : network.weights()) {
            dense.put(array.layer() + "/" + array.role(), Arrays.copyOfRange(model.weights(), at, at + array.length()));
            at += array.length();
        }
    }

    /** The logits of the windows, row by row; the region's sides are one window plus whole strides. */
    double[] logits(Picture region) {
        float[] values = new float[3 * region.width() * region.height()];
        tensor.blocks(region, block, values, 0);
        Map<String, INDArray> maps;
        try (INDArray features = Nd4j.create(
                values, new long[] {1, 3L * block * block, region.height() / block, region.width() / block}, 'c')) {
            maps = graph.feedForward(new INDArray[] {features}, false);
        }
        int columns = (region.width() - description.window()) / description.stride() + 1;
        int rows = (region.height() - description.window()) / description.stride() + 1;
        Map<String, float[]> vectors = new HashMap<>();
        for (NetworkLayer layer : network.layers()) {
            switch (layer) {
                case NetworkLayer.GlobalPooling g -> {
                    String pooled = graph.getConfiguration()
                            .getVertexInputs()
                            .get(g.name())
                            .getFirst();
                    vectors.put(g.name(), pool(g, maps.get(pooled), columns, rows));
                }
                case NetworkLayer.Concatenation c ->
                    vectors.put(c.name(), join(vectors.get(c.first()), vectors.get(c.second()), columns * rows));
                case NetworkLayer.Dense d -> vectors.put(d.name(), dense(d, vectors.get(d.input()), columns * rows));
                case NetworkLayer.Dropout d
                when vectors.containsKey(d.input()) -> vectors.put(d.name(), vectors.get(d.input()));
                default -> {
                    // DL4J has done what comes before the pooling
                }
            }
        }
        // layers that change nothing in use give their input again
        maps.values().stream().filter(INDArray::closeable).forEach(INDArray::close);
        return difference(vectors.get(network.layers().getLast().name()), columns * rows);
    }

    /** Mean or maximum of each channel in each window: {@code [window][channel]}. */
    private float[] pool(NetworkLayer.GlobalPooling layer, INDArray map, int columns, int rows) {
        int channels = (int) map.size(1);
        int height = (int) map.size(2);
        int width = (int) map.size(3);
        int side = sizes.get(layer.input()).side();
        int step = description.stride() / network.step(layer.input());
        float[] values = map.dup('c').data().asFloat();
        float[] pooled = new float[columns * rows * channels];
        for (int c = 0; c < channels; c++) {
            for (int window = 0; window < columns * rows; window++) {
                double sum = 0;
                float most = Float.NEGATIVE_INFINITY;
                int from = (c * height + window / columns * step) * width + window % columns * step;
                for (int i = 0; i < side * side; i++) {
                    float value = values[from + i / side * width + i % side];
                    sum += value;
                    most = Math.max(most, value);
                }
                pooled[window * channels + c] = layer.max() ? most : (float) (sum / (side * side));
            }
        }
        return pooled;
    }

    private static float[] join(float[] first, float[] second, int windows) {
        int left = first.length / windows;
        int right = second.length / windows;
        float[] both = new float[first.length + second.length];
        for (int window = 0; window < windows; window++) {
            System.arraycopy(first, window * left, both, window * (left + right), left);
            System.arraycopy(second, window * right, both, window * (left + right) + left, right);
        }
        return both;
    }

    private float[] dense(NetworkLayer.Dense layer, float[] in, int windows) {
        float[] w = dense.get(layer.name() + "/W");
        float[] b = dense.get(layer.name() + "/b");
        int inputs = in.length / windows;
        float[] out = new float[windows * b.length];
        for (int i = 0; i < out.length; i++) {
            int unit = i % b.length;
            double sum = b[unit];
            for (int k = 0; k < inputs; k++) {
                sum += (double) in[i / b.length * inputs + k] * w[k * b.length + unit];
            }
            out[i] = (float) (layer.relu() ? Math.max(0, sum) : sum);
        }
        return out;
    }

    private static double[] difference(float[] last, int windows) {
        double[] logits = new double[windows];
        for (int window = 0; window < windows; window++) {
            logits[window] = last.length == windows ? last[window] : last[2 * window + 1] - last[2 * window];
        }
        return logits;
    }
}
