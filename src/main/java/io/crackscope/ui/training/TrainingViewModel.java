package io.crackscope.ui.training;

import io.crackscope.dataset.Split;
import io.crackscope.learning.PresetDefaults;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.text.Messages;
import io.crackscope.training.DataChoice;
import io.crackscope.training.RunRecord;
import io.crackscope.training.SideBySide;
import io.crackscope.training.TrainingOrder;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The Train tab without its looks: plan, run, history, models, and how one leads to the other. All methods are for the
 * executor that the runner delivers on.
 */
public final class TrainingViewModel implements AutoCloseable {
    private final PlanForm plan;
    private final DataForm data;
    private final OutputForm output;
    private final SpeedEstimate estimate;
    private final TilePreview preview;
    private final RunViewModel run;
    private final HistoryViewModel history;
    private final ModelsViewModel models;
    private final DuelViewModel duel;
    private final StartForm from;
    private final ReadOnlyBooleanWrapper canStart = new ReadOnlyBooleanWrapper();
    private final ResumeOffer offer = new ResumeOffer();
    private final ReadOnlyStringWrapper job = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper settling = new ReadOnlyBooleanWrapper();
    private final CloseQuestion closing = new CloseQuestion();

    public TrainingViewModel(JobRunner runner, TrainingParts parts, Messages messages) {
        TrainingParts.Models toModels = parts.models();
        plan = new PlanForm(messages);
        data = new DataForm(runner, parts.data(), messages);
        estimate = new SpeedEstimate(runner, parts.runs().probe(), messages);
        preview = new TilePreview(runner, parts.photos());
        run = new RunViewModel(
                runner,
                parts.runs().workflow(),
                parts.runs().history(),
                parts.runs().gate(),
                messages);
        history = new HistoryViewModel(runner, parts.runs().history(), messages);
        output = new OutputForm(toModels.shelf(), history::hasRun, messages);
        models = new ModelsViewModel(runner, toModels.shelf(), toModels.use(), toModels.exporter(), messages);
        from = new StartForm(runner, models.models(), plan, messages);
        duel = new DuelViewModel(
                runner,
                parts.data(),
                parts.runs().history(),
                new SideBySide(toModels.loader(), parts.photos()),
                messages);
        plan.planProperty().addListener((observable, before, now) -> {
            now.ifPresent(valid -> data.seed(valid.seed()));
            refresh();
        });
        plan.presetProperty().addListener((observable, before, now) -> proposeName(before.word(), now.word()));
        data.stateProperty().addListener((observable, before, now) -> {
            from.split(split());
            refresh();
        });
        from.stateProperty().addListener((observable, before, now) -> refresh());
        from.misfitProperty().addListener((observable, before, now) -> refresh());
        output.fileProperty().addListener((observable, before, now) -> refresh());
        run.runningProperty().addListener((observable, before, now) -> {
            refresh();
            if (!now) {
                closing.no();
            }
        });
        run.statusProperty().addListener((observable, before, now) -> {
            job.set(now.inWords(messages));
            boolean begins = now.activity() == LiveRun.Activity.TRAINING && before.activity() != now.activity();
            if (begins || now.phase() != RunStatus.Phase.IDLE && now.epoch() > before.epoch()) {
                // the history has the run from here on, and each epoch when the next begins
                history.load(() -> {});
            }
        });
        output.propose(plan.presetProperty().get().word());
        refresh();
    }

    private void proposeName(String before, String now) {
        if (output.nameProperty().get().startsWith(before + " ")) {
            output.propose(now);
        }
    }

    PlanForm plan() {
        return plan;
    }

    DataForm data() {
        return data;
    }

    /** What a run starts with. */
    StartForm from() {
        return from;
    }

    OutputForm output() {
        return output;
    }

    SpeedEstimate estimate() {
        return estimate;
    }

    TilePreview preview() {
        return preview;
    }

    RunViewModel run() {
        return run;
    }

    HistoryViewModel history() {
        return history;
    }

    ModelsViewModel models() {
        return models;
    }

    DuelViewModel duel() {
        return duel;
    }

    /** Whether the plan is complete and nothing runs. */
    ReadOnlyBooleanProperty canStartProperty() {
        return canStart.getReadOnlyProperty();
    }

    /** Offers to go on with a run that was cut off. */
    ResumeOffer offer() {
        return offer;
    }

    /** Asked before a run is interrupted by closing the window. */
    CloseQuestion closing() {
        return closing;
    }

    /** What goes on, for the foot of the window; empty if nothing does. */
    public ReadOnlyStringProperty jobProperty() {
        return job.getReadOnlyProperty();
    }

    /** Whether a run goes on. */
    public ReadOnlyBooleanProperty runningProperty() {
        return run.runningProperty();
    }

    /** Reads history and models, and offers, the first time, to go on with a run that was interrupted. */
    public void reload() {
        history.load(() -> {
            output.renew(run.runningProperty().get());
            offer.make(history.interrupted());
        });
        models.load();
    }

    /** Adds folders of labelled images to the plan. */
    public void addData(List<Path> paths) {
        data.add(paths);
    }

    /** Trains as planned. */
    void start() {
        Optional<TrainingPlan> valid = plan.planProperty().get();
        Optional<DataChoice> choice = data.choice();
        Path file = output.fileProperty().get();
        if (!canStart.get() || valid.isEmpty() || choice.isEmpty() || file == null) {
            return;
        }
        prepare();
        TrainingOrder order = new TrainingOrder(
                valid.get(),
                choice.get(),
                file,
                output.words(),
                from.chosenProperty().get().orElse(null),
                false);
        run.start(order, () -> ended(file));
    }

    /** Takes up an unfinished run. */
    void resume(RunRecord unfinished) {
        if (!run.runningProperty().get()) {
            prepare();
            run.resume(unfinished, () -> ended(unfinished.model()));
        }
    }

    /** Plans another run with the settings and the data of an earlier one. */
    void planLike(RunRecord earlier) {
        data.show(earlier.data());
        from.chosenProperty().set(Optional.ofNullable(earlier.data().start()).map(model -> Path.of(model.file())));
        plan.show(earlier.plan());
        history.choose(List.of());
    }

    private void prepare() {
        estimate.stop();
        offer.putOff();
        history.choose(List.of());
        duel.clear();
    }

    /** The run is shown as the history keeps it, and its model beside the one that inspects. */
    private void ended(Path model) {
        settling.set(true);
        output.propose(plan.presetProperty().get().word());
        models.load();
        history.load(() -> {
            history.runOf(model).ifPresent(finished -> {
                history.choose(List.of(finished));
                boolean isNew = !model.equals(models.inUseProperty().get());
                if (finished.test() != null && isNew) {
                    duel.onTestPart(finished, models.inUseProperty().get());
                }
            });
            settling.set(false);
        });
    }

    /** Whether a run is over and the history that shows it is still being read. */
    ReadOnlyBooleanProperty settlingProperty() {
        return settling.getReadOnlyProperty();
    }

    /** Whether the run that goes on is to be shown: nothing else is chosen, or it itself is. */
    boolean showsLiveRun() {
        List<RunRecord> chosen = history.chosenProperty().get();
        boolean isChosen = chosen.size() == 1
                && chosen.getFirst().state() == RunRecord.State.RUNNING
                && chosen.getFirst().owner().equals(RunRecord.Owner.self());
        return (run.runningProperty().get() || settling.get()) && (chosen.isEmpty() || isChosen);
    }

    private Optional<Split> split() {
        return data.stateProperty().get() instanceof DataForm.State.Ready ready
                ? Optional.of(ready.split())
                : Optional.empty();
    }

    private void refresh() {
        Optional<TrainingPlan> valid = plan.planProperty().get();
        Optional<Split> split = split();
        boolean isRunning = run.runningProperty().get();
        canStart.set(valid.isPresent()
                && split.isPresent()
                && data.choice().isPresent()
                && from.isUsable()
                && output.fileProperty().get() != null
                && !isRunning);
        if (!isRunning) {
            estimate.of(valid, split);
        }
    }

    /** Shows how the training tiles are varied, as the plan has it now. */
    void refreshPreview() {
        long seed = plan.planProperty().get().map(TrainingPlan::seed).orElse(PresetDefaults.SEED);
        preview.follow(
                data.stateProperty().get(),
                plan.augmentation().augmentationProperty().get(),
                seed);
    }

    /** Asks whether the run may be interrupted before {@code close}; asked again meanwhile, it closes. */
    public void askToClose(Runnable close) {
        if (run.runningProperty().get()) {
            closing.ask(close);
        } else {
            close.run();
        }
    }

    /** Cancels all work. What the last epoch left can be taken up again. */
    @Override
    public void close() {
        run.abandon();
        data.close();
        from.close();
        estimate.stop();
        duel.clear();
    }
}
