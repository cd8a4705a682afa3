package io.crackscope.learning.dl4j;

import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingObserver;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of each step from DL4J and passes its figures on. DL4J breaks off when a listener throws, so whatever an observer
 * throws ends here. Used by the training thread only.
 */
final class StepListener extends BaseTrainingListener {
    private static final Logger LOG = LoggerFactory.getLogger(StepListener.class);

    private final TrainingObserver observer;
    private int epoch;
    private int step;
    private int steps;
    private long images;
    private long started;
    private long waited;
    private double lossSum;
    private double accuracySum;

    StepListener(TrainingObserver observer) {
        this.observer = observer;
    }

    void epochStarts(int number, int stepsInEpoch) {
        epoch = number;
        steps = stepsInEpoch;
        step = 0;
        images = 0;
        lossSum = 0;
        accuracySum = 0;
        waited = 0;
        started = System.nanoTime();
    }

    @Override
    public void iterationDone(Model model, int iteration, int dl4jEpoch) {
        ComputationGraph graph = (ComputationGraph) model;
        LogitLoss loss = loss(graph);
        step++;
        images += graph.batchSize();
        lossSum += loss.lastLoss();
        accuracySum += loss.lastAccuracy();
        tell(
                observer,
                new TrainingEvent.Step(
                        epoch,
                        step,
                        steps,
                        loss.lastLoss(),
                        loss.lastAccuracy(),
                        graph.getLearningRate(
                                graph.getConfiguration().getNetworkOutputs().getFirst()),
                        imagesPerSecond()));
    }

    private static LogitLoss loss(ComputationGraph graph) {
        BaseOutputLayer<?> output = (BaseOutputLayer<?>) graph.getOutputLayer(0);
        return (LogitLoss) ((org.deeplearning4j.nn.conf.layers.BaseOutputLayer)
                        output.conf().getLayer())
                .getLossFn();
    }

    double lastLoss(ComputationGraph graph) {
        return loss(graph).lastLoss();
    }

    double meanLoss() {
        return lossSum / step;
    }

    double meanAccuracy() {
        return accuracySum / step;
    }

    double imagesPerSecond() {
        return images / Math.max(1e-9, (System.nanoTime() - started - waited) / 1e9);
    }

    /** Nanoseconds in which training let others go first do not count. */
    void waited(long nanos) {
        waited += nanos;
    }

    /** Nanoseconds waited in this epoch. */
    long waited() {
        return waited;
    }

    static void tell(TrainingObserver observer, TrainingEvent event) {
        try {
            observer.on(event);
        } catch (RuntimeException e) {
            LOG.warn("an observer of the training failed", e);
        }
    }
}
