package io.crackscope.ui.training;

import io.crackscope.dataset.Split;
import io.crackscope.learning.GrownNetwork;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.PresetBlueprints;
import io.crackscope.learning.StoredModel;
import io.crackscope.text.Messages;
import io.crackscope.training.ModelShelf.Entry;
import io.crackscope.training.StartLeaks;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What a run starts with, a new network or a model at hand, how much of the test part that model knows, and whether it
 * goes with the plan's network. A model brings its network into the plan, which may then be changed. For the executor
 * that the runner delivers on.
 */
final class StartForm {
    /** What is known of the start. */
    sealed interface State {
        /** A new network, which knows nothing, or a model while there is no split. */
        record Unasked() implements State {}

        /** The model is being read. */
        record Reading() implements State {}

        /** The test images that it knows are counted. */
        record Counted(StartLeaks leaks) implements State {}

        /** The model cannot be used. */
        record Unusable(String problem) implements State {}
    }

    private final JobRunner runner;
    private final ObservableList<Entry> models;
    private final PlanForm plan;
    private final Messages messages;
    private final ObjectProperty<Optional<Path>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Unasked());
    private final ReadOnlyStringWrapper misfit = new ReadOnlyStringWrapper("");
    private Optional<Split> split = Optional.empty();
    private Optional<StoredModel> read = Optional.empty();
    private @Nullable Cancellation job;
    private int number;

    StartForm(JobRunner runner, ObservableList<Entry> models, PlanForm plan, Messages messages) {
        this.runner = runner;
        this.models = models;
        this.plan = plan;
        this.messages = messages;
        chosen.addListener((observable, before, now) -> {
            plan.fineTunes(now.isPresent());
            entry(now).ifPresent(this::bringNetwork);
            read = Optional.empty();
            look();
            compare();
        });
        plan.presetProperty().addListener((observable, before, now) -> compare());
    }

    /** The models at hand, of which some may be of a kind that this program cannot train. */
    ObservableList<Entry> models() {
        return models;
    }

    /** The model file whose weights a run starts with; empty for a new network. */
    ObjectProperty<Optional<Path>> chosenProperty() {
        return chosen;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the model does not go with the plan's network; empty if it does, and while it is being read. */
    ReadOnlyStringProperty misfitProperty() {
        return misfit.getReadOnlyProperty();
    }

    /** A new network, the models that can be trained on, and what is chosen, wherever it is. */
    List<Optional<Path>> choices() {
        List<Optional<Path>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        models.stream()
                .filter(entry -> preset(entry).isPresent())
                .forEach(entry -> choices.add(Optional.of(entry.file())));
        if (!choices.contains(chosen.get())) {
            choices.add(chosen.get());
        }
        return choices;
    }

    /** Whether a run can start with it. */
    boolean isUsable() {
        return chosen.get().isEmpty()
                || state.get() instanceof State.Counted && misfit.get().isEmpty();
    }

    /** The split whose test part the model should not know; empty while there is none. */
    void split(Optional<Split> now) {
        if (!now.equals(split)) {
            split = now;
            look();
        }
    }

    /** Stops looking. */
    void close() {
        number++;
        if (job != null) {
            job.cancel();
        }
    }

    private Optional<Entry> entry(Optional<Path> file) {
        return models.stream()
                .filter(entry -> file.equals(Optional.of(entry.file())))
                .findFirst();
    }

    private static Optional<NetworkPreset> preset(Entry entry) {
        return NetworkPreset.ofWord(entry.description().card().preset());
    }

    private void bringNetwork(Entry entry) {
        preset(entry)
                .ifPresent(preset -> plan.network(preset, entry.description().inputSize()));
    }

    /** A model, and what it knows of the test part, if there is one. */
    private record Found(StoredModel model, State known) {}

    private void look() {
        close();
        if (chosen.get().isEmpty()) {
            state.set(new State.Unasked());
            return;
        }
        int mine = number;
        Path file = chosen.get().get();
        Optional<Split> parts = split;
        state.set(new State.Reading());
        job = runner.start(
                JobRunner.Lane.IO,
                (publish, cancellation) -> {
                    StoredModel model = ModelFile.read(file);
                    return new Found(
                            model,
                            parts.<State>map(of -> new State.Counted(StartLeaks.of(model, of)))
                                    .orElseGet(State.Unasked::new));
                },
                new JobRunner.Listener<Void, Found>() {
                    @Override
                    public void done(Found found) {
                        if (mine == number) {
                            read = Optional.of(found.model());
                            compare();
                            state.set(found.known());
                        }
                    }

                    @Override
                    public void failed(Throwable failure) {
                        if (mine == number) {
                            state.set(new State.Unusable(FailureWords.told(failure, messages)));
                        }
                    }
                });
    }

    private void compare() {
        NetworkPreset wanted = plan.presetProperty().get();
        misfit.set(read.filter(model -> !goesOnAs(model, wanted))
                .map(model -> messages.get(
                        "ui.train.from.misfit",
                        model.description().card().name(),
                        model.description().card().preset(),
                        wanted.word(),
                        Arrays.stream(NetworkPreset.values())
                                .filter(preset -> goesOnAs(model, preset))
                                .map(NetworkPreset::word)
                                .collect(Collectors.joining(messages.get("ui.train.from.misfit.or")))))
                .orElse(""));
    }

    private static boolean goesOnAs(StoredModel model, NetworkPreset preset) {
        return GrownNetwork.isPossible(model.network(), PresetBlueprints.of(preset));
    }
}
