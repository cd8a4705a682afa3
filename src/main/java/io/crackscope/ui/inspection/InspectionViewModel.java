package io.crackscope.ui.inspection;

import io.crackscope.ui.inspection.InspectionProgress.Phase;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The Inspect tab without its looks: photos are added, inspected one after another in the order of the list, selected
 * and removed. All methods are for the executor that the runner delivers on.
 */
public final class InspectionViewModel implements AutoCloseable {
    private final JobRunner runner;
    private final LongSupplier nanoTime;
    private final PhotoList list = new PhotoList();
    private final InspectionQueue queue;
    private final ReadOnlyObjectWrapper<InspectionProgress> progress =
            new ReadOnlyObjectWrapper<>(InspectionProgress.IDLE);
    private final ReadOnlyObjectWrapper<EngineState> engine = new ReadOnlyObjectWrapper<>(new EngineState.Opening());
    private final ReadOnlyObjectWrapper<Tally> tally = new ReadOnlyObjectWrapper<>(Tally.NONE);
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(new Notice.None());
    private final ReadOnlyBooleanWrapper canCancel = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRetry = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRemove = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canUndoRemove = new ReadOnlyBooleanWrapper();

    private @Nullable Cancellation search;
    private int searches;
    private int done;
    private long begun = -1;
    private boolean closed;

    /**
     * @param runner searches folders on its IO lane, inspects on its inspection lane
     * @param source opens the engine when it is first needed
     * @param nanoTime a clock such as {@link System#nanoTime()}
     */
    public InspectionViewModel(JobRunner runner, EngineSource source, LongSupplier nanoTime) {
        this.runner = runner;
        this.nanoTime = nanoTime;
        this.queue = new InspectionQueue(runner, source, list.rows(), new QueueObserver());
        list.selectedProperty().addListener((observable, before, now) -> canRemove.set(now != null));
    }

    /** The photos in the order they were added. Read-only. */
    public ObservableList<PhotoRow> rows() {
        return list.rows();
    }

    /** The selected photo; null only when the list is empty. */
    public ReadOnlyObjectProperty<@Nullable PhotoRow> selectedProperty() {
        return list.selectedProperty();
    }

    public ReadOnlyObjectProperty<InspectionProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<EngineState> engineProperty() {
        return engine.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tally> tallyProperty() {
        return tally.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canCancelProperty() {
        return canCancel.getReadOnlyProperty();
    }

    /** Whether photos are left that were put aside, or the engine is broken. */
    public ReadOnlyBooleanProperty canRetryProperty() {
        return canRetry.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRemoveProperty() {
        return canRemove.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoRemoveProperty() {
        return canUndoRemove.getReadOnlyProperty();
    }

    /** Opens the engine now, so that the first photo need not wait and a missing model is known at once. */
    public void prepare() {
        queue.prepare();
    }

    /** Lets another engine judge from now on, and again what was judged. */
    public void use(EngineSource source) {
        engine.set(new EngineState.Opening());
        queue.use(source);
        refresh();
    }

    /** Adds photos and the photos in folders, and inspects them after those already waiting. */
    public void inspect(List<Path> filesAndFolders) {
        if (closed || filesAndFolders.isEmpty()) {
            return;
        }
        searches++;
        search = runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, DroppedPhotos.Sorted>)
                        (publish, cancellation) -> DroppedPhotos.sort(filesAndFolders, cancellation),
                new SearchListener());
        refresh();
    }

    /** Stops; what is judged stays, the rest can be taken up again by {@link #retry()}. */
    public void cancel() {
        if (search != null) {
            search.cancel();
        }
        queue.cancel();
    }

    /** Inspects what was put aside or failed; opens a broken engine again. */
    public void retry() {
        rows().stream().filter(row -> row.state().isOpen()).forEach(row -> row.state(new PhotoState.Waiting()));
        if (engine.get() instanceof EngineState.Broken) {
            engine.set(new EngineState.Opening());
            queue.pump();
            queue.prepare();
        } else {
            queue.pump();
        }
        refresh();
    }

    /** Selects {@code row} of the list. */
    public void select(PhotoRow row) {
        list.select(row);
    }

    public void selectNext() {
        list.selectBy(1);
    }

    public void selectPrevious() {
        list.selectBy(-1);
    }

    /** Takes the selected photo off the list. Its file is not touched. */
    public void removeSelected() {
        PhotoRow selected = list.selectedProperty().get();
        remove(row -> row == selected);
    }

    /** Takes all photos off the list. Their files are not touched. */
    public void removeAll() {
        remove(row -> true);
    }

    /** Brings back the photos removed last, with their verdicts. */
    public void undoRemove() {
        for (PhotoRow row : list.undoRemove()) {
            if (row.state() instanceof PhotoState.Inspecting) {
                row.state(new PhotoState.Waiting());
            }
        }
        notice.set(new Notice.None());
        queue.pump();
        refresh();
    }

    public void dismissNotice() {
        notice.set(new Notice.None());
    }

    /** Cancels all work; results that still arrive are dropped. */
    @Override
    public void close() {
        closed = true;
        cancel();
        queue.close();
    }

    private void remove(Predicate<PhotoRow> which) {
        int removed = list.remove(which);
        if (removed > 0) {
            notice.set(new Notice.Removed(removed));
            refresh();
        }
    }

    private void refresh() {
        Tally counted = Tally.of(rows());
        tally.set(counted);
        progress.set(measure());
        canCancel.set(progress.get().isRunning() && progress.get().phase() != Phase.STOPPING);
        canRetry.set(engine.get() instanceof EngineState.Broken
                || rows().stream().anyMatch(row -> row.state().isOpen()));
        canUndoRemove.set(list.canUndoRemove());
    }

    private InspectionProgress measure() {
        long ahead = rows().stream()
                .filter(row ->
                        row.state() instanceof PhotoState.Waiting || row.state() instanceof PhotoState.Inspecting)
                .count();
        if (ahead == 0) {
            done = 0;
            begun = -1;
            return searches > 0 ? new InspectionProgress(Phase.SEARCHING, 0, 0, 0, null) : InspectionProgress.IDLE;
        }
        if (!(engine.get() instanceof EngineState.Ready)) {
            return new InspectionProgress(Phase.OPENING, done, Math.toIntExact(done + ahead), 0, null);
        }
        if (begun < 0) {
            begun = nanoTime.getAsLong();
        }
        double seconds = (nanoTime.getAsLong() - begun) / 1e9;
        double rate = done == 0 || seconds <= 0 ? 0 : done / seconds;
        Duration left = done < 2 || rate == 0 ? null : Duration.ofMillis(Math.round(1000 * ahead / rate));
        Phase phase = queue.isStopping() ? Phase.STOPPING : Phase.INSPECTING;
        return new InspectionProgress(phase, done, Math.toIntExact(done + ahead), rate, left);
    }

    private final class SearchListener implements JobRunner.Listener<Void, DroppedPhotos.Sorted> {
        @Override
        public void done(DroppedPhotos.Sorted sorted) {
            searches--;
            if (closed) {
                return;
            }
            int fresh = list.add(sorted.photos());
            if (fresh == 0 && !sorted.photos().isEmpty()) {
                notice.set(new Notice.AlreadyListed(sorted.photos().size()));
            } else if (!sorted.emptyFolders().isEmpty()) {
                notice.set(new Notice.NoPhotosIn(sorted.emptyFolders().getFirst()));
            } else {
                notice.set(new Notice.None());
            }
            queue.pump();
            refresh();
        }

        @Override
        public void failed(Throwable failure) {
            searches--;
            refresh();
            throw new IllegalStateException("searching for photos failed", failure);
        }

        @Override
        public void cancelled() {
            searches--;
            if (!closed) {
                refresh();
            }
        }
    }

    private final class QueueObserver implements InspectionQueue.Observer {
        @Override
        public void engine(EngineState state) {
            if (!Objects.equals(engine.get(), state)) {
                engine.set(state);
            }
            refresh();
        }

        @Override
        public void changed() {
            refresh();
        }

        @Override
        public void judged() {
            done++;
        }
    }
}
