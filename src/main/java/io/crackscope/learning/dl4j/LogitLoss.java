package io.crackscope.learning.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Weighted cross-entropy of the crack probability, computed from logits so that no probability is clipped: one unit is
 * the log-odds z, two units give z as their difference (softmax of two equals the sigmoid of the difference).
 *
 * <p>The output layer has no activation. Labels are {@code [n, 2]}: the target probability of a crack and the weight of
 * the example. DL4J divides gradients by the batch size itself.
 *
 * <p>Keeps mean loss and accuracy of the last gradient for the training listener, which has no other way to see a
 * step's answers; used by the training thread only.
 */
final class LogitLoss implements ILossFunction {
    private static final long serialVersionUID = 1L;

    private transient double lastLoss = Double.NaN;
    private transient double lastAccuracy = Double.NaN;

    /** Mean weighted cross-entropy, in nats, of the last step. */
    double lastLoss() {
        return lastLoss;
    }

    /** Share of the last step's examples on the right side of probability one half. */
    double lastAccuracy() {
        return lastAccuracy;
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        double[] losses = losses(labels, preOutput);
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return average ? sum / losses.length : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        return Nd4j.createFromArray(losses(labels, preOutput))
                .castTo(preOutput.dataType())
                .reshape(preOutput.size(0), 1);
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        int units = (int) preOutput.size(1);
        double[] logits = logits(preOutput);
        float[] gradient = new float[logits.length * units];
        double loss = 0;
        int hits = 0;
        for (int i = 0; i < logits.length; i++) {
            double target = labels.getDouble(i, 0);
            double weight = labels.getDouble(i, 1);
            double error = weight * (1 / (1 + Math.exp(-logits[i])) - target);
            if (units == 1) {
                gradient[i] = (float) error;
            } else {
                gradient[2 * i] = (float) -error;
                gradient[2 * i + 1] = (float) error;
            }
            loss += weight * crossEntropy(logits[i], target);
            hits += logits[i] > 0 == target > 0.5 ? 1 : 0;
        }
        lastLoss = loss / logits.length;
        lastAccuracy = (double) hits / logits.length;
        return Nd4j.create(gradient, new long[] {logits.length, units}, 'c');
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        INDArray gradient = computeGradient(labels, preOutput, activation, mask);
        return new Pair<>(computeScore(labels, preOutput, activation, mask, average), gradient);
    }

    @Override
    public String name() {
        return "logit cross-entropy";
    }

    /** The log-odds of a crack for each row of an output of one or two units. */
    static double[] logits(INDArray output) {
        float[] values = output.dup('c').data().asFloat();
        if (output.size(1) == 1) {
            double[] logits = new double[values.length];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = values[i];
            }
            return logits;
        }
        double[] logits = new double[values.length / 2];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (double) values[2 * i + 1] - values[2 * i];
        }
        return logits;
    }

    /** {@code -t log s(z) - (1 - t) log(1 - s(z))} without overflow, s being the sigmoid. */
    static double crossEntropy(double logit, double target) {
        return Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
    }

    private static double[] losses(INDArray labels, INDArray preOutput) {
        double[] logits = logits(preOutput);
        double[] losses = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            losses[i] = labels.getDouble(i, 1) * crossEntropy(logits[i], labels.getDouble(i, 0));
        }
        return losses;
    }
}
