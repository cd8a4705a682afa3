package io.crackscope.learning.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.crackscope.imaging.Picture;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * An exported file as another program sees it: ONNX Runtime and what the file itself says, nothing of the model that it
 * came from. One thread at a time.
 */
final class ExportedNetwork implements AutoCloseable {
    private final OrtSession session;
    private final Map<String, String> metadata;

    /** @throws OrtException if ONNX Runtime refuses the file */
    ExportedNetwork(byte[] file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            session = OrtEnvironment.getEnvironment().createSession(file, options);
        }
        metadata = session.getMetadata().getCustomMetadata();
    }

    /** Crack probabilities of tiles of the input's size. */
    double[] probabilities(List<Picture> tiles) throws OrtException {
        int side = Integer.parseInt(metadata.get("input_size"));
        double scale = number("scale");
        double offset = number("offset");
        int area = side * side;
        float[] values = new float[tiles.size() * 3 * area];
        for (int t = 0; t < tiles.size(); t++) {
            byte[] rgb = tiles.get(t).rgb();
            for (int i = 0; i < 3 * area; i++) {
                values[(3 * t + i % 3) * area + i / 3] = (float) ((rgb[i] & 0xff) / 255.0 * scale + offset);
            }
        }
        String input = session.getInputNames().iterator().next();
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), new long[] {
                            tiles.size(), 3, side, side
                        });
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            FloatBuffer logits = ((OnnxTensor) result.get(0)).getFloatBuffer();
            double[] probabilities = new double[tiles.size()];
            for (int t = 0; t < probabilities.length; t++) {
                probabilities[t] = 1 / (1 + Math.exp(-logits.get(t) / number("temperature")));
            }
            return probabilities;
        }
    }

    private double number(String key) {
        return Double.parseDouble(metadata.get(key));
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
