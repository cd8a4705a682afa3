package io.crackscope.training;

import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitException;
import io.crackscope.dataset.SplitFile;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.domain.Scorecard;
import io.crackscope.evaluation.ImageScoring;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.evaluation.Scores;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.InferenceEngine;
import io.crackscope.learning.ModelLoader;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.Trainer.CardFacts;
import io.crackscope.learning.Trainer.Start;
import io.crackscope.learning.TrainingObserver;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.training.TrainingResult.Tested;
import io.crackscope.training.TrainingStages.Stage;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scans, splits, counts leaks, trains, tests, fills in the card and keeps the run: what every training run goes through. */
public final class TrainingWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingWorkflow.class);
    private static final Dataset NOTHING = new Dataset(List.of(), List.of(), List.of(), List.of(), List.of());

    private final DataSource data;
    private final Engine engine;
    private final Optional<RunHistory> history;

    /** Keeps runs in {@code history}, if any. */
    public TrainingWorkflow(DataSource data, Engine engine, Optional<RunHistory> history) {
        this.data = data;
        this.engine = engine;
        this.history = history;
    }

    /**
     * Where images come from.
     *
     * @param scan finds labelled images in folders
     * @param looks what images look like
     */
    public record DataSource(Scan scan, ImageLooks looks) {}

    /** Finds labelled images. */
    @FunctionalInterface
    public interface Scan {
        /** As {@link io.crackscope.dataset.DatasetScanner#scan}. */
        Dataset scan(List<Path> folders, ProgressListener progress, Cancellation cancellation);
    }

    /**
     * What trains and tests.
     *
     * @param trainer makes the model
     * @param loader opens it for the test
     * @param photos reads test images
     * @param keepTestScore writes the test score into the model file's card
     */
    public record Engine(
            Trainer trainer, ModelLoader loader, PhotoReader photos, BiConsumer<Path, Scorecard> keepTestScore) {}

    /** What trains and tests here. */
    public Engine engine() {
        return engine;
    }

    /**
     * Two ways to end a run early.
     *
     * @param stop ends the training; the best epoch is kept, and tested if the run itself is wanted
     * @param abandon ends whatever goes on; cancels {@code stop} too
     */
    public record Ends(Cancellation stop, Cancellation abandon) {
        /** Only one way: what is cancelled is not tested. */
        public static Ends by(Cancellation cancellation) {
            return new Ends(cancellation, cancellation);
        }

        /** Whether the run was left behind, by closing the window for example, and not stopped. */
        boolean isCutOff() {
            return abandon.isCancelled() && abandon != stop;
        }
    }

    /**
     * Runs {@code order} on the calling thread until done or ended.
     *
     * @throws io.crackscope.dataset.DatasetException if a manifest or kept split cannot be used
     * @throws io.crackscope.learning.ModelFileException if model, checkpoint or the model to start from cannot be used or
     *     written
     * @throws java.util.concurrent.CancellationException if abandoned before training began
     */
    public TrainingResult run(TrainingOrder order, TrainingStages stages, Ends ends) {
        Cancellation early = ends.abandon();
        // read first: a wrong path shows before minutes of scanning
        Optional<StartModel> from = Optional.ofNullable(order.from()).map(StartModel::read);
        Optional<Split> named =
                order.data().isNamed() ? Optional.of(split(order, List.of(), stages, early)) : Optional.empty();
        Dataset found = named.map(Dataset::of).orElseGet(() -> scan(order.data().folders(), stages, early));
        stages.found(found);
        if (found.images().isEmpty()) {
            return new TrainingResult.NothingFound(found);
        }
        Dataset trainOnly = NOTHING;
        if (!order.data().trainOnly().isEmpty()) {
            trainOnly = scan(order.data().trainOnly(), stages, early);
            stages.foundTrainOnly(trainOnly);
        }
        Split split;
        try {
            Split parted = named.isPresent() ? named.get() : split(order, found.images(), stages, early);
            split = parted.alsoTraining(trainOnly.images());
        } catch (SplitException impossible) {
            return new TrainingResult.NotSplit(impossible);
        }
        stages.split(split);
        SplitLeaks leaks = stages.during(Stage.LEAKS, progress -> SplitLeaks.of(split, data.looks(), progress, early));
        stages.leaks(split, leaks);
        from.ifPresent(model -> stages.startLeaks(StartLeaks.of(model.model(), split)));
        CardFacts facts = CardText.facts(order, found.images(), trainOnly.images(), from);
        Optional<RunLog> log = log(order, split, RunRecord.Data.of(order.data(), split, leaks, from), facts);
        Start start = new Start(from.map(StartModel::model), order.resume());
        TrainingOutcome outcome =
                train(new Run(order.modelFile(), facts, split, start), order.plan(), log, stages, ends);
        Optional<Tested> test = test(order.modelFile(), split, order.plan().seed(), outcome, log, stages, ends);
        return new TrainingResult.Ended(found, split, leaks, outcome, test);
    }

    /**
     * Takes up an unfinished run of the history with the split and the start it had; otherwise as {@link #run}.
     *
     * @throws io.crackscope.dataset.DatasetException if the split is gone or an image has changed
     * @throws io.crackscope.learning.ModelFileException as {@link #run}, or if the model that it started from is gone or
     *     another
     */
    public TrainingResult resume(RunRecord run, TrainingStages stages, Ends ends) {
        RunHistory kept = history.orElseThrow();
        Optional<StartModel> from = StartModel.of(run);
        Split split = stages.during(
                Stage.SPLIT, progress -> SplitFile.read(kept.splitFile(run.id()), progress, ends.abandon()));
        stages.split(split);
        stages.leaks(split, run.data().leaks());
        from.ifPresent(model -> stages.startLeaks(StartLeaks.of(model.model(), split)));
        Optional<RunLog> log = Optional.of(RunLog.resume(kept, run));
        Start start = new Start(from.map(StartModel::model), true);
        TrainingOutcome outcome = train(new Run(run.model(), run.facts(), split, start), run.plan(), log, stages, ends);
        Optional<Tested> test = test(run.model(), split, run.plan().seed(), outcome, log, stages, ends);
        Dataset none = new Dataset(split.train(), List.of(), List.of(), List.of(), List.of());
        return new TrainingResult.Ended(none, split, run.data().leaks(), outcome, test);
    }

    private Dataset scan(List<Path> folders, TrainingStages stages, Cancellation cancellation) {
        Dataset found = stages.during(Stage.SCAN, progress -> data.scan().scan(folders, progress, cancellation));
        cancellation.throwIfCancelled();
        return found;
    }

    private static Split split(
            TrainingOrder order, List<LabelledImage> images, TrainingStages stages, Cancellation cancellation) {
        long seed = order.plan().seed();
        return order.data().isKept()
                ? stages.during(Stage.SPLIT, progress -> order.data().split(images, seed, progress, cancellation))
                : order.data().split(images, seed, ProgressListener.NONE, cancellation);
    }

    private Optional<RunLog> log(TrainingOrder order, Split split, RunRecord.Data learnt, CardFacts facts) {
        if (history.isEmpty()) {
            return Optional.empty();
        }
        if (order.resume()) {
            Optional<RunRecord> earlier = history.get().resumable(order.modelFile());
            if (earlier.isPresent()) {
                return Optional.of(RunLog.resume(history.get(), earlier.get()));
            }
        }
        try {
            Instant now = Instant.now();
            String id = history.get().newId(now, order.plan().preset().word());
            return Optional.of(RunLog.begin(history.get(), RunRecord.begun(id, now, order, learnt, facts), split));
        } catch (IOException e) {
            LOG.warn("the run cannot be kept in the history", e);
            return Optional.empty();
        }
    }

    /** What the trainer is given besides the plan. */
    private record Run(Path modelFile, CardFacts facts, Split split, Start start) {}

    private TrainingOutcome train(Run run, TrainingPlan plan, Optional<RunLog> log, TrainingStages stages, Ends ends) {
        TrainingObserver both = event -> {
            log.ifPresent(kept -> kept.on(event));
            stages.on(event);
        };
        TrainingOutcome outcome;
        try {
            outcome = engine.trainer()
                    .train(plan, run.split(), run.facts(), run.modelFile(), run.start(), both, ends.stop());
        } catch (RuntimeException | Error e) {
            log.ifPresent(kept -> kept.broke(e));
            throw e;
        }
        log.ifPresent(kept -> kept.ended(outcome, ends.isCutOff()));
        stages.ended(outcome);
        return outcome;
    }

    /** Scores the written model on the test part; empty where that was cancelled: half a test is no score. */
    private Optional<Tested> test(
            Path modelFile,
            Split split,
            long seed,
            TrainingOutcome outcome,
            Optional<RunLog> log,
            TrainingStages stages,
            Ends ends) {
        boolean isKept = outcome instanceof TrainingOutcome.Finished
                || outcome instanceof TrainingOutcome.Cancelled cancelled && cancelled.bestEpoch() > 0;
        if (!isKept || split.test().isEmpty() || ends.abandon().isCancelled()) {
            return Optional.empty();
        }
        try (CrackClassifier classifier = engine.loader().load(modelFile, InferenceEngine.ONNX)) {
            ImageScoring.Result result = stages.during(
                    Stage.TEST,
                    progress -> new ImageScoring(engine.photos())
                            .score(classifier, split.test(), progress, ends.abandon()));
            if (ends.abandon().isCancelled()) {
                return Optional.empty();
            }
            Scorecard score = Scores.of(result.scored(), classifier.model().tileThreshold(), split.kind(), seed);
            engine.keepTestScore().accept(modelFile, score);
            log.ifPresent(kept -> kept.tested(score, answers(split, result.scored())));
            stages.tested(score, result.refused());
            return Optional.of(new Tested(score, result.refused().size()));
        }
    }

    private static List<TestAnswer> answers(Split split, List<ScoredImage> scored) {
        Map<String, String> digests = new HashMap<>();
        split.test().forEach(image -> digests.put(image.file().toString(), image.sha256()));
        return scored.stream()
                .map(image -> new TestAnswer(
                        digests.getOrDefault(image.image(), ""),
                        image.label(),
                        image.group(),
                        image.probability(),
                        image.image()))
                .toList();
    }
}
