package io.crackscope.ui.inspection;

import io.crackscope.ui.inspection.InspectionProgress.Phase;
import java.time.Duration;
import java.util.Collection;
import java.util.function.LongSupplier;

/** Measures how far the inspection of the waiting photos is and how fast it goes. */
final class ProgressMeter {
    private final LongSupplier nanoTime;
    private int done;
    private long begun = -1;

    ProgressMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A photo is through. */
    void oneDone() {
        done++;
    }

    InspectionProgress measure(Collection<PhotoRow> rows, EngineState engine, boolean isStopping, boolean isSearching) {
        long ahead = rows.stream()
                .filter(row ->
                        row.state() instanceof PhotoState.Waiting || row.state() instanceof PhotoState.Inspecting)
                .count();
        if (ahead == 0) {
            done = 0;
            begun = -1;
            return isSearching ? new InspectionProgress(Phase.SEARCHING, 0, 0, 0, null) : InspectionProgress.IDLE;
        }
        if (!(engine instanceof EngineState.Ready)) {
            return new InspectionProgress(Phase.OPENING, done, Math.toIntExact(done + ahead), 0, null);
        }
        if (begun < 0) {
            begun = nanoTime.getAsLong();
        }
        double seconds = (nanoTime.getAsLong() - begun) / 1e9;
        double rate = done == 0 || seconds <= 0 ? 0 : done / seconds;
        Duration left = done < 2 || rate == 0 ? null : Duration.ofMillis(Math.round(1000 * ahead / rate));
        Phase phase = isStopping ? Phase.STOPPING : Phase.INSPECTING;
        return new InspectionProgress(phase, done, Math.toIntExact(done + ahead), rate, left);
    }
}
