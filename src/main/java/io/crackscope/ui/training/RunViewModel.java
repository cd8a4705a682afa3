package io.crackscope.ui.training;

import io.crackscope.learning.JudgedTile;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.text.Messages;
import io.crackscope.training.RunHistory;
import io.crackscope.training.RunRecord;
import io.crackscope.training.StepCurve;
import io.crackscope.training.TrainingOrder;
import io.crackscope.training.TrainingResult;
import io.crackscope.training.TrainingWorkflow;
import io.crackscope.training.TrainingWorkflow.Ends;
import io.crackscope.ui.training.RunStatus.Phase;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Gate;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The run that goes on, or went on last. All methods are for the executor that the runner delivers on. */
final class RunViewModel {
    private final JobRunner runner;
    private final TrainingWorkflow workflow;
    private final RunHistory history;
    private final Gate gate;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<RunStatus> status = new ReadOnlyObjectWrapper<>(RunStatus.IDLE);
    private final ReadOnlyObjectWrapper<RunEnd> end = new ReadOnlyObjectWrapper<>(RunEnd.NONE);
    private final ReadOnlyObjectWrapper<List<JudgedTile>> worst = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> skipped = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private RunCurve curve = new RunCurve("");
    private @Nullable Running current;
    private Gate.@Nullable Hold pause;

    RunViewModel(JobRunner runner, TrainingWorkflow workflow, RunHistory history, Gate gate, Messages messages) {
        this.runner = runner;
        this.workflow = workflow;
        this.history = history;
        this.gate = gate;
        this.messages = messages;
    }

    ReadOnlyObjectProperty<RunStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** How the last run ended; {@link RunEnd#NONE} while one goes on. */
    ReadOnlyObjectProperty<RunEnd> endProperty() {
        return end.getReadOnlyProperty();
    }

    /** The validation tiles that the network gets most wrong. */
    ReadOnlyObjectProperty<List<JudgedTile>> worstProperty() {
        return worst.getReadOnlyProperty();
    }

    /** Images that could not be read, each with its reason. */
    ReadOnlyObjectProperty<List<String>> skippedProperty() {
        return skipped.getReadOnlyProperty();
    }

    /** Counts what {@link #curve()} has become: it is the same object while it grows. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    RunCurve curve() {
        return curve;
    }

    /** Runs {@code order}; {@code over} is told when the run is over, however it ended. */
    void start(TrainingOrder order, Runnable over) {
        begin(
                order.plan(),
                order.modelFile(),
                order.words().name(),
                over,
                (live, ends) -> workflow.run(order, live, ends));
    }

    /** Takes up an unfinished run. */
    void resume(RunRecord run, Runnable over) {
        begin(run.plan(), run.model(), run.name(), over, (live, ends) -> {
            StepCurve earlier = history.curve(run.id());
            earlier.keepEpochs(run.epochs().size());
            live.continueFrom(earlier, run.epochs(), run.bestEpoch());
            return workflow.resume(run, live, ends);
        });
    }

    private interface Work {
        TrainingResult run(LiveRun live, Ends ends);
    }

    private void begin(TrainingPlan plan, Path model, String name, Runnable over, Work work) {
        if (running.get()) {
            throw new IllegalStateException("a run goes on");
        }
        curve = new RunCurve(name);
        end.set(RunEnd.NONE);
        worst.set(List.of());
        skipped.set(List.of());
        Running next = new Running(plan, model, over);
        current = next;
        running.set(true);
        status.set(new RunStatus(Phase.WORKING, LiveRun.Activity.SCANNING, 0, 0, 0, plan.epochs(), 0, null, 0, 0));
        changes.set(changes.get() + 1);
        next.abandon = runner.start(
                JobRunner.Lane.TRAINING,
                (publish, cancellation) -> {
                    next.live.wakeWith(() -> publish.accept(next.live));
                    return work.run(next.live, new Ends(next.stop, cancellation));
                },
                next);
    }

    /** Waits after the step in work until {@link #proceed()}. */
    void pause() {
        if (status.get().phase() == Phase.WORKING && pause == null) {
            pause = gate.hold();
            status.set(status.get().with(Phase.PAUSED));
        }
    }

    /** Goes on after a pause. */
    void proceed() {
        if (pause != null) {
            pause.close();
            pause = null;
            status.set(status.get().with(Phase.WORKING));
        }
    }

    /** Ends the training; the best epoch so far is kept and tested. */
    void stop() {
        if (current != null) {
            proceed();
            status.set(status.get().with(Phase.STOPPING));
            current.stop.cancel();
        }
    }

    /** Says no more how the last run ended. */
    void forgetEnd() {
        end.set(RunEnd.NONE);
    }

    /** Ends everything; what the last epoch left can be taken up again. */
    void abandon() {
        if (current != null) {
            proceed();
            current.stop.cancel();
            if (current.abandon != null) {
                current.abandon.cancel();
            }
        }
    }

    private final class Running implements JobRunner.Listener<LiveRun, TrainingResult> {
        private final TrainingPlan plan;
        private final Path model;
        private final Runnable over;
        private final LiveRun live = new LiveRun();
        private final Cancellation stop = new Cancellation();
        private @Nullable Cancellation abandon;

        Running(TrainingPlan plan, Path model, Runnable over) {
            this.plan = plan;
            this.model = model;
            this.over = over;
        }

        @Override
        public void part(LiveRun part) {
            LiveRun.Snapshot now = part.take();
            curve.add(now.steps(), now.stepsInEpoch());
            curve.epochs(now.epochs(), now.bestEpoch());
            status.set(RunStatus.of(status.get().phase(), now, plan));
            if (worst.get() != now.worst()) {
                worst.set(now.worst());
            }
            if (skipped.get().size() != now.skipped().size()) {
                skipped.set(now.skipped());
            }
            changes.set(changes.get() + 1);
        }

        @Override
        public void done(TrainingResult result) {
            finish(RunEnd.of(result, model, messages));
        }

        @Override
        public void failed(Throwable failure) {
            finish(RunEnd.of(failure, messages));
        }

        @Override
        public void cancelled() {
            finish(new RunEnd(
                    RunEnd.Kind.STOPPED, messages.get("ui.train.end.stopped"), messages.get("ui.train.end.abandoned")));
        }

        private void finish(RunEnd how) {
            part(live);
            proceed();
            current = null;
            running.set(false);
            status.set(RunStatus.IDLE);
            end.set(how);
            over.run();
        }
    }
}
