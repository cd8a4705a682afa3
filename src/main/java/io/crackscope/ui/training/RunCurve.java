package io.crackscope.ui.training;

import io.crackscope.learning.EpochScore;
import io.crackscope.training.StepCurve;
import java.util.Arrays;
import java.util.List;

/**
 * The learning curve of one run as it is drawn: steps with their smoothed loss, and epochs. Grows while the run goes on.
 * One thread.
 */
final class RunCurve {
    /** Share that the smoothed loss keeps at each step: it looks back about thirty steps. */
    private static final double KEPT = 0.97;

    private final String name;
    private final StepCurve steps;
    private double[] smoothed = {};
    private int smoothedSize;
    private double sum;
    private double weight;
    private List<EpochScore> epochs = List.of();
    private int bestEpoch;
    private int stepsInEpoch;

    /** An empty curve that grows. */
    RunCurve(String name) {
        this(name, new StepCurve(), List.of(), 0);
    }

    /** The curve of a run that is over. */
    RunCurve(String name, StepCurve steps, List<EpochScore> epochs, int bestEpoch) {
        this.name = name;
        this.steps = steps;
        epochs(epochs, bestEpoch);
        smooth();
    }

    String name() {
        return name;
    }

    /** Adds steps of an epoch of {@code inEpoch} steps. */
    void add(StepCurve more, int inEpoch) {
        stepsInEpoch = inEpoch;
        steps.addFrom(more, 0);
        smooth();
    }

    /** Sets the epochs that are done. */
    void epochs(List<EpochScore> done, int best) {
        epochs = List.copyOf(done);
        bestEpoch = best;
    }

    private void smooth() {
        if (smoothed.length < steps.size()) {
            smoothed = Arrays.copyOf(smoothed, Math.max(256, 2 * steps.size()));
        }
        for (; smoothedSize < steps.size(); smoothedSize++) {
            // divided by the weight so far, so that the first steps do not pull the curve to zero
            sum = KEPT * sum + (1 - KEPT) * steps.loss(smoothedSize);
            weight = KEPT * weight + (1 - KEPT);
            smoothed[smoothedSize] = sum / weight;
        }
    }

    StepCurve steps() {
        return steps;
    }

    List<EpochScore> epochs() {
        return epochs;
    }

    /** From 1; 0 for none. */
    int bestEpoch() {
        return bestEpoch;
    }

    double smoothedLoss(int step) {
        return smoothed[step];
    }

    /** Where a step lies on the axis of epochs: epoch 1 reaches from 0 to 1. */
    double x(int step) {
        return (step + 1.0) / perEpoch();
    }

    /** The step at or after a place on the axis of epochs; the number of steps where it lies behind the last. */
    int stepAt(double x) {
        return Math.clamp((long) Math.ceil(x * perEpoch()) - 1, 0, steps.size());
    }

    private int perEpoch() {
        if (stepsInEpoch > 0) {
            return stepsInEpoch;
        }
        int last = steps.size() == 0 ? 0 : steps.epoch(steps.size() - 1);
        return last == 0 ? 1 : Math.max(1, (int) Math.round((double) steps.size() / last));
    }

    /** Where the curve ends on the axis of epochs. */
    double end() {
        return Math.max(epochs.size(), steps.size() == 0 ? 0 : x(steps.size() - 1));
    }
}
