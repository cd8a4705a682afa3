package io.crackscope.learning;

/**
 * Everything that decides a training run besides its data.
 *
 * @param preset network
 * @param epochs most passes over the training part, at least 1
 * @param patience epochs without a better validation loss after which training stops; at least 1
 * @param batch tiles a step, at least 1
 * @param learningRate of Adam at its highest, above 0
 * @param schedule how the learning rate moves
 * @param augmentation how tiles are varied
 * @param classWeights weigh the loss so that both classes count equally
 * @param labelSmoothing share in [0,0.5) of each label given to the other class
 * @param seed of initialisation, order, augmentation and dropout: two runs with equal plans are equal
 */
public record TrainingPlan(
        NetworkPreset preset,
        int epochs,
        int patience,
        int batch,
        double learningRate,
        LearningRateSchedule schedule,
        Augmentation augmentation,
        boolean classWeights,
        double labelSmoothing,
        long seed) {
    public TrainingPlan {
        if (epochs < 1
                || patience < 1
                || batch < 1
                || !(learningRate > 0)
                || !(labelSmoothing >= 0 && labelSmoothing < 0.5)) {
            throw new IllegalArgumentException("training plan out of range: epochs " + epochs + ", patience " + patience
                    + ", batch " + batch + " (each at least 1), learning rate " + learningRate
                    + " (above 0), label smoothing " + labelSmoothing + " (0 to below 0.5)");
        }
    }

    /** How the learning rate moves over a run. */
    public enum LearningRateSchedule {
        /** The same rate throughout, as in the notebook. */
        CONSTANT,
        /** Rises over the first twentieth of the run, then falls along half a cosine to a hundredth. */
        COSINE
    }
}
