package io.crackscope.learning;

import java.util.Locale;

/** The engines that judge with a trained network; both give the same probabilities to within 1e-4. */
public enum InferenceEngine {
    /** ONNX Runtime: several times faster, and what the program uses unless told otherwise. */
    ONNX,
    /** Deeplearning4j, which trains: the reference that the other is checked against. */
    DL4J;

    /** Its name on the command line and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
