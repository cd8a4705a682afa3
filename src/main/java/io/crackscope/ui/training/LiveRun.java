package io.crackscope.ui.training;

import io.crackscope.dataset.Split;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.JudgedTile;
import io.crackscope.learning.TrainingEvent;
import io.crackscope.training.StepCurve;
import io.crackscope.training.TrainingStages;
import io.crackscope.work.ProcessMemory;
import io.crackscope.work.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Collects what a run tells, on the training thread, as primitives, and lets somebody know at most ten times a second and
 * never twice before it was taken. Taking is for another thread; neither waits for more than the copying of some numbers.
 */
final class LiveRun implements TrainingStages {
    /** What a run is at. */
    enum Activity {
        SCANNING,
        SPLITTING,
        COUNTING_LEAKS,
        READING,
        TRAINING,
        TESTING
    }

    /**
     * What is new since the last was taken, and how things stand.
     *
     * @param steps made since
     * @param stepsInEpoch steps an epoch has; 0 while unknown
     * @param done of {@code total} in the activity; while training the steps of the epoch
     */
    record Snapshot(
            Activity activity,
            long done,
            long total,
            StepCurve steps,
            int stepsInEpoch,
            int epoch,
            double imagesPerSecond,
            List<EpochScore> epochs,
            int bestEpoch,
            List<JudgedTile> worst,
            List<String> skipped,
            int validationImages,
            long memory) {}

    private final Throttle throttle = new Throttle();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final List<EpochScore> epochs = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private Runnable waker = () -> {};
    private StepCurve steps = new StepCurve();
    private Activity activity = Activity.SCANNING;
    private long done;
    private long total;
    private int stepsInEpoch;
    private int epoch;
    private double imagesPerSecond;
    private int bestEpoch;
    private int validationImages;
    private List<JudgedTile> worst = List.of();
    private long memory;

    /** Calls {@code wake} when there is something to take; to be set before the run begins. */
    void wakeWith(Runnable wake) {
        waker = wake;
    }

    /** Goes on with the curve of an earlier part of the run. */
    synchronized void continueFrom(StepCurve earlier, List<EpochScore> earlierEpochs, int best) {
        steps.addFrom(earlier, 0);
        epochs.addAll(earlierEpochs);
        bestEpoch = best;
    }

    /** What is new. */
    Snapshot take() {
        pending.set(false);
        synchronized (this) {
            StepCurve taken = steps;
            steps = new StepCurve();
            return new Snapshot(
                    activity,
                    done,
                    total,
                    taken,
                    stepsInEpoch,
                    epoch,
                    imagesPerSecond,
                    List.copyOf(epochs),
                    bestEpoch,
                    worst,
                    List.copyOf(skipped),
                    validationImages,
                    memory);
        }
    }

    private void wake() {
        if (pending.compareAndSet(false, true)) {
            waker.run();
        }
    }

    @Override
    public <R> R during(Stage stage, Function<ProgressListener, R> work) {
        Activity now = switch (stage) {
            case SCAN -> Activity.SCANNING;
            case SPLIT -> Activity.SPLITTING;
            case LEAKS -> Activity.COUNTING_LEAKS;
            case TEST -> Activity.TESTING;
        };
        at(now, 0, 0);
        wake();
        return work.apply((progress, of) -> {
            at(now, progress, of);
            throttle.perhaps(this::wake);
        });
    }

    private synchronized void at(Activity now, long progress, long of) {
        activity = now;
        done = progress;
        total = of;
        memory = activity == Activity.TRAINING ? memory : ProcessMemory.bytes();
    }

    @Override
    public void split(Split split) {
        at(Activity.SPLITTING, 0, 0);
        wake();
    }

    @Override
    public void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Step step -> {
                add(step);
                throttle.perhaps(() -> {
                    measureMemory();
                    wake();
                });
            }
            case TrainingEvent.Reading reading -> {
                at(Activity.READING, reading.done(), reading.total());
                throttle.perhaps(this::wake);
            }
            default -> {
                change(event);
                wake();
            }
        }
    }

    private synchronized void add(TrainingEvent.Step step) {
        activity = Activity.TRAINING;
        done = step.step();
        total = step.steps();
        epoch = step.epoch();
        stepsInEpoch = step.steps();
        imagesPerSecond = step.imagesPerSecond();
        steps.add(step.epoch(), step.loss(), step.accuracy(), step.learningRate());
    }

    private synchronized void measureMemory() {
        memory = ProcessMemory.bytes();
    }

    private synchronized void change(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started started -> {
                activity = Activity.TRAINING;
                validationImages = started.validationImages();
                epoch = started.fromEpoch() + 1;
                done = 0;
                total = 0;
            }
            case TrainingEvent.Skipped skip ->
                skipped.add(skip.file() + ": "
                        + skip.reason()
                                .kind()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' '));
            case TrainingEvent.Worst tiles -> worst = tiles.tiles();
            case TrainingEvent.EpochDone epochDone -> {
                epochs.add(epochDone.score());
                bestEpoch = epochDone.best() ? epochDone.score().epoch() : bestEpoch;
            }
            case TrainingEvent.Step step -> {}
            case TrainingEvent.Reading reading -> {}
        }
    }
}
