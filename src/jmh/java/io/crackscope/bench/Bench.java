package io.crackscope.bench;

import io.crackscope.learning.StoredModel;
import io.crackscope.learning.onnx.OnnxClassifier;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all sections share: where rows go, how often things are repeated, where things lie, and the peak. */
final class Bench {
    /**
     * What a person may choose.
     *
     * @param data folder with {@code metu} and {@code photos}, either of which may be missing
     * @param image folder of the packaged program, which may be missing
     * @param python with PyTorch
     * @param threads processor threads that each engine may use
     * @param memoryBatch tiles a step where memory is watched
     */
    record Choices(Path data, Path image, Path python, int threads, int memoryBatch) {}

    private final Table table;
    private final Repetitions repetitions;
    private final Choices choices;
    private final Path scratch;
    private final Optional<TorchPeer> peer;
    private @Nullable Double peak;

    Bench(Table table, Repetitions repetitions, Choices choices, Path scratch, Optional<TorchPeer> peer) {
        this.table = table;
        this.repetitions = repetitions;
        this.choices = choices;
        this.scratch = scratch;
        this.peer = peer;
    }

    Table table() {
        return table;
    }

    Repetitions repetitions() {
        return repetitions;
    }

    Choices choices() {
        return choices;
    }

    /** An empty folder that goes when the benchmark ends. */
    Path scratch() {
        return scratch;
    }

    Optional<TorchPeer> peer() {
        return peer;
    }

    /** Multiply-adds a second that this processor was seen to do; measured when it is first asked for. */
    double peak() {
        Double known = peak;
        if (known == null) {
            known = new PeakBenchmark(this).run();
            peak = known;
        }
        return known;
    }

    /** In words, what share of the peak so many images a second are. */
    String share(double[] imagesPerSecond, long multiplyAdds) {
        double share = new Measured(imagesPerSecond).median() * multiplyAdds / peak();
        return Measured.figure(100 * share) + " % of peak";
    }

    /** The classifier that inspects, on as many threads as chosen. */
    OnnxClassifier onnx(StoredModel model) {
        return new OnnxClassifier(model, choices.threads());
    }

    /** Seconds that {@code work} takes. */
    static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
