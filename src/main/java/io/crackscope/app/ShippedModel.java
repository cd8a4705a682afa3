package io.crackscope.app;

import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.InferenceEngine;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.dl4j.Dl4jClassifier;
import io.crackscope.learning.onnx.OnnxClassifier;
import io.crackscope.settings.Installation;
import java.nio.file.Path;

/** The model that comes with the program, and the engines that inspect with any model. */
final class ShippedModel {
    private static final String FILE = "cracknet.crackscope";

    private ShippedModel() {}

    static Path file(Installation installation) {
        return installation.models().resolve(FILE);
    }

    /** A classifier for the model in {@code file}, on ONNX Runtime with all processors. */
    static CrackClassifier classifier(Path file) {
        return classifier(file, InferenceEngine.ONNX);
    }

    /** A classifier for the model in {@code file}, with all processors. */
    static CrackClassifier classifier(Path file, InferenceEngine engine) {
        StoredModel model = ModelFile.read(file);
        return switch (engine) {
            case ONNX -> new OnnxClassifier(model, Runtime.getRuntime().availableProcessors());
            case DL4J -> new Dl4jClassifier(model);
        };
    }
}
