package io.crackscope.learning;

import io.crackscope.learning.TrainingPlan.LearningRateSchedule;

/** The one place that says how each preset is trained when a person does not say otherwise. */
public final class PresetDefaults {
    /** Share of all images that is held out for the test. */
    public static final double TEST_SHARE = 0.2;

    /** Seed of everything random. */
    public static final long SEED = 1;

    /** Share of the usual learning rate for a network that has learnt already: the shipped model was made so. */
    private static final double FINE_TUNING = 0.75;

    private PresetDefaults() {}

    /** The plan for {@code preset} where a run starts with the weights of a model (fine-tuning). */
    public static TrainingPlan fineTuning(NetworkPreset preset, long seed) {
        TrainingPlan usual = plan(preset, seed);
        return usual.withLearningRate(usual.learningRate() * FINE_TUNING);
    }

    /** The plan for {@code preset}; the two notebook networks keep the notebook's recipe. */
    public static TrainingPlan plan(NetworkPreset preset, long seed) {
        return switch (preset) {
            case SEED_CNN, README_CNN ->
                new TrainingPlan(
                        preset,
                        preset.inputSize(),
                        50,
                        3,
                        32,
                        1e-3,
                        LearningRateSchedule.CONSTANT,
                        Augmentation.NONE,
                        false,
                        0,
                        0,
                        0,
                        seed);
            case CRACKNET, CRACKNET_LARGE ->
                new TrainingPlan(
                        preset,
                        preset.inputSize(),
                        10,
                        10,
                        32,
                        2e-3,
                        LearningRateSchedule.COSINE,
                        Augmentation.STANDARD,
                        false,
                        0.02,
                        0.02,
                        0.998,
                        seed);
        };
    }
}
