package io.crackscope.bench;

import io.crackscope.imaging.Picture;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkLayer.Convolution;
import io.crackscope.learning.NetworkLayer.Dense;
import io.crackscope.learning.NetworkLayer.GlobalPooling;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.dl4j.MatrixProduct;
import io.crackscope.learning.onnx.OnnxClassifier;
import java.util.List;

/**
 * How many multiply-adds a second this processor does at its best, and how many the networks need. A data sheet does not
 * tell it: clocks change with load and width of the vectors, and a virtual processor may be half of a real one.
 */
final class PeakBenchmark {
    private static final int SIDE = 1536;
    private static final int CHANNELS = 128;
    private static final int PIXELS = 128;

    private final Bench bench;

    PeakBenchmark(Bench bench) {
        this.bench = bench;
    }

    /** The largest rate seen, in multiply-adds a second. */
    double run() {
        MatrixProduct gemm = new MatrixProduct(SIDE);
        Measured product = rate(gemm.multiplyAdds(), gemm::run);
        bench.table()
                .row(
                        "peak: product of matrices of " + SIDE + " squared, ND4J (OpenBLAS)",
                        product.in(1e9),
                        "billion multiply-adds/s",
                        "");
        NetworkBlueprint heavy = new NetworkBlueprint(
                PIXELS,
                1,
                0,
                List.of(
                        new Convolution("a", NetworkBlueprint.INPUT, 3, 1, CHANNELS, true, false, true),
                        new Convolution("b", "a", 3, 1, CHANNELS, true, false, true),
                        new Convolution("c", "b", 3, 1, CHANNELS, true, false, true),
                        new GlobalPooling("mean", "c", false),
                        new Dense("logit", "mean", 1, false)));
        Measured convolution;
        try (OnnxClassifier classifier = bench.onnx(Networks.untrained(heavy))) {
            List<Picture> picture = List.of(new Picture(PIXELS, PIXELS, new byte[3 * PIXELS * PIXELS]));
            convolution = rate(Networks.multiplyAdds(heavy), () -> classifier.classify(picture));
        }
        bench.table()
                .row(
                        "peak: convolutions 3 x 3 of " + CHANNELS + " channels, ONNX Runtime",
                        convolution.in(1e9),
                        "billion multiply-adds/s",
                        "the peak below is the largest single figure of these two rows");
        for (NetworkPreset preset : NetworkPreset.values()) {
            NetworkBlueprint network = Networks.of(preset);
            bench.table()
                    .row(
                            "multiply-adds of " + preset.word() + " at " + network.inputSize() + " pixels",
                            new Measured(Networks.multiplyAdds(network) / 1e6),
                            "million/image",
                            "counted, forward; "
                                    + Measured.figure(Networks.trainingMultiplyAdds(network) / 1e6)
                                    + " million for a step of training");
        }
        return Math.max(product.most(), convolution.most());
    }

    private Measured rate(long multiplyAdds, Runnable work) {
        work.run();
        int times = bench.repetitions().shorter().steps(Bench.seconds(work));
        double[] rates = new double[bench.repetitions().rounds()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = times
                    * multiplyAdds
                    / Bench.seconds(() -> {
                        for (int k = 0; k < times; k++) {
                            work.run();
                        }
                    });
        }
        return new Measured(rates);
    }
}
