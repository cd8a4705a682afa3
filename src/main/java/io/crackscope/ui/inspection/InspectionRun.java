package io.crackscope.ui.inspection;

import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.work.JobRunner;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** The work on the listed photos: which engine judges them, and how it is stopped and taken up again. UI executor only. */
final class InspectionRun {
    /** Hears, on the UI executor, how it goes. */
    interface Observer {
        /** Something about the run changed. */
        void changed();

        /** The model answered for {@code row}; {@code thresholds} parted its verdicts. */
        void judged(PhotoRow row, InspectionOutcome outcome, ModelStamp model, VerdictThresholds thresholds);
    }

    private final ObservableList<PhotoRow> rows;
    private final InspectionStatus status;
    private final Observer observer;
    private final InspectionQueue queue;
    private final ReadOnlyObjectWrapper<EngineState> engine = new ReadOnlyObjectWrapper<>(new EngineState.Opening());

    InspectionRun(
            JobRunner runner,
            EngineSource source,
            ObservableList<PhotoRow> rows,
            InspectionStatus status,
            Observer observer) {
        this.rows = rows;
        this.status = status;
        this.observer = observer;
        this.queue = new InspectionQueue(runner, source, rows, new Heard());
    }

    ReadOnlyObjectProperty<EngineState> engineProperty() {
        return engine.getReadOnlyProperty();
    }

    /** Opens the engine although no photo waits. */
    void prepare() {
        queue.prepare();
    }

    /** Lets another engine judge, also what was judged. */
    void use(EngineSource source) {
        engine.set(new EngineState.Opening());
        queue.use(source);
    }

    /** Goes on with what waits. */
    void pump() {
        queue.pump();
    }

    /** Inspects {@code some} of the photos once more. */
    void again(List<PhotoRow> some) {
        queue.again(some);
    }

    /** Inspects what was put aside or failed; opens a broken engine again. */
    void retry() {
        boolean isBroken = engine.get() instanceof EngineState.Broken;
        if (isBroken) {
            engine.set(new EngineState.Opening());
        }
        queue.again(rows.filtered(PhotoRow::isOpen));
        if (isBroken) {
            queue.prepare();
        }
    }

    /** Lets the photo in work finish and the rest wait, or goes on. */
    void pauseOrGoOn() {
        if (status.canPauseProperty().get()) {
            queue.pauseOrGoOn();
        }
    }

    /** Stops; what is judged stays. */
    void cancel() {
        queue.cancel();
    }

    /** Cancels and hears nothing more. */
    void close() {
        queue.close();
    }

    /** Counts and measures anew. */
    void refresh(boolean isSearching) {
        status.refresh(rows, engine.get(), queue, isSearching);
    }

    private final class Heard implements InspectionQueue.Observer {
        @Override
        public void engine(EngineState state) {
            engine.set(state);
            observer.changed();
        }

        @Override
        public void changed() {
            observer.changed();
        }

        @Override
        public void judged(PhotoRow row, InspectionOutcome outcome, ModelStamp model) {
            status.oneDone();
            if (engine.get() instanceof EngineState.Ready(var description, var stamp)) {
                observer.judged(row, outcome, model, description.thresholds());
            }
        }

        @Override
        public void failed(PhotoRow row) {
            status.oneDone();
        }
    }
}
