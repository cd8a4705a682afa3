package io.crackscope.training;

import java.util.Arrays;

/**
 * What each step of a run came to, in arrays of primitives that grow: a run has tens of thousands of steps. One thread
 * at a time.
 */
public final class StepCurve {
    private static final String HEADER = "step,epoch,loss,accuracy,learning_rate";

    private int size;
    private int[] epoch = new int[256];
    private float[] loss = new float[256];
    private float[] accuracy = new float[256];
    private float[] learningRate = new float[256];

    /** Adds a step. */
    public void add(int epochOfStep, double lossOfStep, double accuracyOfStep, double rate) {
        if (size == epoch.length) {
            int more = 2 * size;
            epoch = Arrays.copyOf(epoch, more);
            loss = Arrays.copyOf(loss, more);
            accuracy = Arrays.copyOf(accuracy, more);
            learningRate = Arrays.copyOf(learningRate, more);
        }
        epoch[size] = epochOfStep;
        loss[size] = (float) lossOfStep;
        accuracy[size] = (float) accuracyOfStep;
        learningRate[size] = (float) rate;
        size++;
    }

    /** Adds the steps of {@code other} from number {@code from} on. */
    public void addFrom(StepCurve other, int from) {
        for (int i = from; i < other.size; i++) {
            add(other.epoch[i], other.loss[i], other.accuracy[i], other.learningRate[i]);
        }
    }

    /** Steps held. */
    public int size() {
        return size;
    }

    /** Epoch of a step, from 1. */
    public int epoch(int step) {
        return epoch[step];
    }

    /** Loss of a step. */
    public double loss(int step) {
        return loss[step];
    }

    /** Learning rate of a step. */
    public double learningRate(int step) {
        return learningRate[step];
    }

    /** Forgets the steps after {@code lastEpoch}: a resumed run makes them again. */
    public void keepEpochs(int lastEpoch) {
        while (size > 0 && epoch[size - 1] > lastEpoch) {
            size--;
        }
    }

    /** A line a step, under a header; steps count from 1. */
    public String csv() {
        StringBuilder text =
                new StringBuilder(HEADER.length() + 40 * size).append(HEADER).append('\n');
        for (int i = 0; i < size; i++) {
            text.append(i + 1)
                    .append(',')
                    .append(epoch[i])
                    .append(',')
                    .append(loss[i])
                    .append(',')
                    .append(accuracy[i])
                    .append(',')
                    .append(learningRate[i])
                    .append('\n');
        }
        return text.toString();
    }

    /** Reads {@link #csv()}; what follows a damaged line is left out. */
    static StepCurve ofCsv(Iterable<String> lines) {
        StepCurve curve = new StepCurve();
        for (String line : lines) {
            String[] cells = line.split(",");
            if (line.equals(HEADER)) {
                continue;
            }
            try {
                curve.add(
                        Integer.parseInt(cells[1]),
                        Float.parseFloat(cells[2]),
                        Float.parseFloat(cells[3]),
                        Float.parseFloat(cells[4]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException damaged) {
                return curve;
            }
        }
        return curve;
    }
}
