package io.crackscope.learning.dl4j;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Label;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.PresetBlueprints;
import io.crackscope.learning.Processor;
import io.crackscope.learning.SpeedProbe;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Gate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

/** Measures with the very loop that trains, on tiles of noise. */
public final class Dl4jSpeedProbe implements SpeedProbe {
    private static final long LEAST_NANOS = 1_000_000_000L;

    /** The first steps load code and memory that the later ones find. */
    private static final int WARM_UP = 2;

    private static final int MOST_STEPS = 1_000;
    private static final int VALIDATION_STEPS = 2;

    @Override
    public Speed measure(TrainingPlan plan, Cancellation cancellation) {
        NetworkBlueprint blueprint = PresetBlueprints.of(plan.preset(), plan.inputSize());
        List<LabelledImage> two = List.of(image("a", Label.CRACK), image("b", Label.NO_CRACK));
        int validationTiles = VALIDATION_STEPS * plan.batch();
        Stopwatch watch = new Stopwatch(cancellation);
        TrainingRun run = new TrainingRun(
                plan,
                blueprint,
                "speed probe",
                noise(two, blueprint.inputSize(), MOST_STEPS * plan.batch()),
                noise(two, blueprint.inputSize(), validationTiles),
                watch::on,
                new Gate());
        try {
            learn(run, watch);
            cancellation.throwIfCancelled();
            run.validationLogits(cancellation);
            long start = System.nanoTime();
            run.validationLogits(cancellation);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Speed(watch.stepsPerSecond() * plan.batch(), validationTiles / seconds, Processor.lacksAvx2());
        } finally {
            run.close();
        }
    }

    private static void learn(TrainingRun run, Stopwatch watch) {
        try {
            run.epoch(watch.enough);
        } catch (CancellationException e) {
            // measured long enough
        }
    }

    private static LabelledImage image(String name, Label label) {
        return new LabelledImage(Path.of(name), label, name, name);
    }

    private static TileStore noise(List<LabelledImage> images, int side, int count) {
        byte[] rgb = new byte[3 * side * side];
        new Random(1).nextBytes(rgb);
        Picture picture = new Picture(side, side, rgb);
        List<LabelledImage> repeated = new ArrayList<>(count);
        List<Picture> pictures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            repeated.add(images.get(i % images.size()));
            pictures.add(picture);
        }
        return TileStore.of(repeated, pictures);
    }

    /** Times the steps after the first and ends the epoch when it has seen enough. */
    private static final class Stopwatch {
        private final Cancellation asked;
        private final Cancellation enough = new Cancellation();
        private long start;
        private long last;
        private int steps;

        Stopwatch(Cancellation asked) {
            this.asked = asked;
        }

        void on(TrainingEvent event) {
            if (event instanceof TrainingEvent.Step) {
                last = System.nanoTime();
                steps++;
                if (steps == WARM_UP) {
                    start = last;
                }
                if (asked.isCancelled() || steps > WARM_UP && last - start >= LEAST_NANOS) {
                    enough.cancel();
                }
            }
        }

        double stepsPerSecond() {
            return Math.max(1, steps - WARM_UP) / Math.max(1e-3, (last - start) / 1e9);
        }
    }
}
