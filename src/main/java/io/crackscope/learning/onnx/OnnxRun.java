package io.crackscope.learning.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.crackscope.learning.Region;
import io.crackscope.learning.TileTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** One pass at a time through a session that others may use meanwhile, with an input buffer that is kept. */
final class OnnxRun {
    private final OrtSession session;
    private final TileTensor tensor;
    private FloatBuffer buffer = FloatBuffer.allocate(0);

    OnnxRun(OrtSession session, TileTensor tensor) {
        this.session = session;
        this.tensor = tensor;
    }

    /** The logits of regions of equal size as one batch. */
    float[] logits(List<Region> regions) {
        int width = regions.getFirst().width();
        int height = regions.getFirst().height();
        int each = 3 * width * height;
        reserve(regions.size() * each);
        for (int i = 0; i < regions.size(); i++) {
            tensor.planes(regions.get(i), buffer, i * each);
        }
        long[] shape = {regions.size(), 3, height, width};
        try (OnnxTensor input = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), buffer.slice(0, regions.size() * each), shape);
                OrtSession.Result result = session.run(Map.of(OnnxGraph.INPUT, input))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] logits = new float[output.remaining()];
            output.get(logits);
            return logits;
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "ONNX Runtime failed on " + regions.size() + " x " + width + " x " + height, e);
        }
    }

    private void reserve(int floats) {
        if (buffer.capacity() < floats) {
            // let go first: two of the largest at a time would be too much
            buffer = FloatBuffer.allocate(0);
            buffer = ByteBuffer.allocateDirect(Math.multiplyExact(4, floats))
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
    }
}
