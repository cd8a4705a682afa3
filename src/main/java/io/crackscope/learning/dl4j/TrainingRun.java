package io.crackscope.learning.dl4j;

import io.crackscope.domain.Label;
import io.crackscope.learning.Calibrator.Calibration;
import io.crackscope.learning.Checkpoint;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.JudgedTile;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.TileAugmenter;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingObserver;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.learning.TrainingPlan.LearningRateSchedule;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Gate;
import io.crackscope.work.Lookahead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** One run of training: the network, where it stands, and how it makes an epoch. One thread. */
final class TrainingRun {
    /** A last step with less than this share of a batch is left out: its batch statistics would be noise. */
    private static final int LEAST_REST = 4;

    private final TrainingPlan plan;
    private final NetworkBlueprint blueprint;
    private final TileStore train;
    private final TileStore validation;
    private final ComputationGraph graph;
    private final TileBatches batches;
    private final TileAugmenter augmenter;
    private final StepListener listener;
    private final WeightAverage average;
    private final TrainingObserver observer;
    private final Gate gate;
    private final double[] classWeight;
    private final String dataDigest;
    private final List<EpochScore> epochs = new ArrayList<>();
    private int threads;
    private int bestEpoch;
    private float[] best = {};
    private double[] bestLogits = {};

    TrainingRun(
            TrainingPlan plan,
            NetworkBlueprint blueprint,
            String dataDigest,
            TileStore train,
            TileStore validation,
            TrainingObserver observer,
            Gate gate) {
        this.plan = plan;
        this.blueprint = blueprint;
        this.train = train;
        this.validation = validation;
        this.observer = observer;
        this.gate = gate;
        this.dataDigest = dataDigest;
        this.threads = EngineThreads.use(Runtime.getRuntime().availableProcessors());
        this.batches = new TileBatches(blueprint);
        this.augmenter = new TileAugmenter(plan.augmentation(), plan.seed());
        this.listener = new StepListener(observer);
        this.classWeight = plan.classWeights() ? train.labelWeights() : new double[] {1, 1};
        Adam adam = plan.schedule() == LearningRateSchedule.COSINE
                ? new Adam(new CosineSchedule(plan.learningRate(), plan.epochs() * steps()))
                : new Adam(plan.learningRate());
        this.graph = GraphFactory.training(blueprint, adam, plan.weightDecay(), plan.seed());
        this.average = new WeightAverage(graph, plan.averaging());
        graph.setListeners(listener);
    }

    private int steps() {
        int rest = train.size() % plan.batch();
        int whole = train.size() / plan.batch();
        return whole == 0 || rest * LEAST_REST >= plan.batch() ? whole + (rest > 0 ? 1 : 0) : whole;
    }

    List<EpochScore> epochs() {
        return epochs;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    float[] best() {
        return best;
    }

    /** Epochs done since the best one. */
    int epochsWithoutImprovement() {
        return epochs.size() - bestEpoch;
    }

    /** Whether {@code checkpoint} is of a run with this plan on this data. */
    boolean accepts(Checkpoint checkpoint) {
        return checkpoint.header().plan().equals(plan)
                && checkpoint.header().data().equals(dataDigest)
                && checkpoint.parameters().length == graph.numParams();
    }

    /** Starts from {@code weights}, in the blueprint's order, instead of random ones. */
    void startFrom(float[] weights) {
        GraphFactory.setWeights(graph, blueprint, weights);
        average.startHere();
    }

    void restore(Checkpoint checkpoint) {
        Checkpoint.Header header = checkpoint.header();
        if (header.threads() > 0) {
            // what is left of the run adds up as its beginning did, on however many processors there are now
            threads = EngineThreads.use(header.threads());
        }
        graph.params()
                .assign(Nd4j.create(checkpoint.parameters(), graph.params().shape(), 'c'));
        INDArray state = graph.getUpdater().getStateViewArray();
        state.assign(Nd4j.create(checkpoint.updater(), state.shape(), 'c'));
        graph.getConfiguration().setIterationCount(header.iteration());
        graph.getConfiguration().setEpochCount(header.epoch());
        epochs.addAll(header.epochs());
        bestEpoch = header.bestEpoch();
        average.restore(checkpoint.average());
        best = checkpoint.best();
    }

    Checkpoint checkpoint() {
        return new Checkpoint(
                new Checkpoint.Header(
                        plan,
                        dataDigest,
                        threads,
                        epochs.size(),
                        graph.getConfiguration().getIterationCount(),
                        epochs,
                        bestEpoch),
                graph.params().dup('c').data().asFloat(),
                graph.getUpdater().getStateViewArray().dup('c').data().asFloat(),
                average.values(),
                best);
    }

    /** What the run tells first. */
    TrainingEvent.Started started() {
        return new TrainingEvent.Started(blueprint.trainableCount(), train.size(), validation.size(), epochs.size());
    }

    /**
     * Makes one epoch and scores it.
     *
     * @throws java.util.concurrent.CancellationException if cancelled before its end; the epoch then does not count
     * @throws ArithmeticException if the loss is no number any more
     */
    void epoch(Cancellation cancellation) {
        int epoch = epochs.size() + 1;
        int steps = steps();
        int[] order = order(epoch);
        long start = System.nanoTime();
        Nd4j.getRandom().setSeed(plan.seed() * 31 + epoch);
        listener.epochStarts(epoch, steps);
        try (Lookahead<TileBatches.Batch> ahead =
                new Lookahead<>("training-tiles", steps, 3, step -> batch(order, step, epoch))) {
            for (int step = 0; step < steps; step++) {
                yieldToOthers(cancellation);
                TileBatches.Batch batch = ahead.next();
                graph.fit(new DataSet(batch.tiles(), batch.labels()));
                batches.release(batch);
                average.step();
                if (!Double.isFinite(listener.lastLoss(graph))) {
                    throw new ArithmeticException("the loss is no number in epoch " + epoch + ", step " + (step + 1));
                }
            }
        }
        double imagesPerSecond = listener.imagesPerSecond();
        average.whileInPlace(() -> {
            double[] logits = validationLogits(cancellation);
            score(epoch, logits, (System.nanoTime() - start - listener.waited()) / 1e9, imagesPerSecond);
        });
    }

    /** Between two steps: whoever must go first goes first. That time is no training time. */
    private void yieldToOthers(Cancellation cancellation) {
        train.tellLost();
        validation.tellLost();
        listener.waited(gate.pass(cancellation));
        cancellation.throwIfCancelled();
    }

    private int[] order(int epoch) {
        int[] order = new int[train.size()];
        SplittableRandom random = new SplittableRandom(plan.seed() ^ (epoch * 0x9E3779B97F4A7C15L));
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private TileBatches.Batch batch(int[] order, int step, int epoch) {
        int from = step * plan.batch();
        int[] indices = java.util.Arrays.copyOfRange(order, from, Math.min(order.length, from + plan.batch()));
        return batches.batch(
                indices,
                i -> augmenter.vary(train.picture(i), blueprint.inputSize(), epoch, i),
                i -> TileBatches.target(train.image(i), plan.labelSmoothing(), classWeight));
    }

    double[] validationLogits(Cancellation cancellation) {
        double[] logits = new double[validation.size()];
        int size = plan.batch();
        int steps = (logits.length + size - 1) / size;
        try (Lookahead<TileBatches.Batch> ahead = new Lookahead<>("validation-tiles", steps, 3, step -> {
            int[] indices = IntStream.range(step * size, Math.min(logits.length, (step + 1) * size))
                    .toArray();
            return batches.batch(indices, validation::picture, i -> new float[2]);
        })) {
            for (int step = 0; step < steps; step++) {
                yieldToOthers(cancellation);
                TileBatches.Batch batch = ahead.next();
                double[] part = LogitLoss.logits(graph.output(false, batch.tiles())[0]);
                batches.release(batch);
                System.arraycopy(part, 0, logits, step * size, part.length);
            }
        }
        return logits;
    }

    private void score(int epoch, double[] logits, double seconds, double imagesPerSecond) {
        double loss = 0;
        int hits = 0;
        for (int i = 0; i < logits.length; i++) {
            boolean crack = validation.image(i).label() == Label.CRACK;
            loss += LogitLoss.crossEntropy(logits[i], crack ? 1 : 0);
            hits += logits[i] > 0 == crack ? 1 : 0;
        }
        EpochScore score = new EpochScore(
                epoch,
                listener.meanLoss(),
                listener.meanAccuracy(),
                loss / logits.length,
                (double) hits / logits.length,
                seconds,
                imagesPerSecond);
        if (!Double.isFinite(score.validationLoss())) {
            throw new ArithmeticException("the validation loss is no number after epoch " + epoch);
        }
        epochs.add(score);
        boolean better = bestEpoch == 0
                || score.validationLoss() < epochs.get(bestEpoch - 1).validationLoss();
        if (better) {
            bestEpoch = epoch;
            best = GraphFactory.weights(graph, blueprint);
            bestLogits = logits;
        }
        StepListener.tell(observer, new TrainingEvent.Worst(epoch, worst(logits)));
        StepListener.tell(observer, new TrainingEvent.EpochDone(score, better));
    }

    private List<JudgedTile> worst(double[] logits) {
        return IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -LogitLoss.crossEntropy(logits[i], target(i))))
                .limit(TrainingEvent.Worst.MOST)
                .map(i -> new JudgedTile(validation.image(i), 1 / (1 + Math.exp(-logits[i]))))
                .toList();
    }

    private int target(int validationTile) {
        return validation.image(validationTile).label() == Label.CRACK ? 1 : 0;
    }

    /** The calibration of the best epoch, on the validation part. */
    Calibration calibration(io.crackscope.learning.Calibrator calibrator) {
        if (bestLogits.length == 0) {
            // resumed, and no epoch was better since
            float[] now = GraphFactory.weights(graph, blueprint);
            GraphFactory.setWeights(graph, blueprint, best);
            bestLogits = validationLogits(new Cancellation());
            GraphFactory.setWeights(graph, blueprint, now);
        }
        boolean[] crack = new boolean[validation.size()];
        for (int i = 0; i < crack.length; i++) {
            crack[i] = validation.image(i).label() == Label.CRACK;
        }
        return calibrator.fit(bestLogits, crack);
    }

    void close() {
        graph.close();
    }
}
