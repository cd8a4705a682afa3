package io.crackscope.learning.onnx;

import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.StoredModel;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an exported file says besides the network; {@link OnnxExport} documents the keys. */
final class OnnxMetadata {
    private OnnxMetadata() {}

    static SortedMap<String, String> of(StoredModel model, String programVersion) {
        ModelDescription d = model.description();
        NetworkBlueprint network = model.network();
        SortedMap<String, String> data = new TreeMap<>();
        data.put("name", d.card().name());
        data.put("preset", d.card().preset());
        data.put("created", d.card().created());
        data.put("attribution", String.join("; ", d.card().attribution()));
        data.put("program_version", programVersion);
        data.put("classes", "no_crack,crack");
        data.put("input_layout", "NCHW");
        data.put("color_order", "RGB");
        data.put("scale", Double.toString(network.scale()));
        data.put("offset", Double.toString(network.offset()));
        data.put("input_size", Integer.toString(d.inputSize()));
        data.put("window", Integer.toString(d.window()));
        data.put("stride", Integer.toString(d.stride()));
        data.put("output", "log-odds of crack; probability = sigmoid(logit / temperature)");
        data.put("temperature", Double.toString(d.temperature()));
        data.put("tile_threshold", Double.toString(d.tileThreshold()));
        data.put("photo_calibration_slope", Double.toString(d.photoCalibration().slope()));
        data.put(
                "photo_calibration_offset", Double.toString(d.photoCalibration().offset()));
        data.put(
                "photo_calibration_growth", Double.toString(d.photoCalibration().growth()));
        data.put("photo_uncertain_from", Double.toString(d.thresholds().uncertainFrom()));
        data.put("photo_crack_from", Double.toString(d.thresholds().crackFrom()));
        return data;
    }
}
