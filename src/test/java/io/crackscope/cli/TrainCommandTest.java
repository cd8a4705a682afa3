package io.crackscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.learning.Augmentation;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.learning.SeenImages;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.Trainer.CardFacts;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.learning.TrainingOutcome.StopReason;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.learning.TrainingPlan.LearningRateSchedule;
import io.crackscope.training.RunRecord;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainCommandTest {
    private static final List<EpochScore> EPOCHS =
            List.of(new EpochScore(1, 0.6, 0.7, 0.5, 0.8, 10, 100), new EpochScore(2, 0.4, 0.85, 0.45, 0.9, 10, 101));

    @TempDir
    private Path folder;

    private Workbench bench;
    private Path data;
    private Path out;
    private TrainingOutcome outcome = new TrainingOutcome.Finished(EPOCHS, 2, StopReason.EPOCHS_DONE);

    private @Nullable TrainingPlan plan;
    private @Nullable Split split;
    private @Nullable CardFacts facts;
    private Trainer.Start start = Trainer.Start.AFRESH;

    @BeforeEach
    void setUp() throws IOException {
        bench = new Workbench(folder);
        data = folder.resolve("data");
        out = folder.resolve("new.crack");
        for (int wall = 0; wall < 10; wall++) {
            for (int tile = 0; tile < 2; tile++) {
                bench.photo("data/crack/w" + wall + "_" + tile + ".png", 20 + wall);
                bench.photo("data/no_crack/v" + wall + "_" + tile + ".png", 240 + wall);
            }
        }
        bench.trainer = (thePlan, theSplit, theFacts, file, theStart, observer, cancellation) -> {
            plan = thePlan;
            split = theSplit;
            facts = theFacts;
            start = theStart;
            observer.on(new TrainingEvent.Started(
                    5121, theSplit.train().size(), theSplit.validation().size(), 0));
            observer.on(new TrainingEvent.Step(1, 1, 2, 0.7, 0.5, 1e-3, 80));
            observer.on(new TrainingEvent.EpochDone(EPOCHS.get(0), true));
            observer.on(new TrainingEvent.EpochDone(EPOCHS.get(1), true));
            try {
                if (TrainingJson.bestEpoch(outcome) > 0) {
                    Files.writeString(file, "model");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (outcome instanceof TrainingOutcome.Cancelled) {
                bench.interruption.cancel();
            }
            return outcome;
        };
    }

    @Test
    void a_run_shows_sizes_epochs_and_the_test_score_and_keeps_the_score_in_the_card() {
        assertThat(bench.run("train", "--data", data, "--out", out)).isZero();

        assertThat(bench.out())
                .contains("Images: 40 (20 with a crack, 20 without)")
                .contains("Split: grouped. Train ", "Parameters: 5,121")
                .containsPattern("1 +0\\.6000 +70\\.00 % +0\\.5000 +80\\.00 % +0:10 +100 +best")
                .contains("Epoch 2 was the best and is kept in " + out)
                .containsPattern("Accuracy +100\\.00 %");
        assertThat(bench.err()).isEmpty();
        assertThat(bench.cards.get(out).split()).isEqualTo("grouped");
        assertThat(bench.cards.get(out).accuracy()).isEqualTo(1);
        assertThat(bench.cards.get(out).images()).isEqualTo(split.test().size());
        assertThat(bench.openClassifiers).hasValue(0);
    }

    @Test
    void by_default_whole_groups_are_held_out() {
        bench.run("train", "--data", data, "--out", out);

        List<String> trained = split.train().stream().map(LabelledImage::group).toList();
        assertThat(split.test()).isNotEmpty().noneMatch(image -> trained.contains(image.group()));
        assertThat(split.validation()).isNotEmpty().noneMatch(image -> trained.contains(image.group()));
    }

    @Test
    void the_json_has_the_documented_fields() throws IOException {
        bench.run("train", "--data", data, "--out", out, "--json", folder.resolve("t.json"));

        JsonNode json = new ObjectMapper().readTree(folder.resolve("t.json").toFile());
        assertThat(json.at("/plan/preset").asText()).isEqualTo("cracknet");
        assertThat(json.at("/split/kind").asText()).isEqualTo("grouped");
        assertThat(json.at("/split/test/images").asInt()).isEqualTo(split.test().size());
        assertThat(json.get("epochs")).hasSize(2);
        assertThat(json.at("/epochs/1").toString())
                .isEqualTo("{\"epoch\":2,\"trainLoss\":0.4,\"trainAccuracy\":0.85,\"validationLoss\":0.45,"
                        + "\"validationAccuracy\":0.9,\"seconds\":10.0,\"imagesPerSecond\":101.0}");
        assertThat(json.get("bestEpoch").asInt()).isEqualTo(2);
        assertThat(json.get("stopReason").asText()).isEqualTo("epochs_done");
        assertThat(json.at("/test/accuracy").asDouble()).isEqualTo(1);
        assertThat(json.at("/test/confusion/fp").asInt(-1)).isZero();
    }

    @Test
    void the_notebook_recipe_is_the_default_of_the_seed_cnn_and_a_random_split_carries_a_warning() {
        bench.run(
                "train",
                "--data",
                data,
                "--out",
                out,
                "--preset",
                "seed-cnn",
                "--split",
                "random",
                "--test",
                "0.3",
                "--sample",
                30,
                "--seed",
                7);

        assertThat(plan)
                .isEqualTo(new TrainingPlan(
                        NetworkPreset.SEED_CNN,
                        120,
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
                        7));
        assertThat(split.kind()).isEqualTo("random");
        assertThat(split.test()).hasSize(9);
        assertThat(split.validation()).hasSize(4);
        assertThat(split.train()).hasSize(17);
        assertThat(bench.err())
                .contains("Warning: this split leaks")
                .containsPattern("[3-9] of 9 test images show a wall that is in the training or validation part too")
                .contains("--split grouped");
    }

    @Test
    void a_kept_split_that_leaks_is_trained_on_but_the_leak_is_counted_aloud_and_in_the_json() throws IOException {
        bench.run("train", "--data", data, "--out", out, "--split-out", folder.resolve("split.json"));
        String planted = split.train().getFirst().sha256();
        String tested = split.test().getFirst().sha256();
        ImageLooks apart = bench.looks;
        bench.looks = image -> image.sha256().equals(tested)
                ? Optional.of(new PerceptualHash(
                        Long.parseUnsignedLong(planted, 16, 32, 16), Long.parseUnsignedLong(planted, 32, 48, 16) ^ 3))
                : apart.of(image);

        assertThat(bench.run(
                        "train",
                        "--data",
                        data,
                        "--out",
                        folder.resolve("second.crack"),
                        "--split",
                        folder.resolve("split.json"),
                        "--json",
                        folder.resolve("t.json")))
                .isZero();

        assertThat(bench.err())
                .contains("Warning: this split leaks")
                .contains("1 of " + split.test().size() + " test images look almost the same")
                .contains("CSV manifest")
                .doesNotContain("Use --split grouped");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("t.json").toFile());
        assertThat(json.at("/leaks/test").toString())
                .isEqualTo("{\"images\":" + split.test().size()
                        + ",\"sameImage\":0,\"nearImage\":1,\"sameGroup\":0,\"groups\":0}");
        assertThat(json.at("/leaks/validation/nearImage").asInt(-1)).isZero();
    }

    @Test
    void every_option_reaches_the_plan_and_the_card() {
        bench.run(
                "train",
                "--data",
                data,
                "--out",
                out,
                "--preset",
                "cracknet",
                "--input-size",
                160,
                "--epochs",
                4,
                "--patience",
                2,
                "--batch",
                8,
                "--learning-rate",
                "0.01",
                "--schedule",
                "constant",
                "--augment",
                "none",
                "--class-weights",
                "--label-smoothing",
                "0.05",
                "--weight-decay",
                "0.01",
                "--averaging",
                "0.99",
                "--seed",
                9,
                "--name",
                "mine",
                "--source",
                "a bridge",
                "--attribution",
                "CC BY 4.0, Somebody");

        assertThat(plan)
                .isEqualTo(new TrainingPlan(
                        NetworkPreset.CRACKNET,
                        160,
                        4,
                        2,
                        8,
                        0.01,
                        LearningRateSchedule.CONSTANT,
                        Augmentation.NONE,
                        true,
                        0.05,
                        0.01,
                        0.99,
                        9));
        assertThat(facts.name()).isEqualTo("mine");
        assertThat(facts.data()).containsExactly("data: 40 images, 20 with a crack", "a bridge");
        assertThat(facts.attribution()).containsExactly("CC BY 4.0, Somebody");
        assertThat(facts.limits()).isNotEmpty();
    }

    @Test
    void a_run_is_in_the_history_unless_it_is_to_be_left_out() {
        bench.run("train", "--data", data, "--out", out, "--name", "mine");
        assertThat(bench.runs.all()).singleElement().satisfies(run -> {
            assertThat(run.name()).isEqualTo("mine");
            assertThat(run.state()).isEqualTo(RunRecord.State.FINISHED);
            assertThat(run.model()).isEqualTo(out.toAbsolutePath());
            assertThat(run.epochs()).isEqualTo(EPOCHS);
            assertThat(run.test()).isNotNull();
            assertThat(bench.runs.answers(run.id())).isNotEmpty();
        });
        bench.run("train", "--data", data, "--out", folder.resolve("other.crack"), "--no-history");
        assertThat(bench.runs.all()).hasSize(1);
    }

    @Test
    void a_resumed_run_stays_one_run_of_the_history() throws IOException {
        outcome = new TrainingOutcome.Cancelled(EPOCHS, 1);
        bench.run("train", "--data", data, "--out", out);
        assertThat(bench.runs.all())
                .singleElement()
                .extracting(RunRecord::state)
                .isEqualTo(RunRecord.State.STOPPED);
        Files.writeString(folder.resolve("new.crack.checkpoint"), "hours of work");
        outcome = new TrainingOutcome.Finished(EPOCHS, 2, StopReason.EPOCHS_DONE);
        bench.run("train", "--data", data, "--out", out, "--resume");
        assertThat(bench.runs.all())
                .singleElement()
                .extracting(RunRecord::state)
                .isEqualTo(RunRecord.State.FINISHED);
    }

    @Test
    void held_out_groups_are_tested_and_never_trained_on() {
        bench.run("train", "--data", data, "--out", out, "--hold-out", "w3", "--hold-out", "v4");

        assertThat(split.test()).extracting(LabelledImage::group).contains("w3", "v4");
        assertThat(bench.run(
                        "train", "--data", data, "--out", folder.resolve("o"), "--split", "random", "--hold-out", "w3"))
                .isEqualTo(2);
    }

    @Test
    void train_only_folders_are_in_the_training_part_and_change_no_other() throws IOException {
        bench.run("train", "--data", data, "--out", out);
        Split without = split;
        bench.photo("more/crack/t1.png", 77);
        bench.photo("more/no_crack/t2.png", 177);

        assertThat(bench.run(
                        "train", "--data", data, "--train-only", folder.resolve("more"), "--out", folder.resolve("b")))
                .isZero();

        assertThat(split.train()).hasSize(without.train().size() + 2).containsAll(without.train());
        assertThat(split.validation()).isEqualTo(without.validation());
        assertThat(split.test()).isEqualTo(without.test());
        assertThat(facts.data()).contains("more: 2 images, 1 with a crack, for training only");
    }

    @Test
    void a_train_only_folder_that_is_missing_is_named_and_counted() throws IOException {
        bench.photo("more/crack/t1.png", 77);

        assertThat(bench.run(
                        "train",
                        "--data",
                        data,
                        "--train-only",
                        folder.resolve("more"),
                        folder.resolve("gone"),
                        "--out",
                        folder.resolve("b")))
                .isEqualTo(1);
        assertThat(bench.err()).contains("gone: There is no such file or folder");
    }

    @Test
    void an_image_that_tests_may_not_also_train() throws IOException {
        bench.run("train", "--data", data, "--out", out);
        Path tested = split.test().getFirst().file();
        Path again = folder.resolve("more/crack/again.png");
        Files.createDirectories(again.getParent());
        Files.copy(tested, again);

        assertThat(bench.run(
                        "train", "--data", data, "--train-only", folder.resolve("more"), "--out", folder.resolve("b")))
                .isEqualTo(3);
        assertThat(bench.err())
                .contains("which validates or tests")
                .contains(again.getFileName().toString());
    }

    @Test
    void fine_tuning_hands_the_model_over_and_says_which_test_images_it_knows() {
        bench.run("train", "--data", data, "--out", out);
        StoredModel known = Models.random(NetworkPreset.CRACKNET, 3)
                .with(SeenImages.of(
                        split.test(),
                        split.train(),
                        image -> Optional.of(bench.looks.of(image).orElseThrow()),
                        new Cancellation()));
        Path old = folder.resolve("old.crack");
        ModelFile.write(old, known);

        assertThat(bench.run("train", "--data", data, "--from", old, "--out", folder.resolve("b")))
                .isZero();

        assertThat(start.from()).contains(known);
        assertThat(plan.learningRate())
                .isEqualTo(PresetDefaults.fineTuning(NetworkPreset.CRACKNET, 1).learningRate())
                .isEqualTo(0.0015);
        assertThat(bench.err())
                .contains(split.test().size() + " of " + split.test().size() + " test images trained or validated")
                .contains("random cracknet");
        assertThat(facts.data()).contains("Started from the weights of random cracknet (2026-11-23)");
        assertThat(bench.runs.all())
                .filteredOn(run -> run.name().equals("b"))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.data().from()).isEqualTo("random cracknet");
                    assertThat(run.data().start())
                            .isEqualTo(new RunRecord.StartFile(old.toString(), known.weightsDigest()));
                });
    }

    @Test
    void a_model_to_start_from_that_forgot_its_images_is_named_and_one_that_is_missing_refused() {
        Path old = folder.resolve("old.crack");
        ModelFile.write(old, Models.random(NetworkPreset.CRACKNET, 3));

        assertThat(bench.run("train", "--data", data, "--from", old, "--out", out))
                .isZero();
        assertThat(bench.err()).contains("random cracknet").contains("does not say what it was trained on");
        assertThat(bench.run("train", "--data", data, "--from", folder.resolve("gone"), "--out", folder.resolve("c")))
                .isEqualTo(3);
        assertThat(bench.err()).contains("gone");
    }

    @Test
    void a_kept_split_is_used_again_exactly() throws IOException {
        Path kept = folder.resolve("split.json");
        bench.run("train", "--data", data, "--out", out, "--split-out", kept);
        Split first = split;

        assertThat(bench.run("train", "--data", data, "--out", folder.resolve("b.crack"), "--split", kept))
                .isZero();

        assertThat(split.test())
                .extracting(LabelledImage::sha256)
                .containsExactlyInAnyOrderElementsOf(
                        first.test().stream().map(LabelledImage::sha256).toList());
        assertThat(bench.run(
                        "train", "--data", data, "--out", folder.resolve("c"), "--split", folder.resolve("gone.json")))
                .isEqualTo(3);
        assertThat(bench.err().lines())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("gone.json");
    }

    @Test
    void an_existing_model_or_checkpoint_is_never_lost_to_a_repeated_command() throws IOException {
        Files.writeString(out, "precious");
        assertThat(bench.run("train", "--data", data, "--out", out)).isEqualTo(2);
        assertThat(bench.err()).contains(out + " exists.").contains("--force");
        assertThat(bench.run("train", "--data", data, "--out", out, "--resume")).isEqualTo(2);
        assertThat(bench.err()).contains("finished model");
        assertThat(out).hasContent("precious");

        Files.writeString(folder.resolve("new.crack.checkpoint"), "hours of work");
        assertThat(bench.run("train", "--data", data, "--out", out)).isEqualTo(2);
        assertThat(bench.err()).contains("new.crack.checkpoint is the checkpoint of an interrupted run");
        assertThat(plan).isNull();

        assertThat(bench.run("train", "--data", data, "--out", out, "--resume")).isZero();
        assertThat(start.resume()).isTrue();
        assertThat(bench.run("train", "--data", data, "--out", out, "--force")).isZero();
        assertThat(start.resume()).isFalse();
        assertThat(bench.run("train", "--data", data, "--out", out, "--force", "--resume"))
                .isEqualTo(2);
    }

    @Test
    void after_ctrl_c_the_best_epoch_is_kept_the_json_is_written_and_nothing_is_tested() throws IOException {
        outcome = new TrainingOutcome.Cancelled(EPOCHS, 1);

        assertThat(bench.run("train", "--data", data, "--out", out, "--json", folder.resolve("t.json")))
                .isEqualTo(130);

        assertThat(bench.err())
                .contains("best epoch so far (1) is kept in " + out)
                .contains("--resume");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("t.json").toFile());
        assertThat(json.get("stopReason").asText()).isEqualTo("cancelled");
        assertThat(json.get("epochs")).hasSize(2);
        assertThat(json.get("test").isNull()).isTrue();
        assertThat(bench.cards).isEmpty();
    }

    @Test
    void a_failed_run_says_why_what_to_do_and_what_is_kept() {
        outcome = new TrainingOutcome.Failed(
                EPOCHS,
                1,
                TrainingOutcome.Problem.LOSS_NOT_FINITE,
                "the loss is no longer a number",
                "Train with a lower rate");

        assertThat(bench.run("train", "--data", data, "--out", out)).isEqualTo(3);

        assertThat(bench.err())
                .contains("the loss is no longer a number. Train with a lower rate")
                .contains("The best epoch so far (1) is kept");
    }

    @Test
    void a_run_that_fills_the_disk_ends_as_what_could_not_be_written() {
        outcome = new TrainingOutcome.Failed(
                EPOCHS,
                0,
                TrainingOutcome.Problem.DISK_FULL,
                "/data/models",
                "Its disk is full: free some space there and train with --resume");

        assertThat(bench.run("train", "--data", data, "--out", out)).isEqualTo(4);

        assertThat(bench.err()).contains("/data/models. Its disk is full").doesNotContain("is kept");
    }

    @Test
    void images_the_trainer_cannot_read_are_named_and_counted() throws IOException {
        var usual = bench.trainer;
        bench.trainer = (p, s, f, file, resume, observer, cancellation) -> {
            observer.on(new TrainingEvent.Skipped(
                    Path.of("broken.png"), new Refusal(Refusal.Kind.DAMAGED, "ends too early")));
            return usual.train(p, s, f, file, resume, observer, cancellation);
        };

        assertThat(bench.run("train", "--data", data, "--out", out)).isEqualTo(1);
        assertThat(bench.err()).contains("broken.png: The picture is damaged").contains("ends too early");
    }

    @Test
    void wrong_numbers_and_names_are_wrong_usage_and_say_what_is_right() {
        assertThat(bench.run("train", "--data", data, "--out", out, "--preset", "resnet"))
                .isEqualTo(2);
        assertThat(bench.err()).contains("resnet").contains("seed-cnn, readme-cnn, cracknet");
        assertThat(bench.run("train", "--data", data, "--out", out, "--epochs", 0))
                .isEqualTo(2);
        assertThat(bench.err()).contains("at least 1");
        assertThat(bench.run("train", "--data", data, "--out", out, "--input-size", 111))
                .isEqualTo(2);
        assertThat(bench.err()).contains("112 to 1024 for cracknet");
        assertThat(bench.run("train", "--data", data, "--out", out, "--test", "1.2"))
                .isEqualTo(2);
        assertThat(bench.run("train", "--data", data)).isEqualTo(2);
        assertThat(bench.err()).contains("--out");
        assertThat(bench.run("train", "--data", data, "--out", folder.resolve("gone/m.crack")))
                .isEqualTo(4);
    }

    @Test
    void too_few_images_to_split_are_nothing_usable() {
        assertThat(bench.run("train", "--data", data.resolve("crack/w1_0.png"), "--out", out))
                .isEqualTo(3);
        assertThat(bench.err().lines()).hasSize(1);
        assertThat(plan).isNull();
    }

    @Test
    void steps_are_shown_with_the_time_left_on_a_terminal_only() {
        bench.terminal = new Terminal(100, true, true, false);
        bench.run("train", "--data", data, "--out", out);
        assertThat(bench.err()).contains("Epoch 1, step 1 of 2: loss 0.7000, 80 images/s  0:00 left");

        bench.terminal = new Terminal(100, false, false, false);
        bench.run("train", "--data", data, "--out", out, "--force");
        assertThat(bench.err()).isEmpty();
    }

    @Test
    void the_presets_have_defaults_of_their_own() {
        assertThat(PresetDefaults.plan(NetworkPreset.CRACKNET, 3).augmentation())
                .isEqualTo(Augmentation.STANDARD);
        assertThat(PresetDefaults.plan(NetworkPreset.CRACKNET, 3).schedule()).isEqualTo(LearningRateSchedule.COSINE);
        assertThat(PresetDefaults.plan(NetworkPreset.README_CNN, 3).patience()).isEqualTo(3);
    }
}
