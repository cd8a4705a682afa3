package io.crackscope.bench;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.inspection.PhotoStages;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.onnx.OnnxClassifier;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Whole photos from file to verdict with the shipped model, and where the time goes. */
final class PhotoBenchmark {
    private final Bench bench;
    private final StoredModel shipped;

    PhotoBenchmark(Bench bench, StoredModel shipped) {
        this.bench = bench;
        this.shipped = shipped;
    }

    void run() throws IOException {
        SitePhotos photos = SitePhotos.find(bench.choices().data(), bench.scratch());
        List<Double> whole = new ArrayList<>();
        List<PhotoStages.Stages> stages = new ArrayList<>();
        try (OnnxClassifier classifier = bench.onnx(shipped)) {
            TiledPhotoInspector inspector = new TiledPhotoInspector(new ImageIoPhotoReader(), classifier);
            PhotoStages split = new PhotoStages(classifier);
            inspector.inspect(photos.files().getFirst(), new Cancellation());
            for (int round = 0; round < Math.min(3, bench.repetitions().rounds()); round++) {
                for (Path file : photos.files()) {
                    long start = System.nanoTime();
                    InspectionOutcome outcome = inspector.inspect(file, new Cancellation());
                    whole.add((System.nanoTime() - start) / 1e9);
                    if (!(outcome instanceof InspectionOutcome.Inspected)) {
                        throw new IllegalStateException("not inspected: " + outcome);
                    }
                    stages.add(split.run(file));
                }
            }
        }
        row(
                "photo, file to verdict",
                whole.stream().mapToDouble(Double::doubleValue),
                "ONNX Runtime, " + photos.source());
        stage("photo, decode alone", stages, PhotoStages.Stages::decode, "stages one after the other");
        stage("photo, scan alone", stages, PhotoStages.Stages::scan, "network over the decoded photo");
        stage("photo, linking alone", stages, PhotoStages.Stages::link, "evidence from the crack map");
        NetworkBlueprint network = shipped.network();
        double perPixel = (double) Networks.multiplyAdds(network) / ((long) network.inputSize() * network.inputSize());
        double peak = bench.peak();
        stage(
                "photo, floor",
                stages,
                s -> s.decode() + perPixel * s.pixels() / peak,
                "decode and " + Measured.figure(perPixel * stages.getFirst().pixels() / 1e9)
                        + " billion multiply-adds at the peak, one after the other");
    }

    private void stage(
            String what, List<PhotoStages.Stages> stages, ToDoubleFunction<PhotoStages.Stages> seconds, String remark) {
        row(what, stages.stream().mapToDouble(seconds), remark);
    }

    private void row(String what, java.util.stream.DoubleStream seconds, String remark) {
        bench.table().row(what, new Measured(seconds.toArray()), "s", remark);
    }
}
