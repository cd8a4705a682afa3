package io.crackscope.learning.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.domain.Label;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.learning.Augmentation;
import io.crackscope.learning.Calibrator;
import io.crackscope.learning.Checkpoint;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.ModelFileException;
import io.crackscope.learning.NetworkBlueprint;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.SpeedProbe;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.Trainer.Start;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingObserver;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.learning.TrainingPlan.LearningRateSchedule;
import io.crackscope.samples.SampleTile;
import io.crackscope.samples.SampleTiles;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.Gate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains for real, on generated cracks. */
class Dl4jTrainerTest {
    private static final Trainer.CardFacts FACTS =
            new Trainer.CardFacts("generated", List.of("generated tiles"), List.of("none"), List.of("tests only"));

    @TempDir
    Path folder;

    private final Map<Path, SampleTile> tiles = new HashMap<>();
    private final PhotoReader reader = (file, maxPixels) -> {
        SampleTile tile = tiles.get(file);
        if (tile == null) {
            return new PhotoReading.Refused(new Refusal(Refusal.Kind.DAMAGED, "cut short"));
        }
        return new PhotoReading.Decoded(
                tile.picture(),
                new PhotoFacts(
                        tile.picture().width(),
                        tile.picture().height(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                1);
    };
    private final Calibrator calibrator = (logits, crack) -> new Calibrator.Calibration(1.5, 0.4);
    private final Trainer trainer = new Dl4jTrainer(reader, calibrator);

    private Split split(int train, int validation) {
        SampleTiles source = new SampleTiles(120, 21);
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < train + validation; i++) {
            Path file = Path.of("tile-" + i + ".png");
            tiles.put(file, source.tile(i));
            images.add(new LabelledImage(file, source.tile(i).label(), "g" + i, Digests.sha256(new byte[] {(byte) i})));
        }
        return new Split("grouped", 5, images.subList(0, train), images.subList(train, images.size()), List.of());
    }

    private static TrainingPlan plan(NetworkPreset preset, int epochs) {
        return new TrainingPlan(
                preset,
                preset == NetworkPreset.CRACKNET ? 128 : preset.inputSize(),
                epochs,
                epochs,
                16,
                3e-3,
                LearningRateSchedule.COSINE,
                Augmentation.STANDARD,
                true,
                0.02,
                0.01,
                0.9,
                42);
    }

    private TrainingOutcome train(
            TrainingPlan plan, Split split, Path model, boolean resume, TrainingObserver observer) {
        Start start = resume ? Start.RESUMED : Start.AFRESH;
        return trainer.train(plan, split, FACTS, model, start, observer, new Cancellation());
    }

    @Test
    void the_loss_falls_and_a_model_with_its_card_is_left_without_a_checkpoint() {
        Path model = folder.resolve("cracknet.crackscope");
        List<TrainingEvent> events = new ArrayList<>();
        TrainingOutcome outcome = train(plan(NetworkPreset.CRACKNET, 6), split(96, 32), model, false, events::add);

        assertThat(outcome).isInstanceOf(TrainingOutcome.Finished.class);
        assertThat(outcome.epochs()).hasSize(6);
        assertThat(outcome.epochs().getLast().trainLoss())
                .isLessThan(outcome.epochs().getFirst().trainLoss() * 0.85);
        assertThat(events.stream().dropWhile(TrainingEvent.Reading.class::isInstance))
                .first()
                .isInstanceOf(TrainingEvent.Started.class);
        assertThat(events).contains(new TrainingEvent.Reading(128, 128));
        assertThat(events).filteredOn(TrainingEvent.Step.class::isInstance).hasSize(6 * 6);
        assertThat(events).filteredOn(TrainingEvent.EpochDone.class::isInstance).hasSize(6);

        var stored = ModelFile.read(model);
        int best = ((TrainingOutcome.Finished) outcome).bestEpoch();
        assertThat(stored.description().card().bestEpoch()).isEqualTo(best);
        assertThat(stored.description().card().split()).isEqualTo("grouped, seed 5");
        assertThat(stored.description().temperature()).isEqualTo(1.5);
        assertThat(stored.seen()).hasValueSatisfying(seen -> {
            assertThat(seen.trainImages()).isEqualTo(96);
            assertThat(seen.validationImages()).isEqualTo(32);
        });
        assertThat(Checkpoint.beside(model)).doesNotExist();
    }

    @Test
    void the_worst_validation_tiles_are_told_with_each_epoch() {
        List<TrainingEvent.Worst> worst = new ArrayList<>();
        train(plan(NetworkPreset.SEED_CNN, 2), split(40, 16), folder.resolve("m"), false, event -> {
            if (event instanceof TrainingEvent.Worst tiles) {
                worst.add(tiles);
            }
        });
        assertThat(worst).extracting(TrainingEvent.Worst::epoch).containsExactly(1, 2);
        assertThat(worst.getLast().tiles()).hasSize(TrainingEvent.Worst.MOST);
        double[] wrongness = worst.getLast().tiles().stream()
                .mapToDouble(tile -> tile.image().label() == Label.CRACK ? 1 - tile.probability() : tile.probability())
                .toArray();
        assertThat(java.util.Arrays.stream(wrongness).boxed().toList())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void training_waits_while_the_gate_is_held_and_does_not_count_that_time() throws Exception {
        Gate gate = new Gate();
        Trainer polite = new Dl4jTrainer(reader, calibrator, ImageLooks.reading(reader), gate);
        Gate.Hold[] hold = new Gate.Hold[1];
        int[] stepsWhileHeld = new int[1];
        List<TrainingEvent.Step> steps = java.util.Collections.synchronizedList(new ArrayList<>());
        Cancellation cancellation = new Cancellation();
        Split split = split(40, 16);
        Thread opener = Thread.ofPlatform().unstarted(() -> {
            // time in which training would have made its other steps
            java.util.concurrent.locks.LockSupport.parkNanos(500_000_000L);
            stepsWhileHeld[0] = steps.size();
            hold[0].close();
        });
        TrainingOutcome outcome = polite.train(
                plan(NetworkPreset.SEED_CNN, 1),
                split,
                FACTS,
                folder.resolve("m"),
                Start.AFRESH,
                event -> {
                    if (event instanceof TrainingEvent.Step step) {
                        steps.add(step);
                        if (steps.size() == 1) {
                            hold[0] = gate.hold();
                            opener.start();
                        }
                    }
                },
                cancellation);
        opener.join();
        assertThat(stepsWhileHeld[0]).isEqualTo(1);
        assertThat(steps).hasSize(3);
        assertThat(outcome.epochs()).singleElement().satisfies(epoch -> {
            assertThat(epoch.imagesPerSecond()).isGreaterThan(40);
            assertThat(40 / epoch.imagesPerSecond()).isLessThan(epoch.seconds());
        });
    }

    @Test
    void a_probe_tells_the_speed_without_data() {
        SpeedProbe.Speed speed = new Dl4jSpeedProbe().measure(plan(NetworkPreset.SEED_CNN, 9), new Cancellation());

        assertThat(speed.training()).isBetween(5.0, 5000.0);
        assertThat(speed.validation()).isBetween(5.0, 20_000.0);
        assertThat(new SpeedProbe.Speed(100, 200, false).of(3, 1000, 400)).isEqualTo(java.time.Duration.ofSeconds(36));
    }

    @Test
    void two_runs_with_one_seed_are_equal_and_another_seed_differs() {
        Split split = split(48, 16);
        float[] first = weightsAfter(plan(NetworkPreset.SEED_CNN, 2), split, "a");
        float[] second = weightsAfter(plan(NetworkPreset.SEED_CNN, 2), split, "b");
        assertThat(first).isEqualTo(second);
        TrainingPlan other = new TrainingPlan(
                NetworkPreset.SEED_CNN,
                120,
                2,
                2,
                16,
                3e-3,
                LearningRateSchedule.COSINE,
                Augmentation.STANDARD,
                true,
                0.02,
                0.01,
                0.9,
                43);
        assertThat(weightsAfter(other, split, "c")).isNotEqualTo(first);
    }

    private float[] weightsAfter(TrainingPlan plan, Split split, String name) {
        Path model = folder.resolve(name);
        train(plan, split, model, false, e -> {});
        return ModelFile.read(model).weights();
    }

    @Test
    void a_target_counts_instead_of_the_label() {
        TrainingPlan plan = plan(NetworkPreset.SEED_CNN, 1);
        Split labels = split(48, 16);
        float[] weights = weightsAfter(plan, labels, "labels");
        // what smoothing makes of the labels
        assertThat(weightsAfter(
                        plan, aimed(labels, image -> image.label() == Label.CRACK ? 1 - 0.02 : 0.02), "targets"))
                .containsExactly(weights);
        assertThat(weightsAfter(plan, aimed(labels, image -> 0.5), "doubt")).isNotEqualTo(weights);
    }

    private static Split aimed(Split split, ToDoubleFunction<LabelledImage> target) {
        List<LabelledImage> train = split.train().stream()
                .map(image -> image.aimedAt(image.label(), target.applyAsDouble(image)))
                .toList();
        return new Split(split.kind(), split.seed(), train, split.validation(), split.test());
    }

    @Test
    void a_resumed_run_ends_with_the_weights_of_an_uninterrupted_one() {
        // dropout and batch normalisation are the states that are easily forgotten
        for (NetworkPreset preset : List.of(NetworkPreset.README_CNN, NetworkPreset.CRACKNET)) {
            Split split = split(40, 16);
            Path whole = folder.resolve("whole-" + preset);
            TrainingOutcome uninterrupted = train(plan(preset, 4), split, whole, false, e -> {});

            Path resumed = folder.resolve("resumed-" + preset);
            Cancellation cancellation = new Cancellation();
            TrainingOutcome cut = trainer.train(
                    plan(preset, 4),
                    split,
                    FACTS,
                    resumed,
                    Start.AFRESH,
                    e -> {
                        if (e instanceof TrainingEvent.Step s && s.epoch() == 3 && s.step() == 2) {
                            cancellation.cancel();
                        }
                    },
                    cancellation);
            assertThat(cut).isInstanceOf(TrainingOutcome.Cancelled.class);
            assertThat(cut.epochs()).hasSize(2);
            assertThat(Checkpoint.beside(resumed)).exists();

            TrainingOutcome rest = train(plan(preset, 4), split, resumed, true, e -> {});
            assertThat(rest.epochs())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds", "imagesPerSecond")
                    .isEqualTo(uninterrupted.epochs());
            assertThat(ModelFile.read(resumed).weights())
                    .isEqualTo(ModelFile.read(whole).weights());
        }
    }

    @Test
    void fine_tuning_starts_where_the_other_model_ended_and_remembers_what_both_saw() {
        Split first = split(64, 16);
        Path start = folder.resolve("start");
        train(plan(NetworkPreset.CRACKNET, 3), first, start, false, e -> {});
        StoredModel begun = ModelFile.read(start);
        Split second = new Split("random", 1, first.train().subList(0, 32), first.validation(), List.of());
        Path tuned = folder.resolve("tuned");
        TrainingPlan gentle = plan(NetworkPreset.CRACKNET, 1).withLearningRate(1e-9);

        TrainingOutcome outcome = trainer.train(
                gentle, second, FACTS, tuned, new Start(Optional.of(begun), false), e -> {}, new Cancellation());

        assertThat(outcome.epochs()).hasSize(1);
        StoredModel ended = ModelFile.read(tuned);
        assertThat(ended.seen().orElseThrow().trainImages()).isEqualTo(64);
        NetworkBlueprint network = begun.network();
        int at = 0;
        for (NetworkBlueprint.Weights weights : network.weights()) {
            // running means and variances follow the tiles, whatever the learning rate
            if (!List.of("mean", "var").contains(weights.role())) {
                for (int i = at; i < at + weights.length(); i++) {
                    assertThat(ended.weights()[i]).isCloseTo(begun.weights()[i], within(1e-4f));
                }
            }
            at += weights.length();
        }
    }

    @Test
    void fine_tuning_needs_a_model_of_the_same_network() {
        Path start = folder.resolve("start");
        train(plan(NetworkPreset.SEED_CNN, 1), split(32, 16), start, false, e -> {});
        Start seedCnn = new Start(Optional.of(ModelFile.read(start)), false);

        assertThatThrownBy(() -> trainer.train(
                        plan(NetworkPreset.CRACKNET, 1),
                        split(32, 16),
                        FACTS,
                        folder.resolve("m"),
                        seedCnn,
                        e -> {},
                        new Cancellation()))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("seed-cnn of 5121 weights");
    }

    @Test
    void a_checkpoint_of_another_plan_is_not_used() {
        Split split = split(32, 16);
        Path model = folder.resolve("m");
        Cancellation cancellation = new Cancellation();
        trainer.train(
                plan(NetworkPreset.SEED_CNN, 3),
                split,
                FACTS,
                model,
                Start.AFRESH,
                e -> {
                    if (e instanceof TrainingEvent.EpochDone) {
                        cancellation.cancel();
                    }
                },
                cancellation);
        assertThatThrownBy(() -> train(plan(NetworkPreset.SEED_CNN, 5), split, model, true, e -> {}))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("other settings");
    }

    @Test
    void a_damaged_checkpoint_is_named() throws Exception {
        Path model = folder.resolve("m");
        Files.writeString(Checkpoint.beside(model), "not a checkpoint at all, but long enough to be read");
        assertThatThrownBy(() -> train(plan(NetworkPreset.SEED_CNN, 1), split(32, 16), model, true, e -> {}))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("checkpoint");
    }

    @Test
    void an_unreadable_tile_is_named_and_left_out() {
        Split split = split(40, 16);
        tiles.remove(split.train().get(3).file());
        List<TrainingEvent> events = new ArrayList<>();
        train(plan(NetworkPreset.SEED_CNN, 1), split, folder.resolve("m"), false, events::add);
        assertThat(events)
                .contains(new TrainingEvent.Skipped(
                        split.train().get(3).file(), new Refusal(Refusal.Kind.DAMAGED, "cut short")));
        assertThat(events)
                .filteredOn(TrainingEvent.Started.class::isInstance)
                .singleElement()
                .extracting(e -> ((TrainingEvent.Started) e).trainImages())
                .isEqualTo(39);
    }

    @Test
    void one_class_alone_cannot_be_trained_and_says_so() {
        Split both = split(40, 16);
        Split cracksOnly = new Split(
                "grouped",
                1,
                both.train().stream().filter(i -> i.label() == Label.CRACK).toList(),
                both.validation(),
                List.of());
        Path model = folder.resolve("m");
        TrainingOutcome outcome = train(plan(NetworkPreset.SEED_CNN, 1), cracksOnly, model, false, e -> {});
        assertThat(outcome).isInstanceOfSatisfying(TrainingOutcome.Failed.class, failed -> {
            assertThat(failed.reason()).contains("no readable image labelled no_crack");
            assertThat(failed.remedy()).isNotEmpty();
        });
        assertThat(model).doesNotExist();
    }

    @Test
    void a_loss_that_is_no_number_ends_the_run_with_a_remedy() {
        TrainingPlan wild = new TrainingPlan(
                NetworkPreset.SEED_CNN,
                120,
                3,
                3,
                16,
                1e30,
                LearningRateSchedule.CONSTANT,
                Augmentation.NONE,
                false,
                0,
                0,
                0,
                1);
        TrainingOutcome outcome = train(wild, split(40, 16), folder.resolve("m"), false, e -> {});
        assertThat(outcome).isInstanceOfSatisfying(TrainingOutcome.Failed.class, failed -> {
            assertThat(failed.reason()).contains("no number");
            assertThat(failed.remedy()).contains("learning rate");
        });
    }

    @Test
    void an_observer_that_throws_does_not_stop_the_run() {
        TrainingOutcome outcome =
                train(plan(NetworkPreset.SEED_CNN, 1), split(32, 16), folder.resolve("m"), false, e -> {
                    throw new IllegalStateException("a broken view");
                });
        assertThat(outcome).isInstanceOf(TrainingOutcome.Finished.class);
    }

    @Test
    void training_stops_when_the_validation_loss_no_longer_falls() {
        TrainingPlan impatient = new TrainingPlan(
                NetworkPreset.SEED_CNN,
                120,
                50,
                1,
                16,
                0.05,
                LearningRateSchedule.CONSTANT,
                Augmentation.NONE,
                false,
                0,
                0,
                0,
                1);
        TrainingOutcome outcome = train(impatient, split(32, 16), folder.resolve("m"), false, e -> {});
        assertThat(outcome).isInstanceOfSatisfying(TrainingOutcome.Finished.class, finished -> {
            assertThat(finished.reason()).isEqualTo(TrainingOutcome.StopReason.NO_IMPROVEMENT);
            assertThat(finished.epochs()).hasSize(finished.bestEpoch() + 1);
        });
    }
}
