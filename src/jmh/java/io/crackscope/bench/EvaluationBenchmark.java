package io.crackscope.bench;

import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.DatasetScanner;
import io.crackscope.evaluation.ImageScoring;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.onnx.OnnxClassifier;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All METU tiles judged by the shipped model, files to probabilities. */
final class EvaluationBenchmark {
    private final Bench bench;
    private final StoredModel shipped;

    EvaluationBenchmark(Bench bench, StoredModel shipped) {
        this.bench = bench;
        this.shipped = shipped;
    }

    void run() {
        Path metu = bench.choices().data().resolve("metu");
        if (!Files.isDirectory(metu)) {
            bench.table().missing("evaluation of METU tiles", "no folder metu in the data folder (--data)");
            return;
        }
        ImageIoPhotoReader reader = new ImageIoPhotoReader();
        long start = System.nanoTime();
        Dataset dataset = new DatasetScanner(reader).scan(List.of(metu), ProgressListener.NONE, new Cancellation());
        double scan = (System.nanoTime() - start) / 1e9;
        double[] seconds = new double[Math.min(3, bench.repetitions().rounds())];
        try (OnnxClassifier classifier = bench.onnx(shipped)) {
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = Bench.seconds(() -> new ImageScoring(reader)
                        .score(classifier, dataset.images(), ProgressListener.NONE, new Cancellation()));
            }
        }
        String tiles = String.format(
                java.util.Locale.ROOT, "%,d METU tiles", dataset.images().size());
        bench.table().row("evaluation of " + tiles, new Measured(seconds), "s", "read, resized, judged; ONNX Runtime");
        bench.table()
                .row("finding " + tiles, new Measured(scan), "s", "files read, digests, groups; before an evaluation");
    }
}
