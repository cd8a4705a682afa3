package io.crackscope.ui.training;

import io.crackscope.dataset.Split;
import io.crackscope.learning.Augmentation;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.Processor;
import io.crackscope.learning.SpeedProbe;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.ui.common.TimeLeft;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** How long the planned run would take, measured by a second of training. For the executor that the runner delivers on. */
final class SpeedEstimate {
    private final JobRunner runner;
    private final SpeedProbe probe;
    private final Messages messages;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private @Nullable Subject measured;
    private @Nullable Subject wanted;
    private @Nullable Ask asked;
    private SpeedProbe.@Nullable Speed speed;
    private @Nullable Cancellation job;

    /** What the speed depends on. */
    private record Subject(NetworkPreset preset, int inputSize, int batch, boolean varied) {
        static Subject of(TrainingPlan plan) {
            return new Subject(
                    plan.preset(),
                    plan.inputSize(),
                    plan.batch(),
                    !plan.augmentation().equals(Augmentation.NONE));
        }
    }

    /** The plan and data that were asked about last: a person goes on changing them while their speed is measured. */
    private record Ask(TrainingPlan plan, Split split) {}

    SpeedEstimate(JobRunner runner, SpeedProbe probe, Messages messages) {
        this.runner = runner;
        this.probe = probe;
        this.messages = messages;
    }

    /** The time in words; empty while there is nothing to say. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Tells how long {@code plan} takes on {@code split}; measures first unless the speed is known. */
    void of(Optional<TrainingPlan> plan, Optional<Split> split) {
        if (plan.isEmpty() || split.isEmpty()) {
            stop();
            words.set("");
            return;
        }
        Subject subject = Subject.of(plan.get());
        asked = new Ask(plan.get(), split.get());
        if (subject.equals(measured) && speed != null) {
            stop();
            say(asked, speed);
        } else if (subject.equals(wanted)) {
            words.set(messages.get("ui.train.estimate.measuring"));
        } else {
            measure(subject, plan.get());
        }
    }

    /** Stops measuring, for a run that begins. */
    void stop() {
        wanted = null;
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void measure(Subject subject, TrainingPlan plan) {
        stop();
        wanted = subject;
        words.set(messages.get("ui.train.estimate.measuring"));
        job = runner.start(
                JobRunner.Lane.TRAINING,
                (publish, cancellation) -> probe.measure(plan, cancellation),
                new JobRunner.Listener<Void, SpeedProbe.Speed>() {
                    @Override
                    public void done(SpeedProbe.Speed result) {
                        if (subject.equals(wanted) && asked != null) {
                            wanted = null;
                            measured = subject;
                            speed = result;
                            say(asked, result);
                        }
                    }

                    @Override
                    public void failed(Throwable failure) {
                        if (subject.equals(wanted)) {
                            wanted = null;
                            words.set(messages.get("ui.train.estimate.failed", FailureWords.told(failure, messages)));
                        }
                    }
                });
    }

    private void say(Ask ask, SpeedProbe.Speed known) {
        String time = messages.get(
                "ui.train.estimate",
                TimeLeft.of(
                        messages,
                        known.of(
                                ask.plan().epochs(),
                                ask.split().train().size(),
                                ask.split().validation().size())),
                ask.plan().epochs(),
                Math.round(known.training()));
        words.set(
                known.oldProcessor()
                        ? time + "\n" + messages.get("ui.train.estimate.old_processor", Processor.SLOWER)
                        : time);
    }
}
