package io.crackscope.training;

import io.crackscope.dataset.Folds;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitException;
import io.crackscope.evaluation.ImageScoring;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.learning.Augmentation;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.InferenceEngine;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.SpeedProbe;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.Trainer.CardFacts;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingObserver;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.learning.TrainingPlan.LearningRateSchedule;
import io.crackscope.training.TrainingWorkflow.Engine;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Judges the labels of a data set by small networks none of which has seen what it judges: one for each of {@link Folds},
 * trained on the others. A wrong label stands out there, while a model that has learnt it agrees with it. Blocks; one at a
 * time.
 */
public final class CrossValidation {
    /** As many as the notebook had; more teach a small network little and take long. */
    private static final int MOST_LEARNT = 6000;

    private static final long SEED = 1;

    /** Tiles a network learns from in all its epochs, about: with a few hundred drawn tiles nine in ten are right by then. */
    private static final int LESSONS = 24_000;

    private static final int MOST_EPOCHS = 40;
    private static final int LEAST_EPOCHS = 4;
    private static final int INPUT = 112;
    private static final int BATCH = 32;

    /** Share of a fold's time that training takes; the rest judges. */
    private static final double TRAINING = 0.95;

    private static final CardFacts FACTS =
            new CardFacts("cross-validation", List.of(), List.of(), List.of("judges labels only"));

    private final Engine engine;

    /** Trains and judges with {@code engine}. */
    public CrossValidation(Engine engine) {
        this.engine = engine;
    }

    /** The images of one fold, which are the test part of {@code split}. */
    public record Fold(Split split, TrainingPlan plan) {
        /** Changes whenever an answer of the fold's judge could: 64 characters. */
        public String key() {
            StringBuilder all = new StringBuilder(plan.toString());
            for (List<LabelledImage> part : List.of(split.train(), split.validation())) {
                all.append('\n');
                part.forEach(image -> all.append(image.sha256()).append(image.label()));
            }
            return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * The folds of {@code table}, which is measured and grouped.
     *
     * @throws SplitException if there are too few groups; the message says so
     */
    public static List<Fold> folds(ImageTable table) {
        return Folds.of(table, MOST_LEARNT, SEED).stream()
                .map(split -> new Fold(split, plan(split.train().size())))
                .toList();
    }

    private static TrainingPlan plan(int images) {
        int epochs = Math.clamp(Math.ceilDiv(LESSONS, Math.max(1, images)), LEAST_EPOCHS, MOST_EPOCHS);
        return new TrainingPlan(
                NetworkPreset.CRACKNET,
                INPUT,
                epochs,
                epochs,
                BATCH,
                2e-3,
                LearningRateSchedule.COSINE,
                Augmentation.STANDARD,
                true,
                0.02,
                0.02,
                0.99,
                SEED);
    }

    /** How long {@code folds} take on this machine, about; lets {@code probe} train for a second to find out. */
    public static Duration time(List<Fold> folds, SpeedProbe probe, Cancellation cancellation) {
        SpeedProbe.Speed speed = probe.measure(folds.getFirst().plan(), cancellation);
        return folds.stream()
                .map(fold -> speed.of(
                        fold.plan().epochs(),
                        fold.split().train().size(),
                        fold.split().validation().size()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Trains the judge of {@code fold} and lets it judge: crack probabilities by SHA-256 of the images' bytes; images that
     * cannot be read are missing. Nothing is left on disk.
     *
     * @param progress hears of thousandths
     * @throws IOException if there is no room for a model of a few megabytes
     * @throws FoldException if the judge cannot be trained
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Map<String, Double> judge(Fold fold, ProgressListener progress, Cancellation cancellation)
            throws IOException {
        Path folder = Files.createTempDirectory("crackscope-fold");
        try {
            Path model = folder.resolve("judge.crackscope");
            TrainingObserver observer = event -> {
                if (event instanceof TrainingEvent.Step step) {
                    double done = step.epoch() - 1 + (double) step.step() / step.steps();
                    tell(progress, TRAINING * done / fold.plan().epochs());
                }
            };
            TrainingOutcome outcome = engine.trainer()
                    .train(fold.plan(), fold.split(), FACTS, model, Trainer.Start.AFRESH, observer, cancellation);
            cancellation.throwIfCancelled();
            if (outcome instanceof TrainingOutcome.Failed failed) {
                throw new FoldException(failed.problem(), failed.reason());
            }
            return judge(model, fold.split().test(), progress, cancellation);
        } finally {
            delete(folder);
        }
    }

    private Map<String, Double> judge(
            Path model, List<LabelledImage> images, ProgressListener progress, Cancellation cancellation) {
        Map<String, String> digests = new HashMap<>();
        images.forEach(image -> digests.put(image.file().toString(), image.sha256()));
        Map<String, Double> answers = new HashMap<>();
        try (CrackClassifier classifier = engine.loader().load(model, InferenceEngine.ONNX)) {
            List<ScoredImage> scored = new ImageScoring(engine.photos())
                    .score(
                            classifier,
                            images,
                            (done, total) -> tell(progress, TRAINING + (1 - TRAINING) * done / total),
                            cancellation)
                    .scored();
            cancellation.throwIfCancelled();
            scored.forEach(image -> answers.put(digests.get(image.image()), image.probability()));
        }
        return answers;
    }

    private static void tell(ProgressListener progress, double share) {
        progress.progress(Math.round(1000 * share), 1000);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
