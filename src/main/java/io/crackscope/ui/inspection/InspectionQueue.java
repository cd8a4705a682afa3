package io.crackscope.ui.inspection;

import io.crackscope.domain.ModelStamp;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Inspects the waiting rows of a list, a small batch at a time, until none waits. Batches are small so that photos
 * removed meanwhile cost little, and larger than one so that the engine can decode ahead. One bad photo never stops the
 * others; an engine that breaks three times in a row does. UI executor only, except for what its jobs do.
 */
final class InspectionQueue {
    private static final int BATCH = 16;
    private static final int FAILURES_THAT_STOP = 3;

    /** Hears what happens to the queue, on the UI executor. */
    interface Observer {
        /** The engine is open or broken. */
        void engine(EngineState state);

        /** A row changed its state, a batch began or ended. */
        void changed();

        /** A row got its outcome from the engine. */
        void judged(PhotoRow row, InspectionOutcome outcome, ModelStamp model);

        /** The engine broke on a row. */
        void failed(PhotoRow row);
    }

    /** What a batch publishes. */
    private sealed interface Part {
        record Opened(InspectionEngine engine) implements Part {}

        record Judged(InspectionOutcome outcome, InspectionEngine by) implements Part {}
    }

    private final JobRunner runner;
    private final LaneEngine engine;
    private final List<PhotoRow> rows;
    private final Observer observer;
    private @Nullable Batch current;
    private int failuresInARow;
    private boolean renewing;

    /** Also read by the job, between photos. */
    private volatile boolean paused;

    InspectionQueue(JobRunner runner, EngineSource source, List<PhotoRow> rows, Observer observer) {
        this.runner = runner;
        this.engine = new LaneEngine(source);
        this.rows = rows;
        this.observer = observer;
    }

    boolean isStopping() {
        return current != null && current.cancellation != null && current.cancellation.isCancelled();
    }

    boolean isPaused() {
        return paused;
    }

    /** Whether a photo is in work, or the engine is being opened. */
    boolean isBusy() {
        return current != null;
    }

    /** Lets the photo in work finish and the rest wait, until it is called again or nothing waits any more. */
    void pauseOrGoOn() {
        paused = !paused;
        pump();
        observer.changed();
    }

    /** Opens the engine although no photo waits, so that the first photo need not wait for it. */
    void prepare() {
        if (current == null) {
            start(List.of());
        }
    }

    /** Judges with another engine from now on, and again what was judged; a verdict stays until the new one is there. */
    void use(EngineSource other) {
        engine.use(other);
        rows.stream().filter(row -> row.state() instanceof PhotoState.Inspected).forEach(PhotoRow::awaitTurn);
        if (current == null) {
            pump();
            prepare();
        } else {
            renewing = true;
            if (current.cancellation != null) {
                current.cancellation.cancel();
            }
        }
    }

    /** Goes on with the waiting rows unless it is paused or a batch is at work, which goes on by itself. */
    void pump() {
        if (current != null) {
            return;
        }
        List<PhotoRow> waiting =
                rows.stream().filter(PhotoRow::isWaiting).limit(BATCH).toList();
        if (waiting.isEmpty()) {
            paused = false;
        } else if (!paused) {
            start(waiting);
        }
    }

    /** Inspects {@code some} of the rows, whatever is known of them, after those that wait already. */
    void again(List<PhotoRow> some) {
        List.copyOf(some).forEach(PhotoRow::awaitTurn);
        pump();
        observer.changed();
    }

    /** Lets go of all that waits; the photo in work stops at its next safe point. What is judged stays. */
    void cancel() {
        if (current != null && current.cancellation != null) {
            current.cancellation.cancel();
        }
        rows.forEach(PhotoRow::putAside);
        paused = false;
        if (renewing || current != null && current.endedByPause) {
            putAsideInWork();
        }
        observer.changed();
    }

    /** Cancels and hears nothing more. */
    void close() {
        cancel();
        current = null;
    }

    private void start(List<PhotoRow> waiting) {
        Batch batch = new Batch(waiting);
        current = batch;
        List<Path> files = List.copyOf(batch.byFile.keySet());
        batch.markNext();
        Cancellation flag = runner.start(
                JobRunner.Lane.INSPECTION,
                (publish, cancellation) -> {
                    InspectionEngine opened = engine.open();
                    publish.accept(new Part.Opened(opened));
                    if (!files.isEmpty()) {
                        batch.endIfPaused(cancellation);
                        opened.inspector()
                                .inspectAll(
                                        files,
                                        outcome -> {
                                            publish.accept(new Part.Judged(outcome, opened));
                                            batch.endIfPaused(cancellation);
                                        },
                                        cancellation);
                    }
                    return files.size();
                },
                batch);
        batch.cancellation = flag;
        observer.changed();
    }

    private void putAsideInWork() {
        rows.stream()
                .filter(row -> row.state() instanceof PhotoState.Inspecting)
                .forEach(row -> row.state(new PhotoState.Unfinished()));
    }

    /** A few rows at work. A batch that is no longer current is not listened to. */
    private final class Batch implements JobRunner.Listener<Part, Integer> {
        private final SequencedMap<Path, PhotoRow> byFile = new LinkedHashMap<>();
        private boolean opened;
        private volatile boolean endedByPause;
        private @Nullable Cancellation cancellation;

        Batch(List<PhotoRow> waiting) {
            waiting.forEach(row -> byFile.put(row.file(), row));
        }

        /** On the inspection lane, between photos. */
        private void endIfPaused(Cancellation flag) {
            if (paused) {
                endedByPause = true;
                flag.cancel();
            }
        }

        /** The engine judges in order, so the first row without an outcome is the one in work. */
        private @Nullable PhotoRow inWork() {
            return byFile.isEmpty() ? null : byFile.firstEntry().getValue();
        }

        private void markNext() {
            PhotoRow next = inWork();
            if (next != null && next.state() instanceof PhotoState.Waiting) {
                next.state(new PhotoState.Inspecting());
            }
        }

        @Override
        public void part(Part part) {
            if (current != this || renewing) {
                // nothing is heard any more of an engine that another took the place of
                return;
            }
            switch (part) {
                case Part.Opened(InspectionEngine by) -> {
                    opened = true;
                    observer.engine(new EngineState.Ready(by.model(), by.stamp()));
                }
                case Part.Judged(InspectionOutcome outcome, InspectionEngine by) -> judged(outcome, by);
            }
        }

        private void judged(InspectionOutcome outcome, InspectionEngine by) {
            failuresInARow = 0;
            PhotoRow row = byFile.remove(outcome.file());
            if (row != null) {
                row.judgedBy(by.stamp(), Optional.of(by.model().thresholds()));
                row.state(
                        switch (outcome) {
                            case InspectionOutcome.Inspected inspected -> new PhotoState.Inspected(inspected);
                            case InspectionOutcome.Refused refused -> new PhotoState.Refused(refused.refusal());
                        });
                observer.judged(row, outcome, by.stamp());
            }
            markNext();
            observer.changed();
        }

        @Override
        public void done(Integer count) {
            if (current == this) {
                next();
            }
        }

        @Override
        public void failed(Throwable failure) {
            if (current != this) {
                return;
            }
            if (renewing) {
                next();
                return;
            }
            failuresInARow++;
            boolean ofThePhoto = opened && failure instanceof Exception && inWork() != null;
            if (ofThePhoto && failuresInARow < FAILURES_THAT_STOP) {
                PhotoRow row = byFile.pollFirstEntry().getValue();
                row.state(new PhotoState.Failed(LaneEngine.logged(failure)));
                observer.failed(row);
                next();
                return;
            }
            failuresInARow = 0;
            current = null;
            putAsideInWork();
            rows.forEach(PhotoRow::putAside);
            observer.engine(new EngineState.Broken(LaneEngine.logged(failure)));
        }

        @Override
        public void cancelled() {
            if (current == this) {
                if (!renewing && !endedByPause) {
                    putAsideInWork();
                }
                next();
            }
        }

        /** Photos may have been added while this batch was at work. */
        private void next() {
            current = null;
            byFile.values().stream()
                    .filter(row -> row.state() instanceof PhotoState.Inspecting)
                    .forEach(row -> row.state(new PhotoState.Waiting()));
            boolean isRenewed = renewing;
            renewing = false;
            pump();
            if (isRenewed) {
                prepare();
            }
            observer.changed();
        }
    }
}
