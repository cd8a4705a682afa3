package io.crackscope.learning.dl4j;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.learning.Augmentation;
import io.crackscope.learning.Calibrator;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingObserver;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.samples.SampleTiles;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A training run on generated tiles in a process of its own, which says each step and can be killed. */
final class TrainingProcess {
    static final int EPOCHS = 3;
    private static final int TRAIN = 48;
    private static final int VALIDATION = 16;

    private TrainingProcess() {}

    /** Trains to the model file named; having said the step named after it, such as {@code 2 7}, waits to be killed. */
    public static void main(String[] arguments) {
        train(Path.of(arguments[0]), saying(step -> {
            System.out.println(step);
            if (arguments.length > 1 && step.startsWith(arguments[1] + " ")) {
                while (true) {
                    LockSupport.park();
                }
            }
        }));
    }

    /** Says each step with its loss: epoch, step, loss. */
    static TrainingObserver saying(Consumer<String> out) {
        return event -> {
            if (event instanceof TrainingEvent.Step step) {
                out.accept(step.epoch() + " " + step.step() + " " + step.loss());
            }
        };
    }

    /** Trains to {@code model}, going on where an earlier run was cut off. */
    static TrainingOutcome train(Path model, TrainingObserver observer) {
        SampleTiles source = new SampleTiles(112, 5);
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < TRAIN + VALIDATION; i++) {
            images.add(new LabelledImage(
                    Path.of(Integer.toString(i)), source.tile(i).label(), "g" + i, Digests.sha256(new byte[] {(byte) i
                    })));
        }
        PhotoReader reader = (file, mostPixels) -> new PhotoReading.Decoded(
                source.tile(Integer.parseInt(file.toString())).picture(),
                new PhotoFacts(
                        112, 112, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                1);
        TrainingPlan plan = new TrainingPlan(
                NetworkPreset.CRACKNET,
                112,
                EPOCHS,
                EPOCHS,
                4,
                2e-3,
                TrainingPlan.LearningRateSchedule.COSINE,
                Augmentation.STANDARD,
                true,
                0.02,
                0.01,
                0.9,
                7);
        return new Dl4jTrainer(reader, (logits, crack) -> new Calibrator.Calibration(1, 0.5))
                .train(
                        plan,
                        new Split(
                                "grouped",
                                1,
                                images.subList(0, TRAIN),
                                images.subList(TRAIN, images.size()),
                                List.of()),
                        new Trainer.CardFacts("killed", List.of(), List.of(), List.of()),
                        model,
                        Trainer.Start.RESUMED,
                        observer,
                        new Cancellation());
    }
}
