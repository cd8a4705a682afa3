package io.crackscope.ui.training;

import io.crackscope.evaluation.PairedTest;
import io.crackscope.text.Messages;
import io.crackscope.training.RunComparison;
import io.crackscope.training.RunHistory;
import io.crackscope.training.RunRecord;
import io.crackscope.training.RunRecord.State;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.work.JobRunner;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The runs of the history: chosen ones are shown, several are compared, notes are kept, and what is deleted comes back.
 * For the executor that the runner delivers on.
 */
final class HistoryViewModel {
    /** Runs that are shown beside each other. */
    static final int MOST_COMPARED = 6;

    /**
     * What is shown of the chosen runs.
     *
     * @param runs chosen, the oldest first
     * @param curves of them, each by what its run is called
     * @param tests of each later run against the first; empty for one run
     */
    record Shown(List<RunRecord> runs, List<RunCurve> curves, List<PairedTest> tests) {
        static final Shown NOTHING = new Shown(List.of(), List.of(), List.of());
    }

    private final JobRunner runner;
    private final RunHistory history;
    private final Messages messages;
    private final RunWords words;
    private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canDelete = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canResume = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<String>> deleted = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<RunRecord>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private boolean isTidy;
    private int loads;
    private int shows;

    HistoryViewModel(JobRunner runner, RunHistory history, Messages messages) {
        this.runner = runner;
        this.history = history;
        this.messages = messages;
        this.words = new RunWords(messages);
    }

    /** The newest first. */
    ObservableList<RunRecord> runs() {
        return runs;
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What could not be done; empty if all went well. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canDeleteProperty() {
        return canDelete.getReadOnlyProperty();
    }

    /** Whether exactly one run is chosen and can be taken up again. */
    ReadOnlyBooleanProperty canResumeProperty() {
        return canResume.getReadOnlyProperty();
    }

    /** Whether a run has this name. */
    boolean hasRun(String name) {
        return runs.stream().anyMatch(run -> run.name().equals(name));
    }

    /** What a run is called: its name, and when it began where another run has that name too. */
    String nameOf(RunRecord run) {
        return words.name(
                run,
                runs.stream()
                        .filter(other ->
                                other.name().equals(run.name()) && !other.id().equals(run.id()))
                        .toList());
    }

    /** Runs that were deleted last and can be brought back. */
    ReadOnlyObjectProperty<List<String>> deletedProperty() {
        return deleted.getReadOnlyProperty();
    }

    /** Runs that can be taken up where they were cut off, the newest first. */
    List<RunRecord> interrupted() {
        return runs.stream()
                .filter(run -> run.state() == State.INTERRUPTED && !run.epochs().isEmpty())
                .toList();
    }

    /** Reads the history again: a run on the command line may have come in. The first time it is tidied too, after that. */
    void load(Runnable then) {
        int mine = ++loads;
        inBackground(history::all, found -> {
            if (mine == loads) {
                if (!runs.equals(found)) {
                    runs.setAll(found);
                    follow();
                }
                then.run();
            }
            if (!isTidy) {
                isTidy = true;
                inBackground(
                        () -> {
                            history.emptyDeleted(Instant.now());
                            return true;
                        },
                        done -> {});
            }
        });
    }

    /** Shows these runs: one, or several beside each other. */
    void choose(List<RunRecord> wanted) {
        List<RunRecord> now = wanted.stream()
                .limit(MOST_COMPARED)
                .sorted(java.util.Comparator.comparing(RunRecord::started))
                .toList();
        if (now.equals(chosen.get())) {
            return;
        }
        chosen.set(now);
        canDelete.set(!now.isEmpty() && now.stream().noneMatch(run -> run.state() == State.RUNNING));
        canResume.set(now.size() == 1
                && now.getFirst().state().resumable()
                && !now.getFirst().epochs().isEmpty());
        int mine = ++shows;
        if (now.isEmpty()) {
            shown.set(Shown.NOTHING);
            return;
        }
        List<String> names = now.stream().map(this::nameOf).toList();
        inBackground(() -> read(now, names), read -> {
            if (mine == shows) {
                shown.set(read);
            }
        });
    }

    /** What was chosen is shown as it is now. */
    private void follow() {
        List<String> ids = chosen.get().stream().map(RunRecord::id).toList();
        choose(runs.stream().filter(run -> ids.contains(run.id())).toList());
    }

    private Shown read(List<RunRecord> wanted, List<String> names) {
        List<RunCurve> curves = new ArrayList<>();
        List<PairedTest> tests = new ArrayList<>();
        for (RunRecord run : wanted) {
            curves.add(new RunCurve(names.get(curves.size()), history.curve(run.id()), run.epochs(), run.bestEpoch()));
            if (run != wanted.getFirst()) {
                tests.add(RunComparison.of(history, wanted.getFirst(), run));
            }
        }
        return new Shown(wanted, curves, tests);
    }

    /** The chosen runs, the oldest first. */
    ReadOnlyObjectProperty<List<RunRecord>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The run whose model file this is, if the history knows it. */
    Optional<RunRecord> runOf(java.nio.file.Path model) {
        return runs.stream().filter(run -> run.model().equals(model)).findFirst();
    }

    /** Keeps a person's words with a run. */
    void note(String id, String text) {
        change(() -> history.note(id, text), () -> load(() -> {}));
    }

    /** Takes the chosen runs out of the history; their model files stay. */
    void deleteChosen() {
        List<String> ids = chosen.get().stream().map(RunRecord::id).toList();
        if (!canDelete.get()) {
            return;
        }
        choose(List.of());
        change(
                () -> {
                    for (String id : ids) {
                        history.delete(id);
                    }
                },
                () -> {
                    deleted.set(ids);
                    load(() -> {});
                });
    }

    /** Brings back what was deleted last. */
    void undoDelete() {
        List<String> ids = deleted.get();
        deleted.set(List.of());
        change(
                () -> {
                    for (String id : ids) {
                        history.restore(id);
                    }
                },
                () -> load(() -> {}));
    }

    /** Says no more that something was deleted. */
    void forgetDeleted() {
        deleted.set(List.of());
    }

    private interface Change {
        void run() throws IOException;
    }

    private void change(Change change, Runnable then) {
        runner.start(
                JobRunner.Lane.IO,
                (publish, cancellation) -> {
                    change.run();
                    return true;
                },
                new JobRunner.Listener<Void, Boolean>() {
                    @Override
                    public void done(Boolean result) {
                        problem.set("");
                        then.run();
                    }

                    @Override
                    public void failed(Throwable failure) {
                        problem.set(messages.get("ui.train.history.problem", FailureWords.told(failure, messages)));
                    }
                });
    }

    private <R> void inBackground(java.util.concurrent.Callable<R> work, java.util.function.Consumer<R> then) {
        runner.start(JobRunner.Lane.IO, (publish, cancellation) -> work.call(), new JobRunner.Listener<Void, R>() {
            @Override
            public void done(R result) {
                then.accept(result);
            }

            @Override
            public void failed(Throwable failure) {
                problem.set(messages.get("ui.train.history.problem", FailureWords.told(failure, messages)));
            }
        });
    }
}
