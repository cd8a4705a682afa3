package io.crackscope.cli;

import io.crackscope.learning.InferenceEngine;
import picocli.CommandLine.Option;

/** The choice of the engine that judges. */
final class EngineOption {
    @Option(
            names = "--engine",
            paramLabel = "onnx|dl4j",
            defaultValue = "onnx",
            description = "${bundle:cli.option.engine} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private InferenceEngine engine = InferenceEngine.ONNX;

    InferenceEngine chosen() {
        return engine;
    }
}
