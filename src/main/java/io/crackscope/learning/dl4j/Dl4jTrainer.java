package io.crackscope.learning.dl4j;

import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.Split;
import io.crackscope.domain.Label;
import io.crackscope.domain.ModelCard;
import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.learning.Augmentation;
import io.crackscope.learning.Calibrator;
import io.crackscope.learning.Checkpoint;
import io.crackscope.learning.GrownNetwork;
import io.crackscope.learning.ModelDescription;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.ModelFileException;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.PresetBlueprints;
import io.crackscope.learning.SeenImages;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingObserver;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.learning.TrainingOutcome.Problem;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains with Deeplearning4j on this machine's processor. */
public final class Dl4jTrainer implements Trainer {
    private static final Logger LOG = LoggerFactory.getLogger(Dl4jTrainer.class);

    /** Until photos have fixed better ones: below even odds a person need not look, above nine in ten it is a crack. */
    private static final VerdictThresholds FIRST_THRESHOLDS = new VerdictThresholds(0.5, 0.9);

    /** Every how many images reading is told. */
    private static final int READING_STEP = 32;

    private final PhotoReader reader;
    private final Calibrator calibrator;
    private final ImageLooks looks;
    private final Gate gate;

    /** Reads tiles with {@code reader} and calibrates on the validation part with {@code calibrator}. */
    public Dl4jTrainer(PhotoReader reader, Calibrator calibrator) {
        this(reader, calibrator, ImageLooks.reading(reader), new Gate());
    }

    /**
     * As the other one.
     *
     * @param looks of images that others may have asked for already
     * @param gate is passed between steps: training waits while it is held
     */
    public Dl4jTrainer(PhotoReader reader, Calibrator calibrator, ImageLooks looks, Gate gate) {
        this.reader = reader;
        this.calibrator = calibrator;
        this.looks = looks;
        this.gate = gate;
    }

    @Override
    public TrainingOutcome train(
            TrainingPlan plan,
            Split split,
            CardFacts facts,
            Path modelFile,
            Start start,
            TrainingObserver observer,
            Cancellation cancellation) {
        NetworkBlueprint blueprint = PresetBlueprints.of(plan.preset(), plan.inputSize());
        Optional<float[]> begin = start.from().map(model -> firstWeights(model, plan, blueprint, modelFile));
        TileStore train;
        TileStore validation;
        Optional<SeenImages> seen;
        try {
            long budget = Runtime.getRuntime().maxMemory() * 2 / 5;
            Consumer<TrainingEvent.Skipped> skipped = e -> StepListener.tell(observer, e);
            boolean exact = plan.augmentation().equals(Augmentation.NONE);
            int first = split.train().size();
            int total = first + split.validation().size();
            train = TileStore.load(
                    split.train(),
                    reader,
                    blueprint.inputSize(),
                    exact,
                    budget,
                    skipped,
                    (done, of) -> reading(observer, (int) done, total),
                    cancellation);
            validation = TileStore.load(
                    split.validation(),
                    reader,
                    blueprint.inputSize(),
                    true,
                    budget / 2,
                    skipped,
                    (done, of) -> reading(observer, first + (int) done, total),
                    cancellation);
            seen = seen(start, SeenImages.of(split.train(), split.validation(), looks, cancellation));
        } catch (CancellationException e) {
            return new TrainingOutcome.Cancelled(List.of(), 0);
        }
        Optional<String> lack = lack(train, "training").or(() -> lack(validation, "validation"));
        if (lack.isPresent()) {
            return new TrainingOutcome.Failed(
                    List.of(), 0, Problem.ONE_CLASS, lack.get(), "Add images of both classes, or choose another split");
        }
        TrainingRun run = new TrainingRun(plan, blueprint, digest(split, start), train, validation, observer, gate);
        begin.ifPresent(run::startFrom);
        try {
            Path checkpointFile = Checkpoint.beside(modelFile);
            if (start.resume() && Files.exists(checkpointFile)) {
                resume(run, checkpointFile);
            }
            StepListener.tell(observer, run.started());
            return go(
                    run,
                    plan,
                    cancellation,
                    () -> {
                        StoredModel model = model(plan, blueprint, split, facts, run);
                        ModelFile.write(modelFile, seen.map(model::with).orElse(model));
                    },
                    checkpointFile);
        } finally {
            run.close();
        }
    }

    private static float[] firstWeights(
            StoredModel start, TrainingPlan plan, NetworkBlueprint blueprint, Path modelFile) {
        return GrownNetwork.weights(start.network(), start.weights(), blueprint, plan.seed())
                .orElseThrow(() -> new ModelFileException(
                        modelFile,
                        ModelFileException.Problem.START_DIFFERS,
                        start.description().card().name(),
                        start.description().card().preset(),
                        start.network().weightCount(),
                        plan.preset().word(),
                        blueprint.weightCount()));
    }

    private static Optional<SeenImages> seen(Start start, SeenImages here) {
        return start.from().isEmpty()
                ? Optional.of(here)
                : start.from().get().seen().map(before -> before.and(here));
    }

    private static String digest(Split split, Start start) {
        String data = Checkpoint.digest(split);
        return start.from()
                .map(model -> data + " from " + model.weightsDigest())
                .orElse(data);
    }

    private static void reading(TrainingObserver observer, int done, int total) {
        if (done % READING_STEP == 0 || done == total) {
            StepListener.tell(observer, new TrainingEvent.Reading(done, total));
        }
    }

    private static Optional<String> lack(TileStore tiles, String part) {
        for (Label label : Label.values()) {
            boolean found = false;
            for (int i = 0; i < tiles.size() && !found; i++) {
                found = tiles.image(i).label() == label;
            }
            if (!found) {
                return Optional.of("the " + part + " part has no readable image labelled " + label.word());
            }
        }
        return Optional.empty();
    }

    private static void resume(TrainingRun run, Path checkpointFile) {
        Checkpoint checkpoint = Checkpoint.read(checkpointFile);
        if (!run.accepts(checkpoint)) {
            throw new ModelFileException(checkpointFile, ModelFileException.Problem.OTHER_RUN);
        }
        run.restore(checkpoint);
    }

    private static TrainingOutcome go(
            TrainingRun run, TrainingPlan plan, Cancellation cancellation, Runnable keepBest, Path checkpointFile) {
        int kept = run.bestEpoch();
        try {
            while (run.epochs().size() < plan.epochs() && run.epochsWithoutImprovement() < plan.patience()) {
                run.epoch(cancellation);
                if (run.epochsWithoutImprovement() == 0) {
                    keepBest.run();
                    kept = run.bestEpoch();
                }
                run.checkpoint().write(checkpointFile);
            }
        } catch (CancellationException e) {
            return new TrainingOutcome.Cancelled(run.epochs(), run.bestEpoch());
        } catch (ArithmeticException e) {
            return new TrainingOutcome.Failed(
                    run.epochs(),
                    run.bestEpoch(),
                    Problem.LOSS_NOT_FINITE,
                    e.getMessage(),
                    "Train with a lower learning rate");
        } catch (LostTileException e) {
            return new TrainingOutcome.Failed(
                    run.epochs(),
                    run.bestEpoch(),
                    Problem.IMAGE_LOST,
                    e.getMessage(),
                    "Reconnect its disk and train with --resume");
        } catch (ModelFileException e) {
            Path folder = checkpointFile.toAbsolutePath().getParent();
            if (!FullDisk.isReason(e, folder)) {
                throw e;
            }
            LOG.error("the disk is full", e);
            return new TrainingOutcome.Failed(
                    run.epochs(),
                    kept,
                    Problem.DISK_FULL,
                    String.valueOf(folder),
                    "Its disk is full: free some space there and "
                            + (Files.exists(checkpointFile) ? "train with --resume" : "train again with --force"));
        } catch (OutOfMemoryError e) {
            LOG.error("out of memory in training", e);
            return new TrainingOutcome.Failed(
                    run.epochs(),
                    run.bestEpoch(),
                    Problem.OUT_OF_MEMORY,
                    "memory is used up",
                    "Use a smaller batch and train with --resume");
        }
        deleteQuietly(checkpointFile);
        boolean all = run.epochs().size() >= plan.epochs();
        return new TrainingOutcome.Finished(
                run.epochs(),
                run.bestEpoch(),
                all ? TrainingOutcome.StopReason.EPOCHS_DONE : TrainingOutcome.StopReason.NO_IMPROVEMENT);
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("the checkpoint {} is not needed any more but cannot be deleted", file, e);
        }
    }

    private StoredModel model(
            TrainingPlan plan, NetworkBlueprint blueprint, Split split, CardFacts facts, TrainingRun run) {
        Calibrator.Calibration calibration = run.calibration(calibrator);
        ModelCard card = new ModelCard(
                facts.name(),
                plan.preset().word(),
                LocalDate.now().toString(),
                facts.data(),
                facts.attribution(),
                split.kind() + ", seed " + split.seed(),
                split.train().size(),
                split.validation().size(),
                split.test().size(),
                plan.seed(),
                run.epochs().size(),
                run.bestEpoch(),
                Optional.empty(),
                facts.limits());
        return new StoredModel(
                new ModelDescription(
                        card,
                        blueprint.inputSize(),
                        plan.preset().window(),
                        plan.preset().stride(),
                        calibration.temperature(),
                        calibration.tileThreshold(),
                        PhotoCalibration.NONE,
                        FIRST_THRESHOLDS),
                blueprint,
                run.best());
    }
}
