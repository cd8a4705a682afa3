package io.crackscope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.learning.Augmentation;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.text.Messages;
import io.crackscope.ui.training.PlanForm.Number;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanFormTest {
    private final PlanForm form = new PlanForm(new Messages(Locale.ENGLISH));

    @ParameterizedTest
    @EnumSource(NetworkPreset.class)
    void a_preset_brings_its_usual_plan(NetworkPreset preset) {
        form.presetProperty().set(preset);
        assertThat(form.planProperty().get()).contains(PresetDefaults.plan(preset, PresetDefaults.SEED));
    }

    @Test
    void what_a_person_has_changed_stays_when_the_preset_changes() {
        form.number(Number.EPOCHS).textProperty().set("7");
        form.presetProperty().set(NetworkPreset.SEED_CNN);
        assertThat(form.planProperty().get()).hasValueSatisfying(plan -> {
            assertThat(plan.epochs()).isEqualTo(7);
            assertThat(plan.patience()).isEqualTo(3);
            assertThat(plan.inputSize()).isEqualTo(120);
        });
        form.reset();
        assertThat(form.planProperty().get()).contains(PresetDefaults.plan(NetworkPreset.SEED_CNN, 1));
    }

    @Test
    void an_input_size_that_a_person_or_a_model_has_set_stays_when_the_preset_changes() {
        form.number(Number.INPUT_SIZE).textProperty().set("320");
        form.presetProperty().set(NetworkPreset.CRACKNET_LARGE);
        assertThat(form.planProperty().get().orElseThrow().inputSize()).isEqualTo(320);

        form.network(NetworkPreset.CRACKNET, 192);
        form.presetProperty().set(NetworkPreset.CRACKNET_LARGE);
        assertThat(form.planProperty().get().orElseThrow().inputSize()).isEqualTo(192);
    }

    @Test
    void a_preset_of_one_size_only_brings_it_and_gives_back_what_was_typed_before() {
        form.number(Number.INPUT_SIZE).textProperty().set("320");
        form.presetProperty().set(NetworkPreset.SEED_CNN);
        assertThat(form.planProperty().get().orElseThrow().inputSize()).isEqualTo(120);
        form.presetProperty().set(NetworkPreset.README_CNN);
        form.presetProperty().set(NetworkPreset.CRACKNET_LARGE);
        assertThat(form.planProperty().get().orElseThrow().inputSize()).isEqualTo(320);
        form.presetProperty().set(NetworkPreset.SEED_CNN);
        form.reset();
        form.presetProperty().set(NetworkPreset.CRACKNET);
        assertThat(form.planProperty().get().orElseThrow().inputSize()).isEqualTo(256);
    }

    @Test
    void an_input_size_that_is_too_small_for_the_new_preset_is_refused_at_its_field() {
        form.number(Number.INPUT_SIZE).textProperty().set("128");
        form.presetProperty().set(NetworkPreset.CRACKNET_LARGE);
        assertThat(form.number(Number.INPUT_SIZE).textProperty().get()).isEqualTo("128");
        assertThat(form.number(Number.INPUT_SIZE).problemProperty().get()).isEqualTo("From 176 to 1024.");
        assertThat(form.planProperty().get()).isEmpty();
        form.presetProperty().set(NetworkPreset.CRACKNET);
        assertThat(form.planProperty().get().orElseThrow().inputSize()).isEqualTo(128);
    }

    @ParameterizedTest
    @EnumSource(NetworkPreset.class)
    void the_usual_input_size_becomes_the_usual_one_of_the_new_preset(NetworkPreset preset) {
        form.presetProperty().set(NetworkPreset.SEED_CNN);
        form.presetProperty().set(preset);
        assertThat(form.planProperty().get()).contains(PresetDefaults.plan(preset, PresetDefaults.SEED));
    }

    @Test
    void a_model_to_start_from_lowers_the_usual_learning_rate_and_nothing_that_a_person_has_set() {
        form.fineTunes(true);
        assertThat(form.planProperty().get()).contains(PresetDefaults.fineTuning(NetworkPreset.CRACKNET, 1));
        assertThat(form.number(Number.LEARNING_RATE).number()).isEqualTo(0.0015);
        form.fineTunes(false);
        assertThat(form.planProperty().get()).contains(PresetDefaults.plan(NetworkPreset.CRACKNET, 1));

        form.number(Number.LEARNING_RATE).textProperty().set("0.01");
        form.number(Number.INPUT_SIZE).textProperty().set("128");
        form.fineTunes(true);
        assertThat(form.number(Number.LEARNING_RATE).number()).isEqualTo(0.01);
        assertThat(form.number(Number.INPUT_SIZE).number()).isEqualTo(128);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INPUT_SIZE|111|From 112 to 1024.",
                "EPOCHS|0|From 1 to 10000.",
                "EPOCHS|2.5|A whole number.",
                "BATCH|many|'many' is no number.",
                "LEARNING_RATE|0|Above 0, up to 1.",
                "LABEL_SMOOTHING|0.5|From 0 to below 0.5.",
                "AVERAGING|1|From 0 to below 1.",
                "WEIGHT_DECAY|-0.1|From 0 to 1.",
                "SEED||A value is needed.",
                "LEARNING_RATE|NaN|'NaN' is no number."
            })
    void an_impossible_value_is_refused_at_its_field_in_words(Number number, String typed, String problem) {
        form.number(number).textProperty().set(typed == null ? "" : typed);

        assertThat(form.number(number).problemProperty().get()).isEqualTo(problem);
        assertThat(form.planProperty().get()).isEmpty();
        form.reset();
        assertThat(form.planProperty().get()).isPresent();
    }

    @Test
    void the_least_input_size_is_that_of_the_chosen_preset() {
        form.number(Number.INPUT_SIZE).textProperty().set("128");
        assertThat(form.planProperty().get()).isPresent();
        form.presetProperty().set(NetworkPreset.CRACKNET_LARGE);
        form.number(Number.INPUT_SIZE).textProperty().set("175");
        assertThat(form.number(Number.INPUT_SIZE).problemProperty().get()).isEqualTo("From 176 to 1024.");
        form.number(Number.INPUT_SIZE).textProperty().set("176");
        assertThat(form.planProperty().get()).isPresent();
    }

    @Test
    void both_decimal_signs_are_understood_and_the_local_one_is_written() {
        PlanForm german = new PlanForm(new Messages(Locale.GERMAN));
        assertThat(german.number(Number.LEARNING_RATE).textProperty().get()).isEqualTo("0,002");
        german.number(Number.LEARNING_RATE).textProperty().set("0.004");
        assertThat(german.planProperty().get().orElseThrow().learningRate()).isEqualTo(0.004);
    }

    @Test
    void own_augmentation_begins_with_the_usual_numbers_and_refuses_impossible_ones() {
        AugmentationForm augmentation = form.augmentation();
        augmentation.kindProperty().set(AugmentationForm.Kind.OWN);
        assertThat(augmentation.augmentationProperty().get()).contains(Augmentation.STANDARD);
        augmentation.parts().get("light").textProperty().set("0.5");
        assertThat(form.planProperty().get().orElseThrow().augmentation().light())
                .isEqualTo(0.5);
        augmentation.parts().get("scale").textProperty().set("0.5");
        assertThat(augmentation.parts().get("scale").problemProperty().get()).isEqualTo("From 1 to 4.");
        assertThat(form.planProperty().get()).isEmpty();
        augmentation.kindProperty().set(AugmentationForm.Kind.NONE);
        assertThat(form.planProperty().get().orElseThrow().augmentation()).isEqualTo(Augmentation.NONE);
    }

    @Test
    void the_plan_of_an_earlier_run_can_be_shown_again() {
        var plan = PresetDefaults.plan(NetworkPreset.README_CNN, 77).withInputSize(120);
        form.show(plan);
        assertThat(form.planProperty().get()).contains(plan);
    }
}
