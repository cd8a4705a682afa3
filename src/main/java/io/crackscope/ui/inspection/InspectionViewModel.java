package io.crackscope.ui.inspection;

import io.crackscope.domain.ModelStamp;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.PhotoId;
import io.crackscope.ui.inspection.InspectionProgress.Phase;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private final PhotoList list = new PhotoList();
    private final ProjectDesk desk;
    private final ReviewViewModel review;
    private final InspectionQueue queue;
    private final PhotoIntake intake;
    private final ProgressMeter meter;
    private final JudgedPhotos judged;
    private final ReadOnlyObjectWrapper<InspectionProgress> progress =
            new ReadOnlyObjectWrapper<>(InspectionProgress.IDLE);
    private final ReadOnlyObjectWrapper<EngineState> engine = new ReadOnlyObjectWrapper<>(new EngineState.Opening());
    private final ReadOnlyObjectWrapper<Tally> tally = new ReadOnlyObjectWrapper<>(Tally.NONE);
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(new Notice.None());
    private final ReadOnlyObjectWrapper<ListQuery> query = new ReadOnlyObjectWrapper<>(ListQuery.ALL);
    private final ReadOnlyBooleanWrapper canCancel = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRetry = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRemove = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();

    private boolean closed;

    /**
     * @param runner searches folders on its IO lane, inspects on its inspection lane
     * @param source opens the engine when it is first needed
     * @param places where inspections are kept
     * @param nanoTime a clock such as {@link System#nanoTime()}
     */
    public InspectionViewModel(JobRunner runner, EngineSource source, ProjectPlaces places, LongSupplier nanoTime) {
        this.meter = new ProgressMeter(nanoTime);
        this.desk = new ProjectDesk(runner, places, list, this::rowsChanged);
        this.review = new ReviewViewModel(desk, list);
        this.intake = new PhotoIntake(runner, list, desk, new PhotoIntake.Observer() {
            @Override
            public void searching() {
                refresh();
            }

            @Override
            public void came(Notice said) {
                notice.set(said);
                rowsChanged();
            }
        });
        this.queue = new InspectionQueue(runner, source, list.rows(), new QueueObserver());
        this.judged = new JudgedPhotos(list.rows(), runner, source);
        list.selectedProperty().addListener((observable, before, now) -> canRemove.set(now != null));
        review.undoProperty().addListener(change -> refresh());
    }

    /** The inspection that is open. */
    public ProjectDesk desk() {
        return desk;
    }

    /** What a person says of the photos. */
    public ReviewViewModel review() {
        return review;
    }

    /** The photos in the order they were added. Read-only. */
    public ObservableList<PhotoRow> rows() {
        return list.rows();
    }

    /** Those of the photos that the query shows, in its order. Read-only. */
    public ObservableList<PhotoRow> shownRows() {
        return list.shown().rows();
    }

    /** Which photos are shown. */
    public ReadOnlyObjectProperty<ListQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    /** Shows the photos that {@code next} asks for; the selected photo is one of them if there is any. */
    public void query(ListQuery next) {
        list.query(next);
        query.set(next);
    }

    /** The inspected photos as the scorecard counts them. */
    public JudgedPhotos judgedPhotos() {
        return judged;
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

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Opens the engine now, so that the first photo need not wait and a missing model is known at once. */
    public void prepare() {
        queue.prepare();
    }

    /**
     * Adds photos and the photos in folders to the open inspection, or the one kept for them, and inspects them after
     * those already waiting. An inspection among them is opened.
     */
    public void inspect(List<Path> filesAndFolders) {
        if (closed || filesAndFolders.isEmpty()) {
            return;
        }
        Optional<Path> project = filesAndFolders.stream()
                .filter(InspectionProject::isNamedLikeOne)
                .findFirst();
        if (project.isPresent()) {
            open(project.get());
            return;
        }
        intake.take(filesAndFolders);
    }

    /** Opens the inspection in {@code file} instead of the one that is open. */
    public void open(Path file) {
        leave();
        desk.open(file);
    }

    /** Closes the open inspection; the desk is empty then. */
    public void startAfresh() {
        leave();
        desk.close();
    }

    private void leave() {
        list.selectedRow().ifPresent(review::commitNote);
        cancel();
        query(ListQuery.ALL);
        notice.set(new Notice.None());
    }

    /** Looks in {@code folder} for photos of the inspection that are not where they were. */
    public void findMissing(Path folder) {
        desk.changeAside(
                project -> project.relocate(folder, (done, total) -> {}, new Cancellation()),
                found -> notice.set(
                        new Notice.Found(found.found().size(), found.missing().size())));
    }

    /** Inspects the chosen photos once more, with the model that is in use now; earlier answers are kept. */
    public void inspectAgain() {
        review.rows().stream()
                .filter(row -> !(row.state() instanceof PhotoState.Inspecting))
                .forEach(row -> row.state(new PhotoState.Waiting()));
        queue.pump();
        refresh();
    }

    /** Stops; what is judged stays, the rest can be taken up again by {@link #retry()}. */
    public void cancel() {
        intake.cancel();
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

    /** Takes the chosen photos off the list. Their files are not touched. */
    public void removeSelected() {
        List<PhotoRow> chosen = review.rows();
        remove(chosen::contains);
    }

    /** Takes all photos off the list. Their files are not touched. */
    public void removeAll() {
        remove(row -> true);
    }

    /** Takes the last change back: a review, a note, photos added or removed. */
    public void undo() {
        notice.set(new Notice.None());
        if (desk.isOpen()) {
            review.undo();
        } else {
            undoRemove();
        }
    }

    private void undoRemove() {
        for (PhotoRow row : list.undoRemove()) {
            if (row.state() instanceof PhotoState.Inspecting) {
                row.state(new PhotoState.Waiting());
            }
        }
        rowsChanged();
    }

    private void rowsChanged() {
        if (!closed) {
            queue.pump();
            refresh();
        }
    }

    void say(Notice said) {
        notice.set(said);
    }

    public void dismissNotice() {
        notice.set(new Notice.None());
    }

    /** Cancels all work; results that still arrive are dropped. */
    @Override
    public void close() {
        list.selectedRow().ifPresent(review::commitNote);
        closed = true;
        intake.close();
        cancel();
        queue.close();
        desk.close();
    }

    private void remove(Predicate<PhotoRow> which) {
        List<PhotoId> saved = rows().stream()
                .filter(which)
                .map(PhotoRow::id)
                .filter(Objects::nonNull)
                .toList();
        int removed = saved.size() + list.remove(row -> row.id() == null && which.test(row));
        if (!saved.isEmpty()) {
            desk.change(project -> project.removePhotos(saved));
        }
        if (removed > 0) {
            notice.set(new Notice.Removed(removed));
            refresh();
        }
    }

    private void refresh() {
        Tally counted = Tally.of(rows());
        tally.set(counted);
        progress.set(meter.measure(rows(), engine.get(), queue.isStopping(), intake.isSearching()));
        canCancel.set(progress.get().isRunning() && progress.get().phase() != Phase.STOPPING);
        canRetry.set(engine.get() instanceof EngineState.Broken
                || rows().stream().anyMatch(row -> row.state().isOpen()));
        canUndo.set(desk.isOpen() ? review.undoProperty().get().isPresent() : list.canUndoRemove());
        judged.refresh();
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
        public void judged(PhotoRow row, InspectionOutcome outcome, ModelStamp model) {
            meter.oneDone();
            list.shown().judged(row);
            if (engine.get() instanceof EngineState.Ready(var description)) {
                desk.record(row, outcome, model, description.thresholds());
            }
        }

        @Override
        public void failed(PhotoRow row) {
            meter.oneDone();
        }
    }
}
