package io.crackscope.training;

import io.crackscope.dataset.Split;
import io.crackscope.domain.Scorecard;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.learning.TrainingObserver;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.training.RunRecord.Ending;
import io.crackscope.training.RunRecord.Owner;
import io.crackscope.training.RunRecord.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one run in the history while it goes on: after each epoch, so that a killed run is found as it was. A history that
 * cannot be written costs no training: that is logged once and the run goes on. Used by the training thread.
 */
final class RunLog implements TrainingObserver {
    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private final RunHistory history;
    private final StepCurve curve;
    private RunRecord run;
    private boolean broken;

    private RunLog(RunHistory history, RunRecord run, StepCurve curve) {
        this.history = history;
        this.run = run;
        this.curve = curve;
    }

    /** Begins a run whose folder exists. */
    static RunLog begin(RunHistory history, RunRecord run, Split split) {
        RunLog log = new RunLog(history, run, new StepCurve());
        log.attempt(() -> {
            history.writeSplit(run.id(), split);
            history.write(run);
        });
        return log;
    }

    /** Takes up an earlier run in this process. */
    static RunLog resume(RunHistory history, RunRecord run) {
        RunLog log =
                new RunLog(history, run.with(State.RUNNING, null).withOwner(Owner.self()), history.curve(run.id()));
        log.attempt(() -> history.write(log.run));
        return log;
    }

    @Override
    public void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started started -> {
                // what was done of an epoch that was cut off is done again
                curve.keepEpochs(started.fromEpoch());
                List<EpochScore> known = run.epochs();
                run = run.withCurve(
                        known.subList(0, Math.min(known.size(), started.fromEpoch())),
                        Math.min(run.bestEpoch(), started.fromEpoch()));
            }
            case TrainingEvent.Step step -> curve.add(step.epoch(), step.loss(), step.accuracy(), step.learningRate());
            case TrainingEvent.EpochDone done -> epoch(done);
            case TrainingEvent.Skipped skipped ->
                run = run.withSkipped(run.skipped()
                        .and(skipped.file() + ": "
                                + skipped.reason().kind().name().toLowerCase(Locale.ROOT)));
            case TrainingEvent.Reading reading -> {}
            case TrainingEvent.Worst worst -> {}
        }
    }

    private void epoch(TrainingEvent.EpochDone done) {
        List<EpochScore> epochs = new ArrayList<>(run.epochs());
        epochs.add(done.score());
        run = run.withCurve(epochs, done.best() ? done.score().epoch() : run.bestEpoch());
        attempt(() -> {
            history.writeCurve(run.id(), curve);
            history.write(run);
        });
    }

    /**
     * The run is over.
     *
     * @param cutOff whether it was left behind: it then waits to be taken up
     */
    void ended(TrainingOutcome outcome, boolean cutOff) {
        run = switch (outcome) {
            case TrainingOutcome.Finished finished ->
                run.withCurve(finished.epochs(), finished.bestEpoch())
                        .with(
                                State.FINISHED,
                                new Ending(finished.reason().name().toLowerCase(Locale.ROOT), ""));
            case TrainingOutcome.Cancelled cancelled ->
                run.withCurve(cancelled.epochs(), cancelled.bestEpoch())
                        .with(cutOff ? State.INTERRUPTED : State.STOPPED, cutOff ? null : new Ending("stopped", ""));
            case TrainingOutcome.Failed failed ->
                run.withCurve(failed.epochs(), failed.bestEpoch())
                        .with(
                                State.FAILED,
                                new Ending(failed.problem().name().toLowerCase(Locale.ROOT), failed.reason()));
        };
        attempt(() -> {
            history.writeCurve(run.id(), curve);
            history.write(run);
        });
    }

    /** The run broke off with an exception. */
    void broke(Throwable failure) {
        run = run.with(State.FAILED, new Ending(Ending.BROKEN, String.valueOf(failure.getMessage())));
        attempt(() -> history.write(run));
    }

    /** The test part was judged. */
    void tested(Scorecard score, List<TestAnswer> answers) {
        run = run.withTest(score);
        attempt(() -> {
            history.writeAnswers(run.id(), answers);
            history.write(run);
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) {
        try {
            if (!broken) {
                writing.run();
            }
        } catch (IOException | RuntimeException e) {
            broken = true;
            LOG.warn("run {} can no longer be kept in the history", run.id(), e);
        }
    }
}
