package io.crackscope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.domain.Refusal;
import io.crackscope.evaluation.PairedTest;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.SeenImages;
import io.crackscope.learning.SpeedProbe;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.text.Messages;
import io.crackscope.training.RunRecord;
import io.crackscope.training.RunRecord.State;
import io.crackscope.training.Runs;
import io.crackscope.training.StartLeaks;
import io.crackscope.ui.training.PlanForm.Number;
import io.crackscope.ui.training.RunStatus.Phase;
import io.crackscope.work.Cancellation;
import io.crackscope.work.DirectJobRunner;
import io.crackscope.work.HoldingJobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingViewModelTest {
    @TempDir
    Path folder;

    private TrainingFixture fixture;
    private TrainingViewModel model;

    @BeforeEach
    void setUp() throws Exception {
        fixture = new TrainingFixture(folder, new DirectJobRunner());
        model = fixture.model;
        model.reload();
    }

    private void plan(int epochs) {
        model.plan().presetProperty().set(NetworkPreset.SEED_CNN);
        model.plan().number(Number.EPOCHS).set(epochs);
        model.addData(List.of(folder.resolve("walls")));
    }

    @Test
    void data_make_a_plan_that_can_start_with_its_split_its_leaks_and_an_estimate() {
        assertThat(model.canStartProperty().get()).isFalse();
        plan(3);

        assertThat(model.data().stateProperty().get()).isInstanceOfSatisfying(DataForm.State.Ready.class, ready -> {
            assertThat(ready.facts().images()).isEqualTo(60);
            assertThat(ready.split().kind()).isEqualTo("grouped");
            assertThat(ready.leaks()).isPresent();
        });
        // 38 or so tiles at 100 a second and 10 at 250: under a second an epoch
        assertThat(model.estimate().wordsProperty().get())
                .startsWith("About ")
                .contains("for 3 epochs, at 100 images/s");
        assertThat(model.canStartProperty().get()).isTrue();

        model.plan().number(Number.BATCH).textProperty().set("0");
        assertThat(model.canStartProperty().get()).isFalse();
    }

    @Test
    void beside_the_estimate_of_an_old_processor_stands_why_it_is_slow() {
        plan(3);
        assertThat(model.estimate().wordsProperty().get()).doesNotContain("AVX2");

        fixture.speed = new SpeedProbe.Speed(100, 250, true);
        model.plan().number(Number.BATCH).set(8);
        assertThat(model.estimate().wordsProperty().get()).startsWith("About ").contains("\n", "no AVX2", "1.5 times");
    }

    @Test
    void the_estimate_is_for_the_plan_as_it_stands_when_the_speed_is_known() throws Exception {
        HoldingJobRunner jobs = new HoldingJobRunner();
        fixture = new TrainingFixture(folder.resolve("later"), jobs);
        model = fixture.model;
        model.plan().number(Number.EPOCHS).set(10);
        model.addData(List.of(folder.resolve("later/walls")));
        while (model.estimate().wordsProperty().get().isEmpty()) {
            jobs.runNext();
            jobs.deliverAll();
        }
        assertThat(model.estimate().wordsProperty().get()).startsWith("Measuring");

        model.plan().number(Number.EPOCHS).set(6);
        jobs.finish();
        assertThat(model.estimate().wordsProperty().get()).contains("for 6 epochs");
    }

    @Test
    void a_random_split_is_counted_for_leaks() {
        plan(1);
        model.data().kindProperty().set(DataForm.SplitKind.RANDOM);
        assertThat(model.data().stateProperty().get())
                .isInstanceOfSatisfying(
                        DataForm.State.Ready.class,
                        ready -> assertThat(new LeakWords(fixture.messages)
                                        .of("random", ready.leaks().orElseThrow()))
                                .isNotEmpty()
                                .last()
                                .asString()
                                .contains("Hold out grouped"));
    }

    @Test
    void a_kept_split_alone_names_its_images_and_can_be_trained_on_and_planned_again() throws Exception {
        plan(1);
        DataForm.State.Ready scanned =
                (DataForm.State.Ready) model.data().stateProperty().get();
        Path file = folder.resolve("metu-2026.json");
        SplitFile.write(scanned.split(), file);
        model.data().folders().clear();
        fixture.images = List.of();

        model.addData(List.of(file));
        assertThat(model.data().stateProperty().get()).isInstanceOfSatisfying(DataForm.State.Ready.class, ready -> {
            assertThat(ready.facts().images()).isEqualTo(60);
            assertThat(ready.split()).isEqualTo(scanned.split());
        });
        assertThat(model.canStartProperty().get()).isTrue();
        model.start();
        RunRecord kept = model.history().runs().getFirst();
        assertThat(kept.state()).isEqualTo(State.FINISHED);
        assertThat(kept.facts().data()).first().asString().startsWith("metu-2026.json: 60 images");

        model.data().kindProperty().set(DataForm.SplitKind.GROUPED);
        assertThat(model.data().stateProperty().get()).isInstanceOf(DataForm.State.Empty.class);
        model.planLike(kept);
        assertThat(model.data().stateProperty().get()).isInstanceOf(DataForm.State.Ready.class);
        assertThat(model.data().folders()).isEmpty();
    }

    @Test
    void what_draws_a_split_does_not_touch_a_kept_one() throws Exception {
        plan(1);
        Path file = folder.resolve("metu-2026.json");
        SplitFile.write(((DataForm.State.Ready) model.data().stateProperty().get()).split(), file);
        model.data().sample().textProperty().set("12");
        model.data().testShare().textProperty().set("two");

        model.addData(List.of(file));

        assertThat(model.data().choice().orElseThrow().sample()).isEmpty();
        assertThat(model.canStartProperty().get()).isTrue();
    }

    @Test
    void a_folder_added_while_a_kept_split_is_chosen_counts_again() throws Exception {
        plan(1);
        Path file = folder.resolve("metu-2026.json");
        SplitFile.write(((DataForm.State.Ready) model.data().stateProperty().get()).split(), file);
        model.addData(List.of(file));
        assertThat(model.data().kindProperty().get()).isEqualTo(DataForm.SplitKind.FILE);
        assertThat(model.data().choice().orElseThrow().folders())
                .as("the split says it all")
                .isEmpty();
        model.addData(List.of(folder.resolve("more")));
        assertThat(model.data().kindProperty().get()).isEqualTo(DataForm.SplitKind.GROUPED);
        assertThat(model.data().choice().orElseThrow().folders()).hasSize(2);
    }

    @Test
    void a_run_draws_its_curve_is_tested_kept_and_shown_beside_the_model_in_use() {
        plan(3);
        List<Integer> sizes = new ArrayList<>();
        model.run()
                .changesProperty()
                .addListener(change -> sizes.add(model.run().curve().steps().size()));
        model.start();

        RunCurve curve = model.run().curve();
        assertThat(curve.steps().size()).isEqualTo(3 * TrainingFixture.STEPS);
        assertThat(curve.epochs()).hasSize(3);
        assertThat(curve.bestEpoch()).isEqualTo(3);
        assertThat(sizes).isSorted().hasSizeGreaterThan(3);
        assertThat(model.run().worstProperty().get()).hasSize(1);
        assertThat(model.run().endProperty().get().kind()).isEqualTo(RunEnd.Kind.FINISHED);
        assertThat(model.run().runningProperty().get()).isFalse();

        RunRecord kept = model.history().runs().getFirst();
        assertThat(kept.state()).isEqualTo(State.FINISHED);
        assertThat(kept.test()).isNotNull();
        assertThat(model.history().shownProperty().get().runs()).containsExactly(kept);
        assertThat(model.duel().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.scored().first().images()).isEqualTo(12));
        assertThat(model.models().models()).hasSize(2);

        model.models().use(kept.model());
        assertThat(fixture.used).containsExactly(kept.model());
    }

    @Test
    void the_next_model_gets_a_name_of_its_own() {
        plan(1);
        Path first = model.output().fileProperty().get();
        model.start();
        assertThat(first).exists();
        assertThat(model.output().fileProperty().get()).isNotEqualTo(first);
        model.output().chosenProperty().set(first);
        assertThat(model.output().problemProperty().get()).contains("exists already");
        assertThat(model.canStartProperty().get()).isFalse();
    }

    @Test
    void pausing_holds_the_gate_and_continuing_opens_it() {
        plan(1);
        List<Phase> phases = new ArrayList<>();
        Trainer usual = fixture.trainer;
        fixture.trainer = (plan, split, facts, file, resume, observer, cancellation) -> {
            TrainingOutcome outcome = usual.train(plan, split, facts, file, resume, observer, cancellation);
            model.run().pause();
            phases.add(model.run().statusProperty().get().phase());
            Cancellation impatient = new Cancellation();
            impatient.cancel();
            assertThat(fixture.gate.pass(impatient))
                    .as("somebody holds the gate")
                    .isPositive();
            model.run().proceed();
            phases.add(model.run().statusProperty().get().phase());
            assertThat(fixture.gate.pass(new Cancellation())).isZero();
            return outcome;
        };
        model.start();
        assertThat(phases).containsExactly(Phase.PAUSED, Phase.WORKING);
    }

    @Test
    void a_stopped_run_keeps_and_tests_its_best_epoch_and_can_be_resumed() {
        plan(3);
        stopAfter(1);
        model.start();

        assertThat(model.run().endProperty().get().title()).isEqualTo("Training was stopped");
        assertThat(model.run().endProperty().get().text()).contains("Epoch 1 was the best");
        RunRecord stopped = model.history().runs().getFirst();
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(stopped.test()).isNotNull();
        assertThat(model.history().canResumeProperty().get()).isTrue();

        fixture.trainer = fixture::train;
        model.resume(stopped);
        assertThat(model.history().runs()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(State.FINISHED);
            assertThat(run.epochs()).hasSize(3);
        });
        assertThat(model.run().curve().steps().size()).isEqualTo(3 * TrainingFixture.STEPS);
    }

    /** Lets the script be stopped by a person after that many epochs. */
    private void stopAfter(int epochs) {
        fixture.trainer = (plan, split, facts, file, resume, observer, cancellation) -> fixture.train(
                plan,
                split,
                facts,
                file,
                resume,
                event -> {
                    observer.on(event);
                    if (event instanceof TrainingEvent.EpochDone done
                            && done.score().epoch() == epochs) {
                        model.run().stop();
                    }
                },
                cancellation);
    }

    @Test
    void an_interrupted_run_is_offered_at_the_next_start_and_can_be_put_off() throws Exception {
        plan(3);
        stopAfter(1);
        model.start();
        RunRecord stopped = model.history().runs().getFirst();
        Runs.leave(fixture.history, stopped);

        TrainingViewModel next = new TrainingFixture(folder, new DirectJobRunner()).model;
        next.reload();
        assertThat(next.offer().runProperty().get()).map(RunRecord::id).contains(stopped.id());
        next.offer().putOff();
        assertThat(next.offer().runProperty().get()).isEmpty();
        assertThat(next.history().interrupted()).hasSize(1);
    }

    @Test
    void closing_asks_once_while_a_run_goes_on() {
        plan(1);
        List<String> closed = new ArrayList<>();
        model.askToClose(() -> closed.add("idle"));
        fixture.trainer = (plan, split, facts, file, resume, observer, cancellation) -> {
            model.askToClose(() -> closed.add("first"));
            assertThat(model.closing().askedProperty().get()).isTrue();
            model.closing().no();
            assertThat(model.closing().askedProperty().get()).isFalse();
            model.askToClose(() -> closed.add("second"));
            model.askToClose(() -> closed.add("third"));
            return new TrainingOutcome.Cancelled(List.of(), 0);
        };
        model.start();
        assertThat(closed).containsExactly("idle", "third");
    }

    @Test
    void failures_are_told_in_plain_words_with_a_remedy() {
        plan(1);
        for (TrainingOutcome.Problem problem : TrainingOutcome.Problem.values()) {
            fixture.trainer = (plan, split, facts, file, resume, observer, cancellation) ->
                    new TrainingOutcome.Failed(List.of(), 0, problem, "in epoch 3", "a remedy");
            model.start();
            RunEnd end = model.run().endProperty().get();
            assertThat(end.kind()).isEqualTo(RunEnd.Kind.FAILED);
            assertThat(end.title()).isNotBlank();
            assertThat(end.text()).hasSizeGreaterThan(30);
            assertThat(end.text().contains("in epoch 3")).isEqualTo(problem != TrainingOutcome.Problem.OUT_OF_MEMORY);
        }
        fixture.trainer = (plan, split, facts, file, resume, observer, cancellation) -> {
            throw new io.crackscope.learning.ModelFileException(
                    file,
                    io.crackscope.learning.ModelFileException.Problem.NOT_WRITTEN,
                    new java.io.IOException("No space left on device"));
        };
        model.start();
        assertThat(model.run().endProperty().get().text())
                .contains("cannot be written", "The disk is full", "Make room");
        assertThat(model.history().runs())
                .allSatisfy(run -> assertThat(run.state()).isEqualTo(State.FAILED));
        assertThat(model.canStartProperty().get()).as("one can try again").isTrue();
    }

    @Test
    void a_model_to_start_from_that_is_damaged_is_told_with_what_to_do() throws Exception {
        plan(1);
        Path damaged = Files.writeString(folder.resolve("damaged.crackscope"), "PK and no more");
        model.from().chosenProperty().set(Optional.of(damaged));
        assertThat(model.from().stateProperty().get())
                .isEqualTo(new StartForm.State.Unusable(damaged + " is not a CrackScope model, or is damaged."
                        + " Choose another model, or restore this one from a copy."));
        model.models().take(List.of(damaged));
        assertThat(model.models().newsProperty().get()).startsWith(damaged + " is not a CrackScope model");
    }

    @Test
    void unreadable_images_are_counted_and_named() {
        plan(1);
        fixture.trainer = (plan, split, facts, file, resume, observer, cancellation) -> {
            observer.on(new TrainingEvent.Skipped(Path.of("/data/broken.jpg"), new Refusal(Refusal.Kind.DAMAGED, "")));
            return fixture.train(plan, split, facts, file, resume, observer, cancellation);
        };
        model.start();
        assertThat(model.run().skippedProperty().get()).containsExactly("/data/broken.jpg: damaged");
        assertThat(model.history().runs().getFirst().skipped().count()).isEqualTo(1);
    }

    @Test
    void the_second_run_of_a_day_is_proposed_another_name_than_the_first() throws Exception {
        plan(1);
        String first = model.output().nameProperty().get();
        model.start();
        assertThat(model.output().nameProperty().get()).isEqualTo(first + " #2");
        model.start();
        assertThat(model.output().nameProperty().get()).isEqualTo(first + " #3");
        assertThat(model.history().runs()).extracting(RunRecord::name).containsExactlyInAnyOrder(first + " #2", first);

        TrainingViewModel next = new TrainingFixture(folder, new DirectJobRunner()).model;
        next.plan().presetProperty().set(model.plan().presetProperty().get());
        next.reload();
        assertThat(next.output().nameProperty().get()).isEqualTo(first + " #3");
        next.output().nameProperty().set("my own");
        next.reload();
        assertThat(next.output().nameProperty().get()).isEqualTo("my own");
    }

    @Test
    void runs_that_were_kept_with_one_name_are_told_apart_by_when_they_began() throws Exception {
        for (String[] run : new String[][] {
            {"a", "2026-11-25T10:00:00Z", "one"},
            {"b", "2026-11-25T10:05:00Z", "one"},
            {"c", "2026-11-25T10:05:30Z", "two"},
            {"d", "2026-11-25T10:05:50Z", "two"},
            {"e", "2026-11-25T10:05:55Z", "three"}
        }) {
            Runs.keep(
                    fixture.history,
                    folder.resolve("runs"),
                    Runs.named(Runs.run(run[0], run[1], State.FINISHED), run[2]));
        }
        model.reload();
        HistoryViewModel history = model.history();
        List<String> names =
                history.runs().reversed().stream().map(history::nameOf).toList();
        assertThat(names).doesNotHaveDuplicates().endsWith("three");
        assertThat(names.getFirst()).matches("one \u00B7 \\d+:00.*");
        assertThat(names.get(2)).startsWith("two \u00B7 ").contains(":30");

        history.choose(history.runs());
        assertThat(history.shownProperty().get().curves())
                .extracting(RunCurve::name)
                .containsExactlyElementsOf(names);
    }

    @Test
    void two_runs_are_compared_noted_deleted_and_brought_back() {
        plan(2);
        model.start();
        model.start();
        HistoryViewModel history = model.history();
        history.choose(history.runs());
        assertThat(history.shownProperty().get().runs()).hasSize(2);
        assertThat(history.shownProperty().get().tests())
                .singleElement()
                .extracting(PairedTest::verdict)
                .isEqualTo(PairedTest.Verdict.CANNOT_TELL);

        String id = history.runs().getFirst().id();
        history.note(id, "second try");
        assertThat(history.runs().getFirst().notes()).isEqualTo("second try");

        history.choose(List.of(history.runs().getFirst()));
        history.deleteChosen();
        assertThat(history.runs()).hasSize(1);
        assertThat(history.deletedProperty().get()).containsExactly(id);
        history.undoDelete();
        assertThat(history.runs()).extracting(RunRecord::id).contains(id).hasSize(2);
    }

    @Test
    void runs_that_were_deleted_long_ago_are_removed_for_good_after_the_history_is_read() throws Exception {
        Path runs = folder.resolve("runs");
        Runs.keep(fixture.history, runs, Runs.run("old", "2026-10-25T10:00:00Z", State.FINISHED));
        fixture.history.delete("old");
        Path deleted = runs.resolve(".deleted/old");
        Files.setLastModifiedTime(deleted, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        HistoryViewModel history =
                new HistoryViewModel(new DirectJobRunner(), fixture.history, new Messages(Locale.ENGLISH));

        history.load(() -> assertThat(deleted).isDirectory());

        assertThat(deleted).doesNotExist();
        assertThat(history.problemProperty().get()).isEmpty();
    }

    @Test
    void a_run_of_the_command_line_appears_when_the_history_is_read_again() throws Exception {
        assertThat(model.history().runs()).isEmpty();
        Runs.keep(fixture.history, folder.resolve("runs"), Runs.run("cli", "2026-11-25T10:00:00Z", State.FINISHED));
        model.reload();
        assertThat(model.history().runs()).extracting(RunRecord::id).containsExactly("cli");
    }

    @Test
    void a_plan_can_be_made_like_an_earlier_run() {
        plan(2);
        model.plan().number(Number.LEARNING_RATE).textProperty().set("0.007");
        model.start();
        model.plan().reset();
        model.planLike(model.history().runs().getFirst());
        assertThat(model.plan().planProperty().get()).hasValueSatisfying(plan -> {
            assertThat(plan.learningRate()).isEqualTo(0.007);
            assertThat(plan.epochs()).isEqualTo(2);
        });
        assertThat(model.history().shownProperty().get().runs()).isEmpty();
    }

    private Path model(StoredModel stored) {
        Path file = folder.resolve("models/start.crackscope");
        ModelFile.write(file, stored);
        model.reload();
        return file;
    }

    private DataForm.State.Ready ready() {
        return (DataForm.State.Ready) model.data().stateProperty().get();
    }

    @Test
    void a_run_starts_from_a_model_of_the_shelf_which_brings_its_network_and_is_kept_and_planned_again()
            throws Exception {
        Files.createDirectories(folder.resolve("models"));
        plan(2);
        Path start = model(Models.random(NetworkPreset.CRACKNET, 5));
        List<Optional<StoredModel>> starts = new ArrayList<>();
        fixture.trainer = (plan, split, facts, file, from, observer, cancellation) -> {
            starts.add(from.from());
            return fixture.train(plan, split, facts, file, from, observer, cancellation);
        };
        assertThat(model.from().choices()).contains(Optional.empty(), Optional.of(start));

        model.from().chosenProperty().set(Optional.of(start));
        assertThat(model.plan().planProperty().get()).hasValueSatisfying(plan -> {
            assertThat(plan.preset()).isEqualTo(NetworkPreset.CRACKNET);
            assertThat(plan.inputSize()).isEqualTo(256);
            assertThat(plan.learningRate()).isEqualTo(0.0015);
            assertThat(plan.epochs()).isEqualTo(2);
        });
        model.start();
        assertThat(starts).containsExactly(Optional.of(ModelFile.read(start)));
        RunRecord kept = model.history().runs().getFirst();
        assertThat(kept.data().from()).isEqualTo("random cracknet");

        model.from().chosenProperty().set(Optional.empty());
        assertThat(model.plan().planProperty().get().orElseThrow().learningRate())
                .isEqualTo(0.002);
        model.planLike(kept);
        assertThat(model.from().chosenProperty().get()).contains(start);
        assertThat(model.plan().planProperty().get().orElseThrow().learningRate())
                .isEqualTo(0.0015);

        Files.delete(start);
        model.reload();
        model.from().chosenProperty().set(Optional.empty());
        model.planLike(kept);
        assertThat(model.from().choices()).contains(Optional.of(start));
        assertThat(model.from().stateProperty().get())
                .isInstanceOfSatisfying(
                        StartForm.State.Unusable.class,
                        gone -> assertThat(gone.problem()).contains("start.crackscope"));
        assertThat(model.canStartProperty().get()).isFalse();
    }

    @Test
    void a_cracknet_starts_a_larger_one_and_what_cannot_be_grown_into_the_chosen_network_is_refused_before_the_run()
            throws Exception {
        Files.createDirectories(folder.resolve("models"));
        plan(1);
        Path start = model(Models.random(NetworkPreset.CRACKNET, 5));
        List<NetworkPreset> trained = new ArrayList<>();
        fixture.trainer = (plan, split, facts, file, from, observer, cancellation) -> {
            trained.add(plan.preset());
            return fixture.train(plan, split, facts, file, from, observer, cancellation);
        };

        model.from().chosenProperty().set(Optional.of(start));
        model.plan().presetProperty().set(NetworkPreset.CRACKNET_LARGE);
        assertThat(model.plan().planProperty().get()).hasValueSatisfying(plan -> {
            assertThat(plan.inputSize()).isEqualTo(256);
            assertThat(plan.learningRate()).isEqualTo(0.0015);
            assertThat(plan.epochs()).isEqualTo(1);
        });
        assertThat(model.from().misfitProperty().get()).isEmpty();
        assertThat(model.canStartProperty().get()).isTrue();
        model.start();
        assertThat(trained).containsExactly(NetworkPreset.CRACKNET_LARGE);

        RunRecord kept = model.history().runs().getFirst();
        model.plan().presetProperty().set(NetworkPreset.SEED_CNN);
        assertThat(model.from().misfitProperty().get())
                .isEqualTo("random cracknet is a cracknet, which cannot go on as a seed-cnn."
                        + " Choose cracknet or cracknet-large, or start from a new network.");
        assertThat(model.canStartProperty().get()).isFalse();
        model.planLike(kept);
        assertThat(model.plan().presetProperty().get()).isEqualTo(NetworkPreset.CRACKNET_LARGE);
        assertThat(model.canStartProperty().get()).isTrue();

        model.plan().presetProperty().set(NetworkPreset.SEED_CNN);
        model.from().chosenProperty().set(Optional.empty());
        assertThat(model.from().misfitProperty().get()).isEmpty();
        assertThat(model.canStartProperty().get()).isTrue();
    }

    @Test
    void a_start_that_does_not_go_with_the_network_is_refused_while_there_is_no_data_yet() throws Exception {
        Files.createDirectories(folder.resolve("models"));
        Path start = model(Models.random(NetworkPreset.CRACKNET, 5));
        model.from().chosenProperty().set(Optional.of(start));
        model.plan().presetProperty().set(NetworkPreset.README_CNN);
        assertThat(model.from().misfitProperty().get()).startsWith("random cracknet is a cracknet");
    }

    @Test
    void what_the_start_knows_of_the_test_part_is_told_before_the_run() throws Exception {
        Files.createDirectories(folder.resolve("models"));
        plan(1);
        Path start = model(Models.random(NetworkPreset.CRACKNET, 5));
        model.from().chosenProperty().set(Optional.of(start));
        int tests = ready().split().test().size();
        assertThat(model.from().stateProperty().get())
                .isEqualTo(new StartForm.State.Counted(new StartLeaks("random cracknet", OptionalInt.empty(), tests)));
        assertThat(model.canStartProperty().get()).as("the person decides").isTrue();

        model(Models.random(NetworkPreset.CRACKNET, 5)
                .with(SeenImages.of(
                        ready().split().test(),
                        ready().split().train(),
                        image -> Optional.of(new PerceptualHash(0, 0)),
                        new Cancellation())));
        model.data().lookAgain();
        assertThat(model.from().stateProperty().get()).isInstanceOf(StartForm.State.Counted.class);
        model.plan().number(Number.SEED).textProperty().set("2");
        StartLeaks known =
                ((StartForm.State.Counted) model.from().stateProperty().get()).leaks();
        assertThat(known.any()).isTrue();
        assertThat(known.known().orElseThrow()).isEqualTo((int) ready().split().test().stream()
                .filter(ModelFile.read(start).seen().orElseThrow()::holds)
                .count());

        model.from().chosenProperty().set(Optional.empty());
        assertThat(model.from().stateProperty().get()).isEqualTo(new StartForm.State.Unasked());
    }

    @Test
    void folders_that_only_train_enlarge_the_training_part_alone_and_are_kept_with_the_run() throws Exception {
        plan(1);
        Split without = ready().split();
        fixture.drawn = Runs.images(folder.resolve("drawn"), 66).subList(60, 66);

        model.data().addTrainOnly(List.of(folder.resolve("drawn"), folder.resolve("drawn")));
        assertThat(ready().trainOnly().images()).isEqualTo(6);
        assertThat(ready().split().train()).containsAll(without.train()).containsAll(fixture.drawn);
        assertThat(ready().split().test()).isEqualTo(without.test());
        model.start();
        RunRecord kept = model.history().runs().getFirst();
        assertThat(kept.data().train()).isEqualTo(without.train().size() + 6);
        assertThat(kept.data().trainOnly())
                .containsExactly(folder.resolve("drawn").toAbsolutePath().toString());
        assertThat(kept.facts().data()).contains("drawn: 6 images, 3 with a crack, for training only");

        model.data().trainOnly().clear();
        assertThat(ready().split()).isEqualTo(without);
        model.planLike(kept);
        assertThat(model.data().trainOnly()).containsExactly(folder.resolve("drawn"));
    }

    @Test
    void folders_that_only_train_and_hold_nothing_or_a_test_image_stop_the_plan_with_a_reason() {
        plan(1);
        Split split = ready().split();
        model.data().addTrainOnly(List.of(folder.resolve("drawn")));
        assertThat(model.data().stateProperty().get())
                .isInstanceOfSatisfying(
                        DataForm.State.Unusable.class,
                        nothing -> assertThat(nothing.problem()).contains("for training only"));
        assertThat(model.canStartProperty().get()).isFalse();

        fixture.drawn = split.test();
        model.data().lookAgain();
        assertThat(model.data().stateProperty().get())
                .isInstanceOfSatisfying(
                        DataForm.State.Unusable.class,
                        same -> assertThat(same.problem()).contains("which validates or tests"));
        model.data().trainOnly().clear();
        assertThat(model.canStartProperty().get()).isTrue();
    }
}
