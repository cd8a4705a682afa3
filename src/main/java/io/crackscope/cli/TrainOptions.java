package io.crackscope.cli;

import io.crackscope.learning.Augmentation;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.learning.TrainingPlan.LearningRateSchedule;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code train} that make the training plan; what is not given comes from {@link PresetDefaults}. */
final class TrainOptions {
    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "cracknet",
            converter = PresetName.class,
            description = "${bundle:cli.train.preset} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private NetworkPreset preset = NetworkPreset.CRACKNET;

    @Option(names = "--input-size", paramLabel = "PIXELS", description = "${bundle:cli.train.input_size}")
    private @Nullable Integer inputSize;

    @Option(names = "--epochs", paramLabel = "N", description = "${bundle:cli.train.epochs}")
    private @Nullable Integer epochs;

    @Option(names = "--patience", paramLabel = "N", description = "${bundle:cli.train.patience}")
    private @Nullable Integer patience;

    @Option(names = "--batch", paramLabel = "N", description = "${bundle:cli.train.batch}")
    private @Nullable Integer batch;

    @Option(names = "--learning-rate", paramLabel = "R", description = "${bundle:cli.train.learning_rate}")
    private @Nullable Double learningRate;

    @Option(names = "--schedule", paramLabel = "constant|cosine", description = "${bundle:cli.train.schedule}")
    private @Nullable LearningRateSchedule schedule;

    @Option(names = "--augment", paramLabel = "none|standard", description = "${bundle:cli.train.augment}")
    private @Nullable Augment augment;

    @Option(names = "--class-weights", negatable = true, description = "${bundle:cli.train.class_weights}")
    private @Nullable Boolean classWeights;

    @Option(names = "--label-smoothing", paramLabel = "S", description = "${bundle:cli.train.label_smoothing}")
    private @Nullable Double labelSmoothing;

    @Option(names = "--weight-decay", paramLabel = "D", description = "${bundle:cli.train.weight_decay}")
    private @Nullable Double weightDecay;

    @Option(names = "--averaging", paramLabel = "A", description = "${bundle:cli.train.averaging}")
    private @Nullable Double averaging;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + PresetDefaults.SEED,
            description = "${bundle:cli.train.seed} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private long seed = PresetDefaults.SEED;

    /**
     * The plan.
     *
     * @param fineTunes whether the run starts with the weights of a model
     * @throws IllegalArgumentException if a number is out of range; the message says which range
     */
    TrainingPlan plan(boolean fineTunes) {
        TrainingPlan usual = fineTunes ? PresetDefaults.fineTuning(preset, seed) : PresetDefaults.plan(preset, seed);
        return new TrainingPlan(
                preset,
                inputSize == null ? usual.inputSize() : inputSize,
                epochs == null ? usual.epochs() : epochs,
                patience == null ? usual.patience() : patience,
                batch == null ? usual.batch() : batch,
                learningRate == null ? usual.learningRate() : learningRate,
                schedule == null ? usual.schedule() : schedule,
                augment == null ? usual.augmentation() : augment.augmentation,
                classWeights == null ? usual.classWeights() : classWeights,
                labelSmoothing == null ? usual.labelSmoothing() : labelSmoothing,
                weightDecay == null ? usual.weightDecay() : weightDecay,
                averaging == null ? usual.averaging() : averaging,
                seed);
    }

    private enum Augment {
        NONE(Augmentation.NONE),
        STANDARD(Augmentation.STANDARD);

        private final Augmentation augmentation;

        Augment(Augmentation augmentation) {
            this.augmentation = augmentation;
        }
    }

    /** Reads the name of a preset. */
    static final class PresetName implements ITypeConverter<NetworkPreset> {
        @Override
        public NetworkPreset convert(String word) {
            return NetworkPreset.ofWord(word.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of "
                            + Arrays.stream(NetworkPreset.values())
                                    .map(NetworkPreset::word)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
