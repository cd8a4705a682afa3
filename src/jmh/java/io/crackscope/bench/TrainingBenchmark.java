package io.crackscope.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkLayer;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetBlueprints;
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

    private final Table table;
    private final Optional<TorchPeer> peer;
    private final Path scratch;
    private final Repetitions repetitions;

    TrainingBenchmark(Table table, Optional<TorchPeer> peer, Path scratch, Repetitions repetitions) {
        this.table = table;
        this.peer = peer;
        this.scratch = scratch;
        this.repetitions = repetitions;
    }

    /** @throws IllegalStateException if the two sides do not train the same network */
    void run(NetworkPreset preset) throws IOException {
        NetworkBlueprint network = PresetBlueprints.of(preset);
        List<SampleTile> tiles =
                new SampleTiles(network.inputSize(), 1).first(BATCH * BATCHES).toList();
        if (peer.isPresent()) {
            check(preset, WithoutDropout.of(network), tiles);
        }
        try (ResidentTraining dl4j = new ResidentTraining(network, RATE, 1, tiles, BATCH)) {
            if (peer.isPresent()) {
                load(network, dl4j.weights(), tiles, RATE);
            }
            dl4j.steps(2);
            int steps = repetitions.steps(seconds(dl4j, 2) / 2);
            peer.ifPresent(p -> p.ask(Map.of("do", "train", "steps", 3)));
            int rounds = repetitions.rounds();
            double[] ours = new double[rounds];
            double[] theirs = new double[rounds];
            double[] ratios = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                ours[round] = steps * BATCH / seconds(dl4j, steps);
                if (peer.isPresent()) {
                    JsonNode answer = peer.get().ask(Map.of("do", "train", "steps", steps));
                    theirs[round] = steps * BATCH / answer.path("seconds").asDouble();
                    ratios[round] = ours[round] / theirs[round];
                }
            }
            String what = "training " + preset.word() + ", batch " + BATCH;
            table.row(what + ", DL4J", new Measured(ours), "images/s", "resident tensors, " + steps + " steps a round");
            if (peer.isPresent()) {
                table.row(what + ", PyTorch", new Measured(theirs), "images/s", "same network, weights and tiles");
                table.row(what + ", DL4J / PyTorch", new Measured(ratios), "ratio", "round by round");
            } else {
                table.missing(what + ", PyTorch", TorchPeer.REMEDY);
            }
        }
    }

    /**
     * Lets both sides make the same steps. Their losses must agree, and closely against how far training moves the loss
     * of the first batch, which comes again in the last step.
     */
    private void check(NetworkPreset preset, NetworkBlueprint network, List<SampleTile> tiles) throws IOException {
        // Adam turns gradients that are mere rounding into whole steps; behind batch normalisation that grows fast
        boolean normalised = network.layers().stream().anyMatch(NetworkLayer.BatchNormalisation.class::isInstance);
        double rate = normalised ? RATE / 10 : RATE;
        double[] ours;
        JsonNode theirs;
        try (ResidentTraining dl4j = new ResidentTraining(network, rate, 1, tiles, BATCH)) {
            load(network, dl4j.weights(), tiles, rate);
            ours = dl4j.steps(BATCHES + 1);
            theirs = peer.orElseThrow()
                    .ask(Map.of("do", "train", "steps", BATCHES + 1))
                    .path("losses");
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
        table.row(
                "same network, " + preset.word() + ": difference of the loss",
                new Measured(most * 1e6),
                "millionths",
                losses);
    }

    private void load(NetworkBlueprint network, float[] weights, List<SampleTile> tiles, double rate)
            throws IOException {
        peer.orElseThrow()
                .ask(Map.of(
                        "do",
                        "load",
                        "model",
                        PeerFiles.model(scratch, network, weights).toString(),
                        "tiles",
                        PeerFiles.tiles(scratch, network, tiles).toString(),
                        "targets",
                        PeerFiles.targets(scratch, tiles).toString(),
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
