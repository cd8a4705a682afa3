package io.crackscope.app;

import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.onnx.OnnxClassifier;
import io.crackscope.settings.Installation;
import java.nio.file.Path;

/** The model that comes with the program, and the engine that inspects with any model. */
final class ShippedModel {
    private static final String FILE = "cracknet.crackscope";

    private ShippedModel() {}

    static Path file(Installation installation) {
        return installation.models().resolve(FILE);
    }

    /** A classifier for the model in {@code file}, on ONNX Runtime with all processors. */
    static CrackClassifier classifier(Path file) {
        return new OnnxClassifier(ModelFile.read(file), Runtime.getRuntime().availableProcessors());
    }
}
