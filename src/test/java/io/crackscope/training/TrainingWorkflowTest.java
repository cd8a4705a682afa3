package io.crackscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.Scorecard;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.FakeClassifier;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.ModelFileException;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.training.RunRecord.State;
import io.crackscope.training.TrainingWorkflow.Ends;
import io.crackscope.work.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingWorkflowTest {
    private static final List<EpochScore> EPOCHS = List.of(Runs.epoch(1, 0.5), Runs.epoch(2, 0.4));

    @TempDir
    Path folder;

    private final Map<Path, Scorecard> cards = new HashMap<>();
    private final List<String> heard = new ArrayList<>();
    private final PhotoReader reader = (file, most) -> new PhotoReading.Decoded(
            new Picture(64, 64, new byte[3 * 64 * 64]),
            new PhotoFacts(64, 64, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
            1);
    private List<LabelledImage> images = List.of();
    private final List<Trainer.Start> starts = new ArrayList<>();
    private Trainer trainer;
    private RunHistory history;

    @BeforeEach
    void setUp() throws Exception {
        images = Runs.images(folder.resolve("data"), 60);
        history = new RunHistory(folder.resolve("runs"));
        trainer = (plan, split, facts, file, start, observer, cancellation) -> {
            starts.add(start);
            int from = start.resume() ? 1 : 0;
            observer.on(new TrainingEvent.Started(
                    5121, split.train().size(), split.validation().size(), from));
            for (EpochScore epoch : EPOCHS.subList(from, 2)) {
                observer.on(new TrainingEvent.Step(epoch.epoch(), 1, 1, 0.5, 0.8, 0.001, 100));
                observer.on(new TrainingEvent.EpochDone(epoch, true));
                if (cancellation.isCancelled()) {
                    return new TrainingOutcome.Cancelled(EPOCHS.subList(0, epoch.epoch()), epoch.epoch());
                }
            }
            return new TrainingOutcome.Finished(EPOCHS, 2, TrainingOutcome.StopReason.EPOCHS_DONE);
        };
    }

    private TrainingWorkflow workflow() {
        return new TrainingWorkflow(
                new TrainingWorkflow.DataSource(
                        (folders, progress, cancellation) ->
                                new Dataset(images, List.of(), List.of(), List.of(), List.of()),
                        image -> Optional.empty()),
                new TrainingWorkflow.Engine(
                        (plan, split, facts, file, resume, observer, cancellation) ->
                                trainer.train(plan, split, facts, file, resume, observer, cancellation),
                        (file, engine) -> new FakeClassifier(
                                Models.random(NetworkPreset.SEED_CNN, 1).description(), FakeClassifier::darkness),
                        reader,
                        cards::put),
                Optional.of(history));
    }

    private TrainingOrder order(boolean resume) {
        return order(null, resume);
    }

    private TrainingOrder order(@Nullable Path from, boolean resume) {
        return new TrainingOrder(
                PresetDefaults.plan(NetworkPreset.SEED_CNN, 3),
                new DataChoice(
                        List.of(folder.resolve("data")), new SplitChoice.Grouped(List.of()), OptionalInt.empty(), 0.2),
                folder.resolve("m.crackscope"),
                new TrainingOrder.Words("mine", List.of("a bridge"), List.of("CC BY")),
                from,
                resume);
    }

    private final class Heard implements TrainingStages {
        @Override
        public void found(Dataset dataset) {
            heard.add("found " + dataset.images().size());
        }

        @Override
        public void split(Split split) {
            heard.add("split");
        }

        @Override
        public void leaks(Split split, SplitLeaks leaks) {
            heard.add("leaks");
        }

        @Override
        public void startLeaks(StartLeaks leaks) {
            heard.add("starts from " + leaks.model() + ", " + leaks.known() + " of " + leaks.tests() + " known");
        }

        @Override
        public void on(TrainingEvent event) {
            if (event instanceof TrainingEvent.EpochDone done) {
                heard.add("epoch " + done.score().epoch());
            }
        }

        @Override
        public void ended(TrainingOutcome outcome) {
            heard.add("ended");
        }

        @Override
        public void tested(Scorecard score, List<io.crackscope.evaluation.ImageScoring.Refused> refused) {
            heard.add("tested " + score.images());
        }
    }

    @Test
    void a_run_goes_from_scan_to_test_and_is_in_the_history_with_all_that_belongs_to_it() {
        TrainingResult result = workflow().run(order(false), new Heard(), Ends.by(new Cancellation()));

        assertThat(heard).containsExactly("found 60", "split", "leaks", "epoch 1", "epoch 2", "ended", "tested 12");
        assertThat(result).isInstanceOf(TrainingResult.Ended.class);
        assertThat(cards).containsOnlyKeys(folder.resolve("m.crackscope"));
        assertThat(history.all()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(State.FINISHED);
            assertThat(run.epochs()).isEqualTo(EPOCHS);
            assertThat(run.bestEpoch()).isEqualTo(2);
            assertThat(run.ending().cause()).isEqualTo("epochs_done");
            assertThat(run.facts().data()).containsExactly("data: 60 images, 30 with a crack", "a bridge");
            assertThat(run.test()).isEqualTo(cards.get(folder.resolve("m.crackscope")));
            assertThat(history.curve(run.id()).size()).isEqualTo(2);
            assertThat(history.answers(run.id()))
                    .hasSize(12)
                    .allSatisfy(answer -> assertThat(answer.sha256()).hasSize(64));
        });
    }

    @Test
    void a_stopped_run_is_tested_an_abandoned_one_is_not() {
        Cancellation stop = new Cancellation();
        stop.cancel();
        workflow().run(order(false), new Heard(), new Ends(stop, new Cancellation()));
        assertThat(heard).contains("epoch 1", "tested 12").doesNotContain("epoch 2");
        assertThat(history.all()).singleElement().extracting(RunRecord::state).isEqualTo(State.STOPPED);

        heard.clear();
        Cancellation abandon = new Cancellation();
        Trainer usual = trainer;
        trainer = (plan, split, facts, file, resume, observer, cancellation) -> {
            abandon.cancel();
            return usual.train(plan, split, facts, file, resume, observer, cancellation);
        };
        workflow().run(order(false), new Heard(), Ends.by(abandon));
        assertThat(heard).contains("ended").doesNotContain("tested 12");
        assertThat(history.all()).extracting(RunRecord::state).containsOnly(State.STOPPED);
    }

    @Test
    void a_run_that_is_left_behind_waits_to_be_taken_up() {
        Cancellation stop = new Cancellation();
        Cancellation abandon = new Cancellation();
        Trainer usual = trainer;
        trainer = (plan, split, facts, file, resume, observer, cancellation) -> {
            stop.cancel();
            abandon.cancel();
            return usual.train(plan, split, facts, file, resume, observer, cancellation);
        };
        workflow().run(order(false), new Heard(), new Ends(stop, abandon));
        assertThat(heard).doesNotContain("tested 12");
        assertThat(history.all()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(State.INTERRUPTED);
            assertThat(run.epochs()).hasSize(1);
        });
    }

    @Test
    void a_killed_run_is_taken_up_with_the_split_it_had_and_stays_one_run() throws Exception {
        trainer = (plan, split, facts, file, resume, observer, cancellation) -> {
            observer.on(new TrainingEvent.Started(5121, 1, 1, 0));
            observer.on(new TrainingEvent.Step(1, 1, 2, 0.5, 0.8, 0.001, 100));
            observer.on(new TrainingEvent.EpochDone(EPOCHS.getFirst(), true));
            observer.on(new TrainingEvent.Step(2, 1, 2, 0.4, 0.8, 0.001, 100));
            throw new AssertionError("killed");
        };
        assertThatThrownBy(() -> workflow().run(order(false), new Heard(), Ends.by(new Cancellation())))
                .isInstanceOf(AssertionError.class);
        RunRecord left = history.all().getFirst();
        history.write(left.with(State.RUNNING, null).withOwner(Runs.GONE));
        RunRecord interrupted = history.all().getFirst();
        assertThat(interrupted.state()).isEqualTo(State.INTERRUPTED);

        setUp();
        workflow().resume(interrupted, new Heard(), Ends.by(new Cancellation()));

        assertThat(heard).contains("epoch 2", "tested 12");
        assertThat(history.all()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(State.FINISHED);
            assertThat(run.epochs()).isEqualTo(EPOCHS);
            assertThat(history.curve(run.id()).size())
                    .as("the step of the cut epoch is made again")
                    .isEqualTo(2);
        });
    }

    @Test
    void an_order_to_resume_goes_on_in_the_run_that_wrote_the_model() {
        Cancellation stop = new Cancellation();
        stop.cancel();
        workflow().run(order(false), new Heard(), new Ends(stop, new Cancellation()));
        workflow().run(order(true), new Heard(), Ends.by(new Cancellation()));

        assertThat(history.all()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(State.FINISHED);
            assertThat(run.epochs()).hasSize(2);
        });
    }

    /** A model file to start from, and a run that started from it and was stopped after its first epoch. */
    private RunRecord stoppedRunFrom(Path file) {
        ModelFile.write(file, Models.random(NetworkPreset.SEED_CNN, 1));
        Cancellation stop = new Cancellation();
        stop.cancel();
        workflow().run(order(file, false), new Heard(), new Ends(stop, new Cancellation()));
        return history.all().getFirst();
    }

    @Test
    void a_fine_tuned_run_is_resumed_from_the_model_it_started_from() {
        Path old = folder.resolve("old.crackscope");
        RunRecord stopped = stoppedRunFrom(old);
        StoredModel model = ModelFile.read(old);
        assertThat(stopped.data().from()).isEqualTo("random seed-cnn");
        assertThat(stopped.data().start())
                .isEqualTo(new RunRecord.StartFile(old.toAbsolutePath().toString(), model.weightsDigest()));
        assertThat(stopped.facts().data()).contains("Started from the weights of random seed-cnn (2026-11-23)");

        heard.clear();
        workflow().resume(stopped, new Heard(), Ends.by(new Cancellation()));

        assertThat(starts)
                .containsExactly(
                        new Trainer.Start(Optional.of(model), false), new Trainer.Start(Optional.of(model), true));
        assertThat(heard).contains("starts from random seed-cnn, OptionalInt.empty of 12 known", "tested 12");
        assertThat(history.all()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(State.FINISHED);
            assertThat(run.data()).isEqualTo(stopped.data());
        });
    }

    @Test
    void a_fine_tuned_run_whose_start_is_gone_or_another_is_not_resumed_and_stays_as_it_was() throws Exception {
        Path old = folder.resolve("old.crackscope");
        RunRecord stopped = stoppedRunFrom(old);
        starts.clear();

        Files.delete(old);
        assertThatThrownBy(() -> workflow().resume(stopped, new Heard(), Ends.by(new Cancellation())))
                .isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith(old + ": the run mine started from this model, which is gone")
                .hasMessageContaining("Put random seed-cnn");
        ModelFile.write(old, Models.random(NetworkPreset.SEED_CNN, 2));
        assertThatThrownBy(() -> workflow().resume(stopped, new Heard(), Ends.by(new Cancellation())))
                .isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith(old + ": the run mine started from other weights")
                .hasMessageContaining(stopped.data().start().weights());

        assertThat(starts).isEmpty();
        assertThat(history.all()).containsExactly(stopped);
    }

    @Test
    void a_model_to_start_from_that_is_missing_is_refused_before_anything_is_scanned() {
        assertThatThrownBy(() ->
                        workflow().run(order(folder.resolve("gone"), false), new Heard(), Ends.by(new Cancellation())))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("gone");
        assertThat(heard).isEmpty();
        assertThat(history.all()).isEmpty();
    }

    @Test
    void a_run_that_breaks_is_in_the_history_with_the_reason() {
        trainer = (plan, split, facts, file, resume, observer, cancellation) -> {
            observer.on(new TrainingEvent.Skipped(Path.of("a.png"), new Refusal(Refusal.Kind.DAMAGED, "cut short")));
            throw new ModelFileException(
                    file, ModelFileException.Problem.NOT_WRITTEN, new java.io.IOException("No space left on device"));
        };
        assertThatThrownBy(() -> workflow().run(order(false), new Heard(), Ends.by(new Cancellation())))
                .isInstanceOf(ModelFileException.class);
        assertThat(history.all()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(State.FAILED);
            assertThat(run.ending().reason()).contains("No space left");
        });
    }

    @Test
    void images_that_are_none_or_too_few_are_answers_and_no_runs() {
        images = images.subList(0, 1);
        assertThat(workflow().run(order(false), new Heard(), Ends.by(new Cancellation())))
                .isInstanceOf(TrainingResult.NotSplit.class);
        images = List.of();
        assertThat(workflow().run(order(false), new Heard(), Ends.by(new Cancellation())))
                .isInstanceOf(TrainingResult.NothingFound.class);
        assertThat(history.all()).isEmpty();
    }

    @Test
    void a_history_that_cannot_be_written_costs_no_training() throws Exception {
        history = new RunHistory(java.nio.file.Files.writeString(folder.resolve("file"), "no folder"));
        assertThat(workflow().run(order(false), new Heard(), Ends.by(new Cancellation())))
                .isInstanceOf(TrainingResult.Ended.class);
        assertThat(heard).contains("tested 12");
    }
}
