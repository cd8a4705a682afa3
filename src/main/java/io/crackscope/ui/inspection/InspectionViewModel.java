package io.crackscope.ui.inspection;

import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.project.InspectionProject;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.List;
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
    private final InspectionRun run;
    private final PhotoIntake intake;
    private final InspectionStatus status;
    private final PhotoRemoval removal;
    private final JudgedPhotos judged;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(new Notice.None());
    private final ReadOnlyBooleanWrapper canRemove = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private boolean closed;

    /**
     * @param runner searches folders on its IO lane, inspects on its inspection lane
     * @param source opens the engine when it is first needed
     * @param nanoTime a clock such as {@link System#nanoTime()}
     */
    public InspectionViewModel(JobRunner runner, EngineSource source, ProjectPlaces places, LongSupplier nanoTime) {
        this.status = new InspectionStatus(nanoTime);
        this.desk = new ProjectDesk(runner, places, list, this::rowsChanged);
        this.review = new ReviewViewModel(desk, list);
        this.removal = new PhotoRemoval(list, desk, review);
        this.intake = new PhotoIntake(runner, list, desk, new Observer());
        this.run = new InspectionRun(runner, source, list.rows(), status, new Observer());
        this.judged = new JudgedPhotos(list.rows(), runner, source, run.engineProperty());
        list.selectedProperty().addListener((observable, before, now) -> canRemove.set(now != null));
        review.undoProperty().addListener(change -> refresh());
    }

    public ProjectDesk desk() {
        return desk;
    }

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

    /** The photo that a person who looks at {@code row} is likely to look at next. */
    Optional<PhotoRow> after(PhotoRow row) {
        return list.shown().after(row);
    }

    public ReadOnlyObjectProperty<ListQuery> queryProperty() {
        return list.queryProperty();
    }

    /** Shows the photos that {@code next} asks for; the selected photo is one of them if there is any. */
    public void query(ListQuery next) {
        list.query(next);
    }

    public JudgedPhotos judgedPhotos() {
        return judged;
    }

    /** The selected photo; null only when the list is empty. */
    public ReadOnlyObjectProperty<@Nullable PhotoRow> selectedProperty() {
        return list.selectedProperty();
    }

    public ReadOnlyObjectProperty<InspectionProgress> progressProperty() {
        return status.progressProperty();
    }

    public ReadOnlyObjectProperty<EngineState> engineProperty() {
        return run.engineProperty();
    }

    public ReadOnlyObjectProperty<Tally> tallyProperty() {
        return status.tallyProperty();
    }

    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canCancelProperty() {
        return status.canCancelProperty();
    }

    public ReadOnlyBooleanProperty canPauseProperty() {
        return status.canPauseProperty();
    }

    /** Whether photos are left that were put aside, or the engine is broken. */
    public ReadOnlyBooleanProperty canRetryProperty() {
        return status.canRetryProperty();
    }

    public ReadOnlyBooleanProperty canRemoveProperty() {
        return canRemove.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Opens the engine now, so that the first photo need not wait and a missing model is known at once. */
    public void prepare() {
        run.prepare();
    }

    /** Lets another engine judge, also what was judged. */
    public void use(EngineSource source) {
        run.use(source);
        judged.use(source);
    }

    /**
     * Adds photos and the photos in folders to the open inspection, or the one kept for them, and inspects them after
     * those already waiting. An inspection among them is opened.
     */
    public void inspect(List<Path> filesAndFolders) {
        if (closed || filesAndFolders.isEmpty()) {
            return;
        }
        filesAndFolders.stream()
                .filter(InspectionProject::isNamedLikeOne)
                .findFirst()
                .ifPresentOrElse(this::open, () -> intake.take(filesAndFolders));
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
        intake.cancel();
        putAway();
    }

    private void putAway() {
        review.commitNote();
        run.cancel();
        query(ListQuery.ALL);
        dismissNotice();
    }

    /** Looks in {@code folder} for photos of the inspection that are not where they were. */
    public void findMissing(Path folder) {
        desk.findMissing(folder, found -> say(Notice.Found.of(found)));
    }

    /** Inspects the chosen photos once more, with the model that is in use now; earlier answers are kept. */
    public void inspectAgain() {
        run.again(review.rows());
    }

    /** Lets the photo in work finish and the rest wait; once more, and it goes on. */
    public void pauseOrGoOn() {
        run.pauseOrGoOn();
    }

    /** Stops; what is judged stays, the rest can be taken up again by {@link #retry()}. */
    public void cancel() {
        intake.cancel();
        run.cancel();
    }

    /** Inspects what was put aside or failed; opens a broken engine again. */
    public void retry() {
        run.retry();
    }

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
        remove(review.rows()::contains);
    }

    public void removeAll() {
        remove(row -> true);
    }

    /** Takes the last change back: a review, a note, photos added or removed. */
    public void undo() {
        dismissNotice();
        removal.undo();
        rowsChanged();
    }

    private void rowsChanged() {
        if (!closed) {
            intake.listWaiting();
            run.pump();
            refresh();
        }
    }

    void say(Notice said) {
        notice.set(said);
    }

    public void dismissNotice() {
        say(new Notice.None());
    }

    /** Cancels all work; results that still arrive are dropped. */
    @Override
    public void close() {
        review.commitNote();
        closed = true;
        cancel();
        run.close();
        desk.close();
    }

    private void remove(Predicate<PhotoRow> which) {
        int removed = removal.remove(which);
        if (removed > 0) {
            notice.set(new Notice.Removed(removed));
            refresh();
        }
    }

    private void refresh() {
        run.refresh(intake.isSearching());
        canUndo.set(removal.canUndo());
        judged.refresh();
    }

    private final class Observer implements InspectionRun.Observer, PhotoIntake.Observer {
        @Override
        public void came(Notice said) {
            say(said);
            rowsChanged();
        }

        @Override
        public void trialEnds() {
            putAway();
            desk.close();
        }

        @Override
        public void changed() {
            refresh();
        }

        @Override
        public void judged(PhotoRow row, InspectionOutcome outcome, ModelStamp model, VerdictThresholds thresholds) {
            list.shown().judged(row);
            desk.record(row, outcome, model, thresholds);
        }
    }
}
