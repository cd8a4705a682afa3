package io.crackscope.bench;

import io.crackscope.imaging.Picture;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.dl4j.Dl4jClassifier;
import io.crackscope.samples.SampleTile;
import io.crackscope.samples.SampleTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Judging tiles that are pictures in memory, to probabilities: conversion counts, reading and resizing do not. */
final class InferenceBenchmark {
    private static final int[] BATCHES = {1, 32, 128};

    private final Bench bench;
    private final StoredModel shipped;

    InferenceBenchmark(Bench bench, StoredModel shipped) {
        this.bench = bench;
        this.shipped = shipped;
    }

    void run() {
        StoredModel seed = Networks.untrained(Networks.of(NetworkPreset.SEED_CNN));
        run("shipped " + shipped.description().card().preset(), shipped);
        run(NetworkPreset.SEED_CNN.word(), seed);
    }

    private void run(String name, StoredModel model) {
        List<Picture> tiles = new SampleTiles(model.description().inputSize(), 1)
                .first(32)
                .map(SampleTile::picture)
                .toList();
        run(name + ", ONNX Runtime", model, bench::onnx, tiles);
        run(name + ", DL4J", model, Dl4jClassifier::new, tiles);
    }

    private void run(
            String name, StoredModel model, Function<StoredModel, CrackClassifier> engine, List<Picture> tiles) {
        try (CrackClassifier classifier = engine.apply(model)) {
            for (int batch : BATCHES) {
                List<Picture> pictures = new ArrayList<>();
                for (int i = 0; i < batch; i++) {
                    pictures.add(tiles.get(i % tiles.size()));
                }
                Runnable call = () -> classifier.classify(pictures);
                call.run();
                int times = bench.repetitions().shorter().calls(Bench.seconds(call));
                double[] speeds = new double[bench.repetitions().rounds()];
                for (int round = 0; round < speeds.length; round++) {
                    double seconds = Bench.seconds(() -> {
                        for (int i = 0; i < times; i++) {
                            call.run();
                        }
                    });
                    speeds[round] = batch * times / seconds;
                }
                bench.table()
                        .row(
                                "inference " + name + ", " + batch + (batch == 1 ? " tile" : " tiles") + " a call",
                                new Measured(speeds),
                                "images/s",
                                bench.share(speeds, Networks.multiplyAdds(model.network())));
            }
        }
    }
}
