package io.crackscope.ui.training;

import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.learning.TrainingPlan.LearningRateSchedule;
import io.crackscope.text.Messages;
import io.crackscope.ui.training.NumberField.Range;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The settings of a training run as a form. It begins with the usual plan of the preset; when the preset changes, what
 * still is as usual becomes as usual there, and what a person has changed stays.
 */
final class PlanForm {
    /** The numbers of the form. */
    enum Number {
        INPUT_SIZE(TrainingPlan::inputSize),
        EPOCHS(TrainingPlan::epochs),
        PATIENCE(TrainingPlan::patience),
        BATCH(TrainingPlan::batch),
        LEARNING_RATE(TrainingPlan::learningRate),
        LABEL_SMOOTHING(TrainingPlan::labelSmoothing),
        WEIGHT_DECAY(TrainingPlan::weightDecay),
        AVERAGING(TrainingPlan::averaging),
        SEED(TrainingPlan::seed);

        private final ToDoubleFunction<TrainingPlan> of;

        Number(ToDoubleFunction<TrainingPlan> of) {
            this.of = of;
        }
    }

    private static final int MOST_SEED = 999_999_999;

    private final ObjectProperty<NetworkPreset> preset = new SimpleObjectProperty<>(NetworkPreset.CRACKNET);
    private final ObjectProperty<LearningRateSchedule> schedule =
            new SimpleObjectProperty<>(LearningRateSchedule.COSINE);
    private final BooleanProperty classWeights = new SimpleBooleanProperty();
    private final AugmentationForm augmentation;
    private final Map<Number, NumberField> numbers = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<TrainingPlan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean filling;
    private boolean fineTunes;
    private String typedInputSize = "";

    PlanForm(Messages messages) {
        augmentation = new AugmentationForm(messages);
        for (Number number : Number.values()) {
            NumberField field = new NumberField(range(number), messages);
            field.textProperty().addListener((observable, before, now) -> refresh());
            numbers.put(number, field);
        }
        preset.addListener((observable, before, now) -> follow(usual(before), usual(now)));
        schedule.addListener((observable, before, now) -> refresh());
        classWeights.addListener((observable, before, now) -> refresh());
        augmentation.augmentationProperty().addListener((observable, before, now) -> refresh());
        reset();
    }

    private static Range range(Number number) {
        return switch (number) {
            case INPUT_SIZE -> Range.whole(1, TrainingPlan.MOST_INPUT);
            case EPOCHS, PATIENCE -> Range.whole(1, 10_000);
            case BATCH -> Range.whole(1, 4_096);
            case LEARNING_RATE -> new Range(0, 1, false, true, false, false);
            case LABEL_SMOOTHING -> Range.share(true, 0.5);
            case WEIGHT_DECAY -> Range.share(false, 1);
            case AVERAGING -> Range.share(true, 1);
            case SEED -> Range.whole(0, MOST_SEED);
        };
    }

    private TrainingPlan usual(NetworkPreset of) {
        return fineTunes
                ? PresetDefaults.fineTuning(of, PresetDefaults.SEED)
                : PresetDefaults.plan(of, PresetDefaults.SEED);
    }

    ObjectProperty<NetworkPreset> presetProperty() {
        return preset;
    }

    ObjectProperty<LearningRateSchedule> scheduleProperty() {
        return schedule;
    }

    BooleanProperty classWeightsProperty() {
        return classWeights;
    }

    AugmentationForm augmentation() {
        return augmentation;
    }

    NumberField number(Number number) {
        return numbers.get(number);
    }

    /** What the form says; empty while something in it is wrong. */
    ReadOnlyObjectProperty<Optional<TrainingPlan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Plans for weights that have learnt already, or for random ones: what still is as usual becomes as usual there. */
    void fineTunes(boolean now) {
        TrainingPlan before = usual(preset.get());
        fineTunes = now;
        follow(before, usual(preset.get()));
    }

    /** Plans for a network that is there already. */
    void network(NetworkPreset of, int inputSize) {
        preset.set(of);
        numbers.get(Number.INPUT_SIZE).set(inputSize);
    }

    /** Fills in the usual plan of the preset. */
    void reset() {
        show(usual(preset.get()));
    }

    /** Fills in {@code wanted}, for example that of an earlier run. */
    void show(TrainingPlan wanted) {
        filling = true;
        typedInputSize = "";
        preset.set(wanted.preset());
        limitInput(wanted.preset());
        numbers.forEach((number, field) -> field.set(number.of.applyAsDouble(wanted)));
        schedule.set(wanted.schedule());
        classWeights.set(wanted.classWeights());
        augmentation.set(wanted.augmentation());
        filling = false;
        refresh();
    }

    private void limitInput(NetworkPreset now) {
        numbers.get(Number.INPUT_SIZE).least(now.leastInputSize());
    }

    private void follow(TrainingPlan before, TrainingPlan now) {
        if (filling) {
            return;
        }
        filling = true;
        numbers.forEach((number, field) -> {
            double old = number.of.applyAsDouble(before);
            boolean untouched = field.isValid() && field.number() == old;
            if (number == Number.INPUT_SIZE) {
                followInputSize(untouched, before.preset(), now.preset());
            } else if (untouched) {
                field.set(number.of.applyAsDouble(now));
            }
        });
        if (schedule.get() == before.schedule()) {
            schedule.set(now.schedule());
        }
        if (augmentation.augmentationProperty().get().equals(Optional.of(before.augmentation()))) {
            augmentation.set(now.augmentation());
        }
        filling = false;
        refresh();
    }

    /** What was typed comes back after a preset that has one size only; where it is too small its field says so. */
    private void followInputSize(boolean untouched, NetworkPreset before, NetworkPreset now) {
        NumberField field = numbers.get(Number.INPUT_SIZE);
        if (before.resizable()) {
            typedInputSize = untouched ? "" : field.textProperty().get();
        }
        if (typedInputSize.isEmpty() || !now.resizable()) {
            field.set(now.inputSize());
        } else {
            field.textProperty().set(typedInputSize);
        }
        limitInput(now);
    }

    private void refresh() {
        if (filling) {
            return;
        }
        boolean isValid = numbers.values().stream().allMatch(NumberField::isValid)
                && augmentation.augmentationProperty().get().isPresent();
        plan.set(isValid ? Optional.of(read()) : Optional.empty());
    }

    private TrainingPlan read() {
        return new TrainingPlan(
                preset.get(),
                whole(Number.INPUT_SIZE),
                whole(Number.EPOCHS),
                whole(Number.PATIENCE),
                whole(Number.BATCH),
                numbers.get(Number.LEARNING_RATE).number(),
                schedule.get(),
                augmentation.augmentationProperty().get().orElseThrow(),
                classWeights.get(),
                numbers.get(Number.LABEL_SMOOTHING).number(),
                numbers.get(Number.WEIGHT_DECAY).number(),
                numbers.get(Number.AVERAGING).number(),
                whole(Number.SEED));
    }

    private int whole(Number number) {
        return numbers.get(number).whole();
    }
}
