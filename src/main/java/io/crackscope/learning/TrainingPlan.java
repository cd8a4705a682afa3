package io.crackscope.learning;

/**
 * Everything that decides a training run besides its data.
 *
 * @param preset network
 * @param inputSize side in pixels to which tiles are brought, {@link NetworkPreset#leastInputSize()} to
 *     {@value #MOST_INPUT}; the preset's own where it is not fully
 *     convolutional
 * @param epochs most passes over the training part, at least 1
 * @param patience epochs without a better validation loss after which training stops; at least 1
 * @param batch tiles a step, at least 1
 * @param learningRate of Adam at its highest, above 0
 * @param schedule how the learning rate moves
 * @param augmentation how tiles are varied
 * @param classWeights weigh the loss so that both classes count equally
 * @param labelSmoothing share in [0,0.5) of each label given to the other class
 * @param weightDecay share of each weight that a step takes off, times the learning rate, at least 0 (Loshchilov and Hutter
 *     2019); biases and normalisation are spared
 * @param averaging share in [0,1) that the average of the weights keeps at each step; the average is what is validated and
 *     stored; 0 for the weights themselves
 * @param seed of initialisation, order, augmentation and dropout: two runs with equal plans are equal
 */
public record TrainingPlan(
        NetworkPreset preset,
        int inputSize,
        int epochs,
        int patience,
        int batch,
        double learningRate,
        LearningRateSchedule schedule,
        Augmentation augmentation,
        boolean classWeights,
        double labelSmoothing,
        double weightDecay,
        double averaging,
        long seed) {
    /** Side in pixels of the largest input. */
    public static final int MOST_INPUT = 1024;

    public TrainingPlan {
        if (epochs < 1
                || patience < 1
                || batch < 1
                || !(learningRate > 0)
                || !(labelSmoothing >= 0 && labelSmoothing < 0.5)
                || !(weightDecay >= 0 && weightDecay <= 1)
                || !(averaging >= 0 && averaging < 1)) {
            throw new IllegalArgumentException("training plan out of range: epochs " + epochs + ", patience " + patience
                    + ", batch " + batch + " (each at least 1), learning rate " + learningRate
                    + " (above 0), label smoothing " + labelSmoothing + " (0 to below 0.5), weight decay " + weightDecay
                    + " (0 to 1), averaging " + averaging + " (0 to below 1)");
        }
        if (preset.resizable()
                ? inputSize < preset.leastInputSize() || inputSize > MOST_INPUT
                : inputSize != preset.inputSize()) {
            throw new IllegalArgumentException("input size " + inputSize + " is out of range: "
                    + (preset.resizable()
                            ? preset.leastInputSize() + " to " + MOST_INPUT
                            : Integer.toString(preset.inputSize()))
                    + " for " + preset.word());
        }
    }

    /** This plan with tiles brought to another size. */
    public TrainingPlan withInputSize(int pixels) {
        return new TrainingPlan(
                preset,
                pixels,
                epochs,
                patience,
                batch,
                learningRate,
                schedule,
                augmentation,
                classWeights,
                labelSmoothing,
                weightDecay,
                averaging,
                seed);
    }

    /** This plan with another highest learning rate. */
    public TrainingPlan withLearningRate(double rate) {
        return new TrainingPlan(
                preset,
                inputSize,
                epochs,
                patience,
                batch,
                rate,
                schedule,
                augmentation,
                classWeights,
                labelSmoothing,
                weightDecay,
                averaging,
                seed);
    }

    /** How the learning rate moves over a run. */
    public enum LearningRateSchedule {
        /** The same rate throughout, as in the notebook. */
        CONSTANT,
        /** Rises over the first twentieth of the run, then falls along half a cosine to a hundredth. */
        COSINE
    }
}
