package io.crackscope.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.DatasetScanner;
import io.crackscope.dataset.GroupedSplit;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.learning.TileTensor;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.learning.dl4j.Dl4jTrainer;
import io.crackscope.learning.dl4j.ResidentTraining;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What an engineer feels: seconds of training until a validation accuracy is reached, on METU with the program's own
 * grouped split. The notebook's recipe in PyTorch against our preset with its own plan; both learn from the same images.
 */
final class TimeToAccuracyBenchmark {
    /** Enough for METU's cracks of 5 to 40 pixels in 227; close to the 120 that the notebook's recipe sees. */
    private static final int INPUT_SIZE = 128;

    private static final double GOAL = 0.99;

    private final Bench bench;

    TimeToAccuracyBenchmark(Bench bench) {
        this.bench = bench;
    }

    /** An epoch of either side: seconds since the start of the first, and validation accuracy. */
    private record Epoch(int number, double training, double withValidation, double accuracy) {}

    /** {@code seed-cnn} stands for the peer with the notebook's recipe, any other preset for our own training. */
    void run(List<NetworkPreset> presets) throws IOException {
        Path metu = bench.choices().data().resolve("metu");
        if (!Files.isDirectory(metu)) {
            bench.table().missing("time to accuracy", "no folder metu in the data folder (--data)");
            return;
        }
        Dataset dataset = new DatasetScanner(new ImageIoPhotoReader())
                .scan(List.of(metu), ProgressListener.NONE, new Cancellation());
        List<LabelledImage> images = dataset.images();
        if (!bench.repetitions().whole()) {
            images = IntStream.range(0, images.size())
                    .filter(i -> i % 10 == 0)
                    .mapToObj(dataset.images()::get)
                    .toList();
        }
        Split split = GroupedSplit.split(images, PresetDefaults.TEST_SHARE, PresetDefaults.SEED);
        for (NetworkPreset preset : presets) {
            if (preset != NetworkPreset.SEED_CNN) {
                ours(preset, split);
            } else if (bench.peer().isPresent()) {
                rows("seed recipe by PyTorch", notebook(bench.peer().get(), split), split);
            } else {
                bench.table().missing("time to accuracy, seed recipe by PyTorch", TorchPeer.REMEDY);
            }
        }
    }

    private List<Epoch> notebook(TorchPeer peer, Split split) throws IOException {
        NetworkBlueprint network = Networks.of(NetworkPreset.SEED_CNN);
        TrainingPlan plan = PresetDefaults.plan(NetworkPreset.SEED_CNN, PresetDefaults.SEED);
        float[] weights;
        try (ResidentTraining first = new ResidentTraining(network, plan.learningRate(), plan.seed(), List.of(), 1)) {
            weights = first.weights();
        }
        Path folder = bench.scratch();
        JsonNode answer = peer.ask(Map.ofEntries(
                Map.entry("do", "fit"),
                Map.entry("model", PeerFiles.model(folder, network, weights).toString()),
                Map.entry("tiles", pixels(folder.resolve("train.u8"), split.train(), network)),
                Map.entry(
                        "labels",
                        PeerFiles.labels(folder.resolve("train.labels"), split.train())
                                .toString()),
                Map.entry("validationTiles", pixels(folder.resolve("validation.u8"), split.validation(), network)),
                Map.entry(
                        "validationLabels",
                        PeerFiles.labels(folder.resolve("validation.labels"), split.validation())
                                .toString()),
                Map.entry("batch", plan.batch()),
                Map.entry("rate", plan.learningRate()),
                Map.entry("epochs", bench.repetitions().whole() ? plan.epochs() : 2),
                Map.entry("patience", plan.patience())));
        List<Epoch> epochs = new ArrayList<>();
        for (JsonNode epoch : answer.path("epochs")) {
            epochs.add(new Epoch(
                    epochs.size() + 1,
                    epoch.path("training").asDouble(),
                    epoch.path("withValidation").asDouble(),
                    epoch.path("accuracy").asDouble()));
        }
        return epochs;
    }

    /** Decoded and resized once, here, so that the peer sees what our side sees and its reading costs it nothing. */
    private static String pixels(Path file, List<LabelledImage> images, NetworkBlueprint network) throws IOException {
        ImageIoPhotoReader reader = new ImageIoPhotoReader();
        Iterable<Picture> pictures = () -> images.stream()
                .map(image -> {
                    if (reader.read(image.file(), 4_000_000) instanceof PhotoReading.Decoded decoded) {
                        return TileTensor.fitted(decoded.picture(), network.inputSize());
                    }
                    throw new IllegalStateException(
                            "cannot be read: " + image.file().getFileName());
                })
                .iterator();
        return PeerFiles.pixels(file, pictures).toString();
    }

    private void ours(NetworkPreset preset, Split split) {
        TrainingPlan plan = PresetDefaults.plan(preset, PresetDefaults.SEED).withInputSize(INPUT_SIZE);
        List<Epoch> epochs = new ArrayList<>();
        Cancellation enough = new Cancellation();
        long[] loaded = {System.nanoTime()};
        TrainingOutcome outcome = new Dl4jTrainer(new ImageIoPhotoReader(), PipelineBenchmark.PLAIN)
                .train(
                        plan,
                        split,
                        PipelineBenchmark.FACTS,
                        bench.scratch().resolve("accuracy.crackscope"),
                        Trainer.Start.AFRESH,
                        event -> {
                            if (event instanceof TrainingEvent.Started) {
                                loaded[0] = System.nanoTime() - loaded[0];
                            }
                            if (event instanceof TrainingEvent.EpochDone(EpochScore score, boolean best)) {
                                double before =
                                        epochs.isEmpty() ? 0 : epochs.getLast().training();
                                double beforeAll =
                                        epochs.isEmpty() ? 0 : epochs.getLast().withValidation();
                                Epoch epoch = new Epoch(
                                        score.epoch(),
                                        before + split.train().size() / score.imagesPerSecond(),
                                        beforeAll + score.seconds(),
                                        score.validationAccuracy());
                                epochs.add(epoch);
                                System.out.println(preset.word() + " " + epoch);
                                if (epoch.accuracy() >= GOAL
                                        || !bench.repetitions().whole()) {
                                    enough.cancel();
                                }
                            }
                        },
                        enough);
        if (outcome instanceof TrainingOutcome.Failed failed) {
            throw new IllegalStateException("training failed: " + failed.reason());
        }
        String who = preset.word() + " by DL4J, its own plan at " + INPUT_SIZE + " px";
        reached(who, epochs, GOAL);
        bench.table()
                .row(
                        "time to accuracy, " + who + ": reading the tiles first",
                        new Measured(loaded[0] / 1e9),
                        "s",
                        "not in the rows above");
    }

    private void rows(String who, List<Epoch> epochs, Split split) {
        reached(who, epochs, 0.97);
        reached(who, epochs, 0.98);
        reached(who, epochs, GOAL);
        double best = epochs.stream().mapToDouble(Epoch::accuracy).max().orElseThrow();
        reached(who, epochs, best, "its best, " + Measured.figure(100 * best) + " %, in validation");
        bench.table()
                .row(
                        "time to accuracy, " + who + ": until early stopping",
                        new Measured(epochs.getLast().training()),
                        "s",
                        "with validation " + Measured.figure(epochs.getLast().withValidation()) + " s, "
                                + epochs.size() + " epochs, "
                                + split.train().size() + " training and "
                                + split.validation().size() + " validation tiles");
    }

    private void reached(String who, List<Epoch> epochs, double accuracy) {
        reached(who, epochs, accuracy, Measured.figure(100 * accuracy) + " % in validation");
    }

    private void reached(String who, List<Epoch> epochs, double accuracy, String words) {
        String what = "time to accuracy, " + who + ": " + words;
        epochs.stream()
                .filter(epoch -> epoch.accuracy() >= accuracy)
                .findFirst()
                .ifPresentOrElse(
                        epoch -> bench.table()
                                .row(
                                        what,
                                        new Measured(epoch.training()),
                                        "s",
                                        "training only; with validation " + Measured.figure(epoch.withValidation())
                                                + " s; after epoch " + epoch.number()),
                        () -> bench.table()
                                .missing(
                                        what,
                                        "not reached in " + epochs.size() + " epochs, best "
                                                + Measured.figure(100
                                                        * epochs.stream()
                                                                .mapToDouble(Epoch::accuracy)
                                                                .max()
                                                                .orElse(0))
                                                + " %"));
    }
}
