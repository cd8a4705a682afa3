package io.crackscope.bench;

import io.crackscope.dataset.Split;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.Augmentation;
import io.crackscope.learning.Calibrator;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.Trainer.CardFacts;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.learning.dl4j.Dl4jTrainer;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Training as the program does it: tiles from files, augmented beside training, with listeners and checkpoints. */
final class PipelineBenchmark {
    /** Nobody reads the card of a model that is thrown away. */
    static final CardFacts FACTS = new CardFacts("benchmark", List.of(), List.of(), List.of());

    /** Reads logits as they are: calibration is not what is measured. */
    static final Calibrator PLAIN = (logits, crack) -> new Calibrator.Calibration(1, 0.5);

    private static final int TILES = 240;

    private final Bench bench;

    PipelineBenchmark(Bench bench) {
        this.bench = bench;
    }

    void run(NetworkPreset preset) throws IOException {
        int size = Networks.of(preset).inputSize();
        Split split = GeneratedDataset.write(bench.scratch().resolve("tiles-" + preset.word()), size, TILES);
        int epochs = 1 + bench.repetitions().rounds();
        TrainingPlan standard = PresetDefaults.plan(preset, 1);
        TrainingPlan plan = new TrainingPlan(
                preset,
                standard.inputSize(),
                epochs,
                epochs,
                32,
                standard.learningRate(),
                standard.schedule(),
                Augmentation.STANDARD,
                false,
                standard.labelSmoothing(),
                standard.weightDecay(),
                standard.averaging(),
                1);
        List<Double> speeds = new ArrayList<>();
        TrainingOutcome outcome = new Dl4jTrainer(new ImageIoPhotoReader(), PLAIN)
                .train(
                        plan,
                        split,
                        FACTS,
                        bench.scratch().resolve("pipeline.crackscope"),
                        Trainer.Start.AFRESH,
                        event -> {
                            if (event instanceof TrainingEvent.EpochDone(EpochScore score, boolean best)
                                    && score.epoch() > 1) {
                                speeds.add(score.imagesPerSecond());
                            }
                        },
                        new Cancellation());
        if (!(outcome instanceof TrainingOutcome.Finished)) {
            throw new IllegalStateException("training did not finish: " + outcome);
        }
        double[] values = speeds.stream().mapToDouble(Double::doubleValue).toArray();
        bench.table()
                .row(
                        "training " + preset.word() + ", batch 32, whole pipeline",
                        new Measured(values),
                        "images/s",
                        bench.share(values, Networks.trainingMultiplyAdds(Networks.of(preset)))
                                + ", augmentation beside training, "
                                + split.train().size()
                                + " generated tiles, epochs after the first");
    }
}
