package io.crackscope.ui.training;

import io.crackscope.learning.EpochScore;
import io.crackscope.learning.TrainingPlan;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.TimeLeft;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands, in numbers.
 *
 * @param phase what it is doing
 * @param activity what of that
 * @param done of {@code total} in the activity; while training the steps of the epoch
 * @param epoch in work, from 1; 0 before the first
 * @param epochs planned
 * @param imagesPerSecond of this epoch; 0 before the first step
 * @param left until the last planned epoch; null while nobody can tell
 * @param memory bytes of main memory in use
 * @param skipped images that could not be read
 */
record RunStatus(
        Phase phase,
        LiveRun.Activity activity,
        long done,
        long total,
        int epoch,
        int epochs,
        double imagesPerSecond,
        @Nullable Duration left,
        long memory,
        int skipped) {
    /** Nothing runs. */
    static final RunStatus IDLE = new RunStatus(Phase.IDLE, LiveRun.Activity.SCANNING, 0, 0, 0, 0, 0, null, 0, 0);

    private static final String GAP = "  \u00B7  ";

    /** Judging a tile takes about this share of learning from it. */
    private static final double VALIDATION_SHARE = 0.4;

    /** What a run is doing. */
    enum Phase {
        IDLE,
        WORKING,
        PAUSED,
        STOPPING
    }

    static RunStatus of(Phase phase, LiveRun.Snapshot now, TrainingPlan plan) {
        return new RunStatus(
                phase,
                now.activity(),
                now.done(),
                now.total(),
                now.epoch(),
                plan.epochs(),
                now.imagesPerSecond(),
                left(now, plan),
                now.memory(),
                now.skipped().size());
    }

    /** The same at another phase. */
    RunStatus with(Phase other) {
        return new RunStatus(other, activity, done, total, epoch, epochs, imagesPerSecond, left, memory, skipped);
    }

    /** What goes on, in a line; empty if nothing does. */
    String inWords(Messages messages) {
        if (phase == Phase.IDLE) {
            return "";
        } else if (epoch == 0) {
            return messages.get("ui.train.job.preparing");
        }
        String what = messages.get("ui.train.job", epoch, epochs);
        if (phase == Phase.PAUSED) {
            return what + GAP + messages.get("ui.train.phase.paused");
        }
        return left == null ? what : what + GAP + messages.get("ui.status.left", TimeLeft.of(messages, left));
    }

    private static @Nullable Duration left(LiveRun.Snapshot now, TrainingPlan plan) {
        if (now.activity() != LiveRun.Activity.TRAINING || now.imagesPerSecond() <= 0 || now.total() == 0) {
            return null;
        }
        double perStep = plan.batch() / now.imagesPerSecond();
        double learning = perStep * now.total();
        double judging = now.epochs().isEmpty()
                ? VALIDATION_SHARE * now.validationImages() / now.imagesPerSecond()
                : judging(now.epochs().getLast(), learning);
        boolean isCounted = now.epochs().size() >= now.epoch();
        double rest = isCounted ? 0 : perStep * (now.total() - now.done()) + judging;
        int ahead = plan.epochs() - Math.max(now.epoch(), now.epochs().size());
        return Duration.ofMillis(Math.round(1000 * (rest + ahead * (learning + judging))));
    }

    /** Seconds that the last epoch took beyond learning. */
    private static double judging(EpochScore last, double learning) {
        return Math.max(0, last.seconds() - learning);
    }
}
