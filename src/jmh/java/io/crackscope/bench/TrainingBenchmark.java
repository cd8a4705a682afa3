package io.crackscope.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkLayer;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.dl4j.ResidentTraining;
import io.crackscope.samples.SampleTile;
import io.crackscope.samples.SampleTiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Training steps of each preset on arrays that stay in memory, DL4J and PyTorch by turns on the same network, weights and
 * tiles.
 */
final class TrainingBenchmark {
    private static final int BATCH = 32;
    private static final int BATCHES = 4;
    private static final double RATE = 1e-3;
    private static final double MOST_DIFFERENCE = 1e-3;
    private static final double MOST_SHARE = 0.1;

    /** How PyTorch lays out its arrays. */
    private enum Layout {
        /** What it does unless told otherwise, and what DL4J does. */
        PLANES("PyTorch"),
        /** What its makers recommend for speed on processors. */
        CHANNELS_LAST("PyTorch channels-last");

        private final String words;

        Layout(String words) {
            this.words = words;
        }
    }

    private final Bench bench;

    TrainingBenchmark(Bench bench) {
        this.bench = bench;
    }

    /** @throws IllegalStateException if the two sides do not train the same network */
    void run(NetworkPreset preset) throws IOException {
        NetworkBlueprint network = Networks.of(preset);
        List<SampleTile> tiles =
                new SampleTiles(network.inputSize(), 1).first(BATCH * BATCHES).toList();
        Optional<TorchPeer> peer = bench.peer();
        if (peer.isPresent()) {
            check(preset, peer.get(), Networks.withoutDropout(network), tiles);
        }
        int rounds = bench.repetitions().rounds();
        double[] ours = new double[rounds];
        double[][] theirs = new double[Layout.values().length][rounds];
        int steps;
        try (ResidentTraining dl4j = new ResidentTraining(network, RATE, 1, tiles, BATCH)) {
            if (peer.isPresent()) {
                for (Layout layout : Layout.values()) {
                    load(peer.get(), layout, network, dl4j.weights(), tiles, RATE);
                    train(peer.get(), layout, 3);
                }
            }
            dl4j.steps(2);
            steps = bench.repetitions().steps(seconds(dl4j, 2) / 2);
            for (int round = 0; round < rounds; round++) {
                ours[round] = steps * BATCH / seconds(dl4j, steps);
                if (peer.isPresent()) {
                    for (Layout layout : Layout.values()) {
                        theirs[layout.ordinal()][round] = steps
                                * BATCH
                                / train(peer.get(), layout, steps)
                                        .path("seconds")
                                        .asDouble();
                    }
                }
            }
        }
        peer.ifPresent(p -> p.ask(Map.of("do", "clear")));
        rows(preset, network, steps, ours, theirs);
    }

    private void rows(NetworkPreset preset, NetworkBlueprint network, int steps, double[] ours, double[][] theirs) {
        String what = "training " + preset.word() + ", batch " + BATCH;
        long cost = Networks.trainingMultiplyAdds(network);
        Table table = bench.table();
        String remark = bench.share(ours, cost) + ", resident tensors, " + steps + " steps a round";
        table.row(what + ", DL4J", new Measured(ours), "images/s", remark);
        if (bench.peer().isEmpty()) {
            table.missing(what + ", PyTorch", TorchPeer.REMEDY);
            return;
        }
        for (Layout layout : Layout.values()) {
            double[] peer = theirs[layout.ordinal()];
            double[] ratios = new double[peer.length];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = ours[i] / peer[i];
            }
            String share = bench.share(peer, cost) + ", same network, weights and tiles";
            table.row(what + ", " + layout.words, new Measured(peer), "images/s", share);
            table.row(what + ", DL4J / " + layout.words, new Measured(ratios), "ratio", "of each round, by turns");
        }
    }

    private static JsonNode train(TorchPeer peer, Layout layout, int steps) {
        return peer.ask(Map.of("do", "train", "run", layout.name(), "steps", steps));
    }

    /**
     * Lets both sides make the same steps. Their losses must agree, and closely against how far training moves the loss
     * of the first batch, which comes again in the last step.
     */
    private void check(NetworkPreset preset, TorchPeer peer, NetworkBlueprint network, List<SampleTile> tiles)
            throws IOException {
        // Adam turns gradients that are mere rounding into whole steps; behind batch normalisation that grows fast
        boolean normalised = network.layers().stream().anyMatch(NetworkLayer.BatchNormalisation.class::isInstance);
        double rate = normalised ? RATE / 10 : RATE;
        double[] ours;
        JsonNode theirs;
        try (ResidentTraining dl4j = new ResidentTraining(network, rate, 1, tiles, BATCH)) {
            load(peer, Layout.PLANES, network, dl4j.weights(), tiles, rate);
            ours = dl4j.steps(BATCHES + 1);
            theirs = train(peer, Layout.PLANES, BATCHES + 1).path("losses");
        }
        double most = 0;
        for (int i = 0; i <= BATCHES; i++) {
            most = Math.max(most, Math.abs(ours[i] - theirs.path(i).asDouble()) / Math.max(1, ours[i]));
        }
        double moved = Math.abs(ours[BATCHES] - ours[0]);
        String losses = String.format(
                Locale.ROOT,
                "loss before training %.6f, of step %d: DL4J %.6f, PyTorch %.6f",
                ours[0],
                BATCHES + 1,
                ours[BATCHES],
                theirs.path(BATCHES).asDouble());
        if (!(most <= MOST_DIFFERENCE && most <= moved * MOST_SHARE)) {
            throw new IllegalStateException("the peer does not train the same " + preset.word()
                    + ": losses differ by up to " + most + " (" + losses + ")");
        }
        bench.table()
                .row(
                        "same network, " + preset.word() + ": difference of the loss",
                        new Measured(most * 1e6),
                        "millionths",
                        losses);
    }

    private void load(
            TorchPeer peer,
            Layout layout,
            NetworkBlueprint network,
            float[] weights,
            List<SampleTile> tiles,
            double rate)
            throws IOException {
        Path folder = bench.scratch();
        peer.ask(Map.of(
                "do",
                "load",
                "run",
                layout.name(),
                "channelsLast",
                layout == Layout.CHANNELS_LAST,
                "model",
                PeerFiles.model(folder, network, weights).toString(),
                "tiles",
                PeerFiles.tiles(folder, network, tiles).toString(),
                "targets",
                PeerFiles.targets(folder, tiles).toString(),
                "batch",
                BATCH,
                "rate",
                rate));
    }

    private static double seconds(ResidentTraining dl4j, int steps) {
        long start = System.nanoTime();
        dl4j.steps(steps);
        return (System.nanoTime() - start) / 1e9;
    }
}
