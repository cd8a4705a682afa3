package io.crackscope.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crackscope.dataset.Check;
import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.Facet;
import io.crackscope.dataset.Finding;
import io.crackscope.dataset.Folds;
import io.crackscope.dataset.ImageCache;
import io.crackscope.dataset.ImageOrder;
import io.crackscope.dataset.ImageTable;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Measures;
import io.crackscope.dataset.Part;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.dataset.SplitPlan;
import io.crackscope.domain.Label;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.JpegBytes;
import io.crackscope.imaging.PhotoFiles;
import io.crackscope.learning.FakeClassifier;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.SeenImages;
import io.crackscope.learning.SpeedProbe;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingObserver;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.samples.SampleTiles;
import io.crackscope.settings.UserFolders;
import io.crackscope.text.Messages;
import io.crackscope.training.CrossValidation;
import io.crackscope.training.ModelShelf;
import io.crackscope.training.RunHistory;
import io.crackscope.training.TrainingWorkflow;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.work.Cancellation;
import io.crackscope.work.DirectJobRunner;
import io.crackscope.work.HoldingJobRunner;
import io.crackscope.work.JobRunner;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetViewModelTest {
    @TempDir
    Path folder;

    @TempDir
    Path home;

    private Path data;
    private DatasetViewModel model;
    private final List<Path> asked = new ArrayList<>();
    private final SimpleObjectProperty<Path> inUse = new SimpleObjectProperty<>();
    private Judges judges;
    private Optional<SeenImages> memory = Optional.empty();
    private final List<Split> trained = new ArrayList<>();
    private int breaksAt;

    @BeforeEach
    void drawTiles() throws IOException {
        data = folder.resolve("data");
        SampleTiles tiles = new SampleTiles(48, 5);
        for (int i = 0; i < 24; i++) {
            Path file = data.resolve(i % 2 == 0 ? "crack" : "no_crack").resolve("bridge" + i / 3 + "-" + i + ".jpg");
            Files.createDirectories(file.getParent());
            Files.write(file, JpegBytes.of(tiles.tile(i).picture(), 0.9f));
        }
        inUse.set(modelFile("shipped.crackscope"));
        judges = new Judges(
                inUse,
                new ModelShelf(inUse.get(), home.resolve("models"), new RunHistory(home.resolve("runs"))),
                file -> {
                    asked.add(file);
                    return new FakeClassifier(
                            Models.random(NetworkPreset.CRACKNET, 1).description(),
                            file.endsWith("contrary.crackscope")
                                    ? picture -> 1 - FakeClassifier.darkness(picture)
                                    : FakeClassifier::darkness);
                },
                file -> memory,
                new Judges.Folds(
                        new CrossValidation(new TrainingWorkflow.Engine(
                                this::train,
                                (file, engine) -> new FakeClassifier(
                                        Models.random(NetworkPreset.CRACKNET, 1).description(),
                                        FakeClassifier::darkness),
                                new ImageIoPhotoReader(),
                                (file, score) -> {})),
                        (plan, cancellation) -> new SpeedProbe.Speed(10, 10, false)));
        model = model(new DirectJobRunner());
    }

    private TrainingOutcome train(
            TrainingPlan plan,
            Split split,
            Trainer.CardFacts facts,
            Path file,
            Trainer.Start start,
            TrainingObserver observer,
            Cancellation cancellation) {
        trained.add(split);
        if (trained.size() == breaksAt) {
            return new TrainingOutcome.Failed(
                    List.of(), 0, TrainingOutcome.Problem.OUT_OF_MEMORY, "no memory", "Close something");
        }
        observer.on(new TrainingEvent.Step(plan.epochs(), 1, 1, 0.1, 0.9, 1e-3, 100));
        return new TrainingOutcome.Finished(List.of(), plan.epochs(), TrainingOutcome.StopReason.EPOCHS_DONE);
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_dropped_folder_is_listed_measured_and_checked_and_is_there_in_the_next_run() {
        model.add(List.of(data));

        assertThat(model.stateProperty().get()).isInstanceOf(SetState.Open.class);
        assertThat(model.browse().shownProperty().get()).hasSize(24);
        assertThat(model.browse().numbersProperty().get().counts())
                .containsEntry(Facet.Value.CRACK, 12)
                .containsEntry(Facet.Value.NO_CRACK, 12);
        assertThat(model.table().orElseThrow().measures(0)).isPresent();
        assertThat(finding(Check.EXACT_DUPLICATES).size()).isZero();
        assertThat(model.checks().stateProperty(Check.LEAKS).get()).isInstanceOf(CheckState.NeedsParts.class);
        assertThat(model.progressProperty().get()).isEqualTo(SetProgress.IDLE);
        assertThat(data.resolve("crackscope-labels.sqlite")).doesNotExist();

        model.close();
        model = model(new DirectJobRunner());
        model.prepare();
        assertThat(model.opened().orElseThrow().place()).isEqualTo(data);
        assertThat(model.browse().shownProperty().get()).hasSize(24);
    }

    @Test
    void who_listens_to_the_data_sets_goes_on_hearing_of_them() {
        List<Integer> sizes = new ArrayList<>();
        model.sources().addListener((ListChangeListener<DataSource>)
                change -> sizes.add(change.getList().size()));
        System.gc();
        model.add(List.of(data));
        assertThat(sizes).containsExactly(1);
    }

    @Test
    void the_images_are_shown_before_anything_is_measured() {
        HoldingJobRunner runner = new HoldingJobRunner();
        model = model(runner);
        model.add(List.of(data));
        assertThat(model.stateProperty().get()).isInstanceOf(SetState.Listing.class);
        runner.runNext();
        runner.deliverAll();
        assertThat(model.browse().shownProperty().get()).hasSize(24);
        assertThat(model.table().orElseThrow().measures(0)).isEmpty();
        assertThat(model.progressProperty().get().task()).isEqualTo(SetProgress.Task.MEASURING);
        assertThat(model.checks().stateProperty(Check.BLURRED).get()).isInstanceOf(CheckState.Waiting.class);
        runner.finish();
        assertThat(model.table().orElseThrow().measures(0)).isPresent();
    }

    @Test
    void cancelled_measuring_leaves_the_rest_open_and_can_be_taken_up_again() {
        HoldingJobRunner runner = new HoldingJobRunner();
        model = model(runner);
        model.add(List.of(data));
        runner.runNext();
        runner.deliverAll();
        model.cancel();
        runner.finish();
        assertThat(model.table().orElseThrow().measures(0)).isEmpty();
        assertThat(model.progressProperty().get()).isEqualTo(SetProgress.IDLE);
        model.measure();
        runner.finish();
        assertThat(finding(Check.BLURRED)).isNotNull();
    }

    @Test
    void a_data_set_that_was_left_cannot_disturb_the_next() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other/crack")).getParent();
        Files.copy(data.resolve("crack/bridge0-0.jpg"), other.resolve("crack/a.jpg"));
        HoldingJobRunner runner = new HoldingJobRunner();
        model = model(runner);
        model.add(List.of(data));
        runner.runNext();
        model.add(List.of(other));
        runner.finish();
        assertThat(model.opened().orElseThrow().place()).isEqualTo(other);
        assertThat(model.browse().shownProperty().get()).hasSize(1);
        assertThat(model.sources()).hasSize(2);
    }

    @Test
    void many_images_are_labelled_in_one_gesture_undone_in_one_and_kept() {
        model.add(List.of(data));
        model.browse().choose(Facet.Value.CRACK, true);
        model.browse().selection().all();
        model.edits().label(Label.NO_CRACK);

        assertThat(model.browse().numbersProperty().get().counts()).containsEntry(Facet.Value.NO_CRACK, 24);
        assertThat(model.browse().shownProperty().get())
                .as("the list does not jump")
                .hasSize(12);
        assertThat(model.browse().outdatedProperty().get()).isTrue();
        assertThat(model.noticeProperty().get()).isInstanceOfSatisfying(SetNotice.Done.class, done -> {
            assertThat(done.step().size()).isEqualTo(12);
            assertThat(done.beside()).isTrue();
        });
        assertThat(data.resolve("crackscope-labels.sqlite")).exists();
        model.browse().refresh();
        assertThat(model.browse().shownProperty().get()).isEmpty();

        model.edits().undo();
        model.browse().refresh();
        assertThat(model.browse().shownProperty().get()).hasSize(12);
        assertThat(model.edits().canRedoProperty().get()).isTrue();

        model.close();
        model = model(new DirectJobRunner());
        model.prepare();
        assertThat(model.edits().canRedoProperty().get()).isTrue();
        model.edits().redo();
        assertThat(model.table().orElseThrow().changed()).isEqualTo(12);
    }

    @Test
    void what_was_changed_is_kept_even_if_the_window_closes_before_it_was_written() {
        HoldingJobRunner runner = new HoldingJobRunner();
        model = model(runner);
        model.add(List.of(data));
        runner.finish();
        model.browse().selection().all();
        model.edits().toggleExcluded();
        model.close();
        runner.close();

        model = model(new DirectJobRunner());
        model.prepare();
        assertThat(model.browse().numbersProperty().get().counts()).containsEntry(Facet.Value.EXCLUDED, 24);
        model.browse().selection().all();
        model.edits().toggleExcluded();
        assertThat(model.browse().numbersProperty().get().counts()).containsEntry(Facet.Value.EXCLUDED, 0);
    }

    @Test
    void copies_are_found_shown_side_by_side_and_left_out_with_one_click() throws IOException {
        Files.copy(data.resolve("crack/bridge0-0.jpg"), data.resolve("crack/z.jpg"));
        model.add(List.of(data));
        Finding found = finding(Check.EXACT_DUPLICATES);
        assertThat(found.size()).isEqualTo(2);
        model.browse().show(found);
        assertThat(model.browse().shownProperty().get()).hasSize(2);
        assertThat(model.browse().orderProperty().get()).isEqualTo(ImageOrder.DUPLICATES);
        model.edits().excludeSpare(found);
        assertThat(finding(Check.EXACT_DUPLICATES).size()).isZero();
        model.browse().showAll();
        assertThat(model.browse().numbersProperty().get().counts()).containsEntry(Facet.Value.EXCLUDED, 1);
    }

    @Test
    void labels_that_the_model_contradicts_come_first() {
        model.add(List.of(data));
        assertThat(model.checks().stateProperty(Check.LABEL_SUSPECTS).get()).isInstanceOf(CheckState.Offered.class);
        model.judge();
        assertThat(model.checks().stateProperty(Check.LABEL_SUSPECTS).get()).isInstanceOf(CheckState.Found.class);
        model.browse().worstFirst();
        int[] shown = model.browse().shownProperty().get();
        for (int i = 1; i < shown.length; i++) {
            assertThat(model.table().orElseThrow().doubt(shown[i - 1]))
                    .isGreaterThanOrEqualTo(model.table().orElseThrow().doubt(shown[i]));
        }
    }

    @Test
    void labels_are_judged_by_the_model_in_use_or_the_one_chosen_and_never_by_a_mixture() throws Exception {
        Path other = home.resolve("models/other.crackscope");
        Files.createDirectories(other.getParent());
        ModelFile.write(other, Models.random(NetworkPreset.CRACKNET, 2));
        model.add(List.of(data));
        model.judge();
        assertThat(asked).containsExactly(home.resolve("shipped.crackscope"));
        assertThat(model.table().orElseThrow().probability(0)).isNotNaN();

        inUse.set(modelFile("mine.crackscope"));
        assertThat(model.table().orElseThrow().probability(0)).isNaN();
        assertThat(model.checks().stateProperty(Check.LABEL_SUSPECTS).get()).isInstanceOf(CheckState.Offered.class);
        model.judge();
        assertThat(asked).last().isEqualTo(home.resolve("mine.crackscope"));

        model.prepare();
        assertThat(model.judging().models()).extracting(ModelShelf.Entry::file).containsExactly(other);
        model.judging().choose(new Judge.OfFile(other));
        model.judge();
        assertThat(asked).last().isEqualTo(other);
        assertThat(model.checks().stateProperty(Check.LABEL_SUSPECTS).get()).isInstanceOf(CheckState.Found.class);
    }

    @Test
    void what_one_model_said_is_not_taken_for_the_word_of_another_that_describes_itself_the_same() throws IOException {
        model.add(List.of(data));
        model.judge();
        double first = model.table().orElseThrow().probability(0);

        inUse.set(modelFile("contrary.crackscope"));
        model.judge();
        assertThat((double) model.table().orElseThrow().probability(0)).isCloseTo(1 - first, within(1e-6));
    }

    @Test
    void in_a_cross_validation_nobody_judges_what_it_has_learnt_from() {
        model.add(List.of(data));
        model.judging().choose(new Judge.CrossValidation());
        assertThat(model.judging().timeProperty().get()).isPresent();
        model.judge();

        assertThat(model.checks().stateProperty(Check.LABEL_SUSPECTS).get()).isInstanceOf(CheckState.Found.class);
        assertThat(trained).hasSize(Folds.COUNT);
        assertThat(trained).flatExtracting(Split::test).hasSize(24);
        for (Split split : trained) {
            assertThat(split.train())
                    .extracting(LabelledImage::group)
                    .doesNotContainAnyElementsOf(groups(split.test()));
            assertThat(split.validation())
                    .extracting(LabelledImage::group)
                    .doesNotContainAnyElementsOf(groups(split.test()));
        }
        ImageTable table = model.table().orElseThrow();
        assertThat(IntStream.range(0, table.size()).mapToDouble(table::probability))
                .doesNotContain(Double.NaN);
        assertThat(asked).as("models of files").isEmpty();

        model.judging().choose(new Judge.OfFile(inUse.get()));
        assertThat(model.checks().stateProperty(Check.LABEL_SUSPECTS).get()).isInstanceOf(CheckState.Offered.class);
    }

    private static List<String> groups(List<LabelledImage> images) {
        return images.stream().map(LabelledImage::group).toList();
    }

    @Test
    void a_cross_validation_is_kept_fold_by_fold_for_as_long_as_no_label_changes() {
        model.add(List.of(data));
        model.judging().choose(new Judge.CrossValidation());
        breaksAt = 2;
        model.judge();
        assertThat(model.noticeProperty().get())
                .isInstanceOfSatisfying(
                        SetNotice.Problem.class,
                        told -> assertThat(FailureWords.of(told.failure(), new Messages(Locale.GERMAN)))
                                .contains("Arbeitsspeicher")
                                .doesNotContain("no memory", "Close something"));
        assertThat(model.progressProperty().get()).isEqualTo(SetProgress.IDLE);
        model.judge();
        assertThat(trained.size()).as("the first is known").isEqualTo(2 + 2);

        model.close();
        model = model(new DirectJobRunner());
        model.prepare();
        model.judging().choose(new Judge.CrossValidation());
        assertThat(model.judging().timeProperty().get())
                .as("nothing is to be trained")
                .isEmpty();
        model.judge();
        assertThat(trained.size()).isEqualTo(4);
        assertThat(model.checks().stateProperty(Check.LABEL_SUSPECTS).get()).isInstanceOf(CheckState.Found.class);

        model.browse().selection().only(0);
        model.edits().label(Label.NO_CRACK);
        model.judge();
        assertThat(trained.size()).as("models that learn from another label").isGreaterThan(4);
    }

    @Test
    void a_cross_validation_gives_way_to_a_training_and_is_not_held_up_by_its_own_estimate() {
        HoldingJobRunner runner = new HoldingJobRunner();
        model = model(runner);
        model.add(List.of(data));
        runner.finish();
        model.judging().choose(new Judge.CrossValidation());
        model.judge();
        runner.finish();
        assertThat(model.judging().timeProperty().get())
                .as("nobody waits for it")
                .isEmpty();
        assertThat(trained).hasSize(Folds.COUNT);

        model.judge();
        model.giveWay();
        assertThat(model.noticeProperty().get()).isEqualTo(new SetNotice.GaveWay());
        assertThat(model.progressProperty().get()).isEqualTo(SetProgress.IDLE);
        model.judging().choose(new Judge.OfFile(inUse.get()));
        model.dismissNotice();
        model.judge();
        model.giveWay();
        assertThat(model.noticeProperty().get())
                .as("a model can judge meanwhile")
                .isEqualTo(new SetNotice.None());
        runner.finish();
        assertThat(model.checks().stateProperty(Check.LABEL_SUSPECTS).get()).isInstanceOf(CheckState.Found.class);
    }

    @Test
    void a_cross_validation_tells_what_keeps_it_from_running() throws IOException {
        Path few = Files.createDirectories(folder.resolve("few/crack")).getParent();
        Files.copy(data.resolve("crack/bridge0-0.jpg"), few.resolve("crack/a.jpg"));
        model.add(List.of(few));
        model.judging().choose(new Judge.CrossValidation());
        model.judge();
        assertThat(model.noticeProperty().get())
                .isInstanceOfSatisfying(
                        SetNotice.Problem.class,
                        told -> assertThat(german(told.failure())).contains("zu wenig"));
    }

    @Test
    void images_that_the_judge_has_learnt_from_are_counted_as_it_is_no_judge_of_them() throws IOException {
        model.add(List.of(data));
        model.judge();
        assertThat(model.checks().learnt()).as("a model that remembers nothing").isZero();
        ImageTable table = model.table().orElseThrow();
        LabelledImage one = table.labelled(0).orElseThrow();
        LabelledImage two = table.labelled(5).orElseThrow();
        memory = Optional.of(SeenImages.of(
                List.of(one), List.of(two), image -> table.measures(0).map(Measures::hash), new Cancellation()));
        model.judge();
        assertThat(model.checks().learnt()).isEqualTo(2);
        inUse.set(modelFile("mine.crackscope"));
        assertThat(model.checks().learnt()).isZero();
    }

    @Test
    void corrections_of_reviews_are_offered_counted_and_opened_as_a_data_set_of_their_own() throws IOException {
        model.prepare();
        assertThat(model.corrections().countProperty().get()).isZero();
        Path folder = home.resolve("corrections/no_crack");
        Files.createDirectories(folder);
        Files.copy(data.resolve("crack/bridge0-0.jpg"), folder.resolve("abc-1.png"));
        model.correctionsSent();
        assertThat(model.corrections().countProperty().get()).isEqualTo(1);
        assertThat(model.stateProperty().get()).isInstanceOf(SetState.None.class);

        model.openCorrections();
        assertThat(model.browse().shownProperty().get()).hasSize(1);
        assertThat(model.sources()).containsExactly(model.corrections().source());
        Files.copy(data.resolve("crack/bridge0-2.jpg"), folder.resolve("abc-2.png"));
        model.correctionsSent();
        assertThat(model.browse().shownProperty().get()).as("it is open").hasSize(2);
    }

    @Test
    void a_random_split_shows_its_leak_and_the_way_out_leads_to_a_split_that_can_be_trained_on() throws IOException {
        for (int i = 0; i < 6; i++) {
            Files.copy(
                    data.resolve("crack/bridge" + 2 * i / 3 + "-" + 2 * i + ".jpg"),
                    data.resolve("crack/again" + i + ".jpg"));
        }
        model.add(List.of(data));
        model.split().patternProperty().set("(bridge\\d+)-");
        model.split().kindProperty().set(SplitPlan.Kind.PATTERN);
        model.split().split();
        assertThat(model.split().contentsProperty().get().get(Part.TRAIN).images())
                .isPositive();
        assertThat(model.split().canTrainProperty().get()).isTrue();
        model.browse().selection().only(0);
        Part now = model.table().orElseThrow().state(0).part().orElseThrow();
        model.edits().assign(Optional.of(now == Part.TEST ? Part.TRAIN : Part.TEST));
        assertThat(model.checks().leaksProperty().get()).isNotNull();

        List<Path> taken = new ArrayList<>();
        model.split().train(taken::add);
        assertThat(taken).hasSize(1);
        assertThat(SplitFile.read(taken.getFirst(), ProgressListener.NONE, new Cancellation())
                        .train())
                .isNotEmpty();
    }

    @Test
    void parts_that_do_not_make_a_split_to_train_on_say_what_they_lack() {
        model.add(List.of(data));
        assertThat(model.split().lacksPartProperty().get())
                .as("nothing is split")
                .isFalse();
        model.browse().selection().only(0);
        model.edits().assign(Optional.of(Part.TRAIN));
        assertThat(model.split().lacksPartProperty().get()).isTrue();
        model.browse().selection().only(1);
        model.edits().assign(Optional.of(Part.VALIDATION));
        assertThat(model.split().lacksPartProperty().get()).isFalse();
        assertThat(model.split().canTrainProperty().get()).isTrue();
    }

    @Test
    void a_split_is_named_by_how_its_parts_were_made_also_after_undo_and_in_the_next_run() throws IOException {
        model.add(List.of(data));
        model.split().kindProperty().set(SplitPlan.Kind.RANDOM);
        model.split().split();
        assertThat(kindWritten()).isEqualTo("random");
        model.split().splitByGroups();
        assertThat(kindWritten()).isEqualTo("grouped");
        model.edits().undo();
        assertThat(kindWritten()).isEqualTo("random");
        Part other =
                model.table().orElseThrow().state(0).part().equals(Optional.of(Part.TEST)) ? Part.TRAIN : Part.TEST;
        model.browse().selection().only(0);
        model.edits().assign(Optional.of(other));
        model.edits().toggleExcluded();
        assertThat(kindWritten()).isEqualTo("by hand");
        model.edits().undo();
        model.edits().undo();
        assertThat(kindWritten()).isEqualTo("random");

        model.close();
        model = model(new DirectJobRunner());
        model.prepare();
        assertThat(kindWritten()).isEqualTo("random");
    }

    private String kindWritten() {
        Path file = folder.resolve("split.json");
        model.split().save(file);
        return SplitFile.read(file, ProgressListener.NONE, new Cancellation()).kind();
    }

    @Test
    void nothing_can_be_split_while_a_split_is_being_made() {
        HoldingJobRunner runner = new HoldingJobRunner();
        model = model(runner);
        model.add(List.of(data));
        runner.finish();
        assertThat(model.split().canSplitProperty().get()).isTrue();
        model.split().split();
        assertThat(model.split().canSplitProperty().get()).isFalse();
        model.split().split();
        runner.finish();
        assertThat(model.split().canSplitProperty().get()).isTrue();
        model.edits().undo();
        assertThat(model.edits().canUndoProperty().get()).as("one step").isFalse();
    }

    @Test
    void copies_in_several_parts_are_told_as_a_leak_and_moving_them_into_training_ends_it() throws IOException {
        Files.copy(data.resolve("crack/bridge0-0.jpg"), data.resolve("crack/z.jpg"));
        model.add(List.of(data));
        model.browse().selection().all();
        model.edits().assign(Optional.of(Part.TRAIN));
        model.browse().selection().only(model.table().orElseThrow().size() / 2);
        model.edits().assign(Optional.of(Part.TEST));
        assertThat(model.checks().leaksProperty().get().known()).isEqualTo(1);
        assertThat(model.checks().leaksProperty().get().finding().size())
                .as("with what it is known from")
                .isEqualTo(2);
        assertThat(model.split().toTraining(model.checks().leaksProperty().get()))
                .as("what is to be moved")
                .hasSize(1);
        model.split().moveToTraining(model.checks().leaksProperty().get());
        assertThat(model.split().contentsProperty().get().get(Part.TEST).images())
                .isZero();
        assertThat(model.checks().stateProperty(Check.LEAKS).get()).isInstanceOf(CheckState.NeedsParts.class);
        model.split().splitByGroups();
        assertThat(model.checks().leaksProperty().get().known()).isZero();
    }

    @Test
    void a_saved_split_tells_the_number_of_images_that_are_in_it() throws IOException {
        Files.copy(data.resolve("crack/bridge0-0.jpg"), data.resolve("crack/z.jpg"));
        model.add(List.of(data));
        model.split().splitByGroups();
        Path file = folder.resolve("split.json");
        model.split().save(file);
        var split = SplitFile.read(file, ProgressListener.NONE, new Cancellation());
        int images =
                split.train().size() + split.validation().size() + split.test().size();
        assertThat(images).as("the copy counts once").isEqualTo(24);
        assertThat(model.noticeProperty().get())
                .isInstanceOfSatisfying(
                        SetNotice.Written.class,
                        written -> assertThat(written.images()).isEqualTo(24));
    }

    @Test
    void an_export_goes_on_beside_the_measuring_and_when_another_data_set_is_opened() throws IOException {
        HoldingJobRunner runner = new HoldingJobRunner();
        model = model(runner);
        model.add(List.of(data));
        runner.runNext();
        runner.deliverAll();
        assertThat(model.progressProperty().get().task()).isEqualTo(SetProgress.Task.MEASURING);
        model.exports().toFolders(folder.resolve("copy"));
        assertThat(model.progressProperty().get().task()).isEqualTo(SetProgress.Task.MEASURING);
        runner.finish();
        assertThat(model.table().orElseThrow().measures(0)).isPresent();
        assertThat(folder.resolve("copy/crack")).isDirectory();

        model.exports().toFolders(folder.resolve("second"));
        model.remove(model.opened().orElseThrow());
        runner.finish();
        assertThat(folder.resolve("second/crack")).isDirectory();
    }

    @Test
    void an_export_that_was_cancelled_is_not_taken_for_a_whole_one() {
        HoldingJobRunner runner = new HoldingJobRunner();
        model = model(runner);
        model.add(List.of(data));
        runner.finish();
        model.exports().toFolders(folder.resolve("copy"));
        model.exports().cancel();
        runner.finish();
        assertThat(model.noticeProperty().get()).isEqualTo(new SetNotice.CutShort(folder.resolve("copy")));
        assertThat(model.exports().progressProperty().get()).isEqualTo(SetProgress.IDLE);
    }

    @Test
    void an_export_copies_all_but_what_cannot_be_read_and_tells_it() throws IOException {
        model.add(List.of(data));
        Path gone = data.resolve("crack/bridge0-0.jpg");
        Files.delete(gone);
        model.exports().toFolders(folder.resolve("copy"));
        assertThat(model.noticeProperty().get()).isInstanceOfSatisfying(SetNotice.Written.class, written -> {
            assertThat(written.images()).isEqualTo(23);
            assertThat(written.leftOut()).containsExactly(gone);
        });
        try (Stream<Path> copied = Files.walk(folder.resolve("copy"))) {
            assertThat(copied.filter(Files::isRegularFile)).hasSize(23);
        }
    }

    @Test
    void what_cannot_be_written_or_kept_is_told_with_its_file_and_the_reason() throws IOException {
        model.add(List.of(data));
        model.exports().toFolders(data);
        assertThat(problem())
                .isEqualTo(data + " ist nicht leer. Wählen Sie einen neuen Ordner: Es wird nichts überschrieben oder"
                        + " vermischt.");
        Path table = folder.resolve("fort/tabelle.csv");
        model.exports().toTable(table);
        assertThat(problem())
                .isEqualTo(table + " lässt sich nicht schreiben. Die Datei oder ihr Ordner ist nicht da. Prüfen Sie den"
                        + " Pfad und ob das Laufwerk verbunden ist.");
        Path split = inUse.get().resolve("split.json");
        model.split().save(split);
        assertThat(problem()).startsWith(split + " lässt sich nicht schreiben. ");

        Files.writeString(data.resolve("crackscope-labels.sqlite"), "no database at all");
        model.open(model.opened().orElseThrow());
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        SetState.Failed.class,
                        failed -> assertThat(german(failed.failure()))
                                .startsWith(data.resolve("crackscope-labels.sqlite")
                                        + " mit Ihren Änderungen lässt sich nicht öffnen. Die Datei ist"
                                        + " beschädigt. Um"));
    }

    @Test
    void a_library_that_cannot_be_read_is_told() throws IOException {
        Path library = Files.createDirectory(home.resolve("library.json"));
        model.prepare();
        assertThat(problem()).startsWith(library + " lässt sich nicht lesen. Das ist ein Ordner.");
    }

    private String problem() {
        assertThat(model.noticeProperty().get()).isInstanceOf(SetNotice.Problem.class);
        return german(((SetNotice.Problem) model.noticeProperty().get()).failure());
    }

    @Test
    void folders_that_cannot_be_read_are_told_while_the_others_are_shown() {
        model.open(new DataSource(data, List.of(data.resolve("crack"), data.resolve("away"))));
        assertThat(model.browse().shownProperty().get()).hasSize(12);
        assertThat(model.noticeProperty().get())
                .isInstanceOfSatisfying(
                        SetNotice.Incomplete.class,
                        incomplete -> assertThat(incomplete.refused())
                                .extracting(PhotoFiles.RefusedPath::path)
                                .containsExactly(data.resolve("away")));
    }

    @Test
    void a_pattern_that_is_none_is_told_and_nothing_is_split() {
        model.add(List.of(data));
        model.split().kindProperty().set(SplitPlan.Kind.PATTERN);
        assertThat(model.split().canSplitProperty().get()).isFalse();
        model.split().patternProperty().set("([");
        assertThat(model.split().problemProperty().get().map(DatasetViewModelTest::german))
                .contains("\u201E([\u201C ist kein regulärer Ausdruck (Fehler bei Zeichen 2)."
                        + " Prüfen Sie Klammern und Sonderzeichen.");
        assertThat(model.split().canSplitProperty().get()).isFalse();
        model.split().patternProperty().set("nowhere");
        model.split().split();
        assertThat(model.split().problemProperty().get().map(DatasetViewModelTest::german))
                .hasValueSatisfying(told -> assertThat(told).contains("nowhere", "kommt in keinem Pfad vor"));
    }

    @Test
    void a_place_that_is_missing_or_a_table_that_makes_no_sense_is_told() throws IOException {
        model.add(List.of(folder.resolve("gone")));
        assertThat(model.stateProperty().get()).isInstanceOf(SetState.Refused.class);
        Path table = Files.writeString(folder.resolve("bad.csv"), "nothing\n1\n");
        model.add(List.of(table));
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        SetState.Failed.class,
                        failed -> assertThat(german(failed.failure()))
                                .isEqualTo(
                                        table + " hat keine Spalte path, nur: nothing. Die erste Zeile muss die Spalten"
                                                + " benennen, etwa path,label."));
        model.remove(model.opened().orElseThrow());
        model.remove(model.opened().orElseThrow());
        assertThat(model.stateProperty().get()).isInstanceOf(SetState.None.class);
        assertThat(model.sources()).isEmpty();
    }

    /** What the window says of it. */
    private static String german(Throwable failure) {
        return FailureWords.of(failure, new Messages(Locale.GERMAN));
    }

    private Path modelFile(String name) throws IOException {
        return Files.writeString(home.resolve(name), "the model " + name);
    }

    private Finding finding(Check check) {
        return ((CheckState.Found) model.checks().stateProperty(check).get()).finding();
    }

    private DatasetViewModel model(JobRunner runner) {
        return new DatasetViewModel(new DatasetServices(
                runner,
                new ImageIoPhotoReader(),
                new ImageCache(home.resolve("cache/images.sqlite")),
                new UserFolders(home, home, home.resolve("cache")),
                judges,
                Clock.systemUTC()));
    }
}
