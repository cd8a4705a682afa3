package io.crackscope.ui.inspection;

import io.crackscope.ui.inspection.InspectionProgress.Phase;
import java.time.Duration;
import java.util.Collection;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How far the inspection of the listed photos is, how fast it goes, what it came to so far, and what can be done. */
final class InspectionStatus {
    private final LongSupplier nanoTime;
    private final ReadOnlyObjectWrapper<InspectionProgress> progress =
            new ReadOnlyObjectWrapper<>(InspectionProgress.IDLE);
    private final ReadOnlyObjectWrapper<Tally> tally = new ReadOnlyObjectWrapper<>(Tally.NONE);
    private final ReadOnlyBooleanWrapper canCancel = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRetry = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canPause = new ReadOnlyBooleanWrapper();
    private int done;
    private long begun = -1;
    private long pausedAt = -1;

    InspectionStatus(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    ReadOnlyObjectProperty<InspectionProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Tally> tallyProperty() {
        return tally.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canCancelProperty() {
        return canCancel.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRetryProperty() {
        return canRetry.getReadOnlyProperty();
    }

    /** Whether there is something to pause or to go on with. */
    ReadOnlyBooleanProperty canPauseProperty() {
        return canPause.getReadOnlyProperty();
    }

    /** Counts and measures anew. */
    void refresh(Collection<PhotoRow> rows, EngineState engine, InspectionQueue queue, boolean isSearching) {
        tally.set(Tally.of(rows));
        progress.set(measure(rows, engine, queue, isSearching));
        canPause.set(
                switch (progress.get().phase()) {
                    case OPENING, INSPECTING, PAUSING, PAUSED -> true;
                    case IDLE, SEARCHING, STOPPING -> false;
                });
        canCancel.set(progress.get().isRunning() && progress.get().phase() != Phase.STOPPING);
        canRetry.set(engine instanceof EngineState.Broken || rows.stream().anyMatch(PhotoRow::isOpen));
    }

    /** A photo is through. */
    void oneDone() {
        done++;
    }

    private InspectionProgress measure(
            Collection<PhotoRow> rows, EngineState engine, InspectionQueue queue, boolean isSearching) {
        long ahead = rows.stream()
                .filter(row -> row.isWaiting() || row.state() instanceof PhotoState.Inspecting)
                .count();
        if (ahead == 0) {
            done = 0;
            begun = -1;
            pausedAt = -1;
            return isSearching ? new InspectionProgress(Phase.SEARCHING, 0, 0, 0, null) : InspectionProgress.IDLE;
        }
        int total = Math.toIntExact(done + ahead);
        boolean isReady = engine instanceof EngineState.Ready;
        if (isReady && begun < 0) {
            begun = nanoTime.getAsLong();
        }
        if (queue.isPaused()) {
            if (!queue.isBusy() && pausedAt < 0) {
                pausedAt = nanoTime.getAsLong();
            }
            return new InspectionProgress(queue.isBusy() ? Phase.PAUSING : Phase.PAUSED, done, total, 0, null);
        }
        if (!isReady) {
            return new InspectionProgress(Phase.OPENING, done, total, 0, null);
        }
        if (pausedAt >= 0) {
            begun += nanoTime.getAsLong() - pausedAt;
            pausedAt = -1;
        }
        double seconds = (nanoTime.getAsLong() - begun) / 1e9;
        double rate = done == 0 || seconds <= 0 ? 0 : done / seconds;
        Duration left = done < 2 || rate == 0 ? null : Duration.ofMillis(Math.round(1000 * ahead / rate));
        Phase phase = queue.isStopping() ? Phase.STOPPING : Phase.INSPECTING;
        return new InspectionProgress(phase, done, total, rate, left);
    }
}
