package io.crackscope.ui.training;

import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Scorecard;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.FakeClassifier;
import io.crackscope.learning.JudgedTile;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.SpeedProbe;
import io.crackscope.learning.StoredModel;
import io.crackscope.learning.Trainer;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.text.Messages;
import io.crackscope.training.ModelShelf;
import io.crackscope.training.RunHistory;
import io.crackscope.training.Runs;
import io.crackscope.training.TrainingWorkflow;
import io.crackscope.work.Gate;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The Train tab's view model with a trainer that follows a script, on real folders. */
public final class TrainingFixture {
    /** Steps of each epoch of the script. */
    static final int STEPS = 4;

    final Path folder;
    final Messages messages = new Messages(Locale.ENGLISH);
    final RunHistory history;
    final Gate gate = new Gate();
    final ModelShelf shelf;
    final List<Path> used = new ArrayList<>();
    final Map<Path, Scorecard> cards = new HashMap<>();
    final TrainingViewModel model;
    List<LabelledImage> images;
    /** What lies in the folder {@code drawn}. */
    List<LabelledImage> drawn = List.of();

    Trainer trainer = this::train;
    SpeedProbe.Speed speed = new SpeedProbe.Speed(100, 250, false);

    private final ReadOnlyObjectWrapper<Path> inUse;

    /** Everything in {@code folder}, jobs on {@code runner}. */
    public TrainingFixture(Path folder, JobRunner runner) throws Exception {
        this.folder = folder;
        images = Runs.images(folder.resolve("walls"), 60);
        history = new RunHistory(folder.resolve("runs"));
        Path shipped = folder.resolve("shipped.crackscope");
        ModelFile.write(shipped, Models.random(NetworkPreset.SEED_CNN, 1));
        inUse = new ReadOnlyObjectWrapper<>(shipped);
        shelf = new ModelShelf(shipped, folder.resolve("models"), history);
        PhotoReader reader = (file, most) -> new PhotoReading.Decoded(
                new Picture(64, 64, new byte[3 * 64 * 64]),
                new PhotoFacts(
                        64, 64, Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                1);
        TrainingWorkflow.DataSource data = new TrainingWorkflow.DataSource(
                (folders, progress, cancellation) -> new Dataset(
                        folders.equals(List.of(folder.resolve("drawn"))) ? drawn : images,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                image -> Optional.empty());
        TrainingWorkflow workflow = new TrainingWorkflow(
                data,
                new TrainingWorkflow.Engine(
                        (plan, split, facts, file, resume, observer, cancellation) ->
                                trainer.train(plan, split, facts, file, resume, observer, cancellation),
                        (file, engine) ->
                                new FakeClassifier(ModelFile.read(file).description(), FakeClassifier::darkness),
                        reader,
                        cards::put),
                Optional.of(history));
        TrainingParts parts = new TrainingParts(
                new TrainingParts.Runs(workflow, history, (plan, cancellation) -> speed, gate),
                new TrainingParts.Models(
                        shelf,
                        new Use(),
                        (file, target) -> {
                            throw new AssertionError("no export expected");
                        },
                        (file, engine) ->
                                new FakeClassifier(ModelFile.read(file).description(), FakeClassifier::darkness)),
                data,
                reader);
        model = new TrainingViewModel(runner, parts, messages);
    }

    /** The view model. */
    public TrainingViewModel model() {
        return model;
    }

    private final class Use implements ModelUse {
        @Override
        public ReadOnlyObjectProperty<Path> modelProperty() {
            return inUse.getReadOnlyProperty();
        }

        @Override
        public void use(Path file) {
            used.add(file);
            inUse.set(file);
        }
    }

    /** Makes the planned epochs of {@value #STEPS} steps each, each better than the last, until cancelled. */
    TrainingOutcome train(
            io.crackscope.learning.TrainingPlan plan,
            io.crackscope.dataset.Split split,
            Trainer.CardFacts facts,
            Path file,
            Trainer.Start start,
            io.crackscope.learning.TrainingObserver observer,
            io.crackscope.work.Cancellation cancellation) {
        observer.on(new TrainingEvent.Reading(10, 10));
        int from = start.resume() ? 1 : 0;
        observer.on(new TrainingEvent.Started(
                5121, split.train().size(), split.validation().size(), from));
        List<EpochScore> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= from; epoch++) {
            epochs.add(Runs.epoch(epoch, 1.0 / epoch));
        }
        for (int epoch = from + 1; epoch <= plan.epochs(); epoch++) {
            for (int step = 1; step <= STEPS; step++) {
                if (cancellation.isCancelled()) {
                    return new TrainingOutcome.Cancelled(epochs, epochs.size());
                }
                observer.on(new TrainingEvent.Step(epoch, step, STEPS, 1.0 / epoch, 0.8, 0.001, 100));
            }
            EpochScore score = Runs.epoch(epoch, 1.0 / epoch);
            epochs.add(score);
            observer.on(new TrainingEvent.Worst(
                    epoch, List.of(new JudgedTile(split.validation().getFirst(), 0.1))));
            StoredModel stored = Models.random(NetworkPreset.SEED_CNN, epoch);
            ModelFile.write(file, stored.with(stored.description().with(Models.card(facts.name()))));
            observer.on(new TrainingEvent.EpochDone(score, true));
        }
        return new TrainingOutcome.Finished(epochs, epochs.size(), TrainingOutcome.StopReason.EPOCHS_DONE);
    }
}
