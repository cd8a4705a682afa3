package io.crackscope.ui.dataset;

import io.crackscope.dataset.DatasetException;
import io.crackscope.dataset.Edit;
import io.crackscope.dataset.EditKeeper;
import io.crackscope.dataset.EditStep;
import io.crackscope.dataset.Finding;
import io.crackscope.dataset.ImageSet;
import io.crackscope.dataset.Part;
import io.crackscope.dataset.SetFiles;
import io.crackscope.dataset.SplitPlan;
import io.crackscope.domain.Label;
import io.crackscope.work.JobRunner;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is decided about the selected images, each gesture one step, and keeps it in the data set's file behind the
 * scenes.
 */
public final class EditModel {
    private final JobRunner runner;
    private final Clock clock;
    private final ImageSelection selection;
    private final Consumer<SetNotice> say;
    private final ReadOnlyBooleanWrapper canEdit = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();

    private @Nullable ImageSet set;
    private @Nullable EditKeeper keeper;

    EditModel(JobRunner runner, Clock clock, ImageSelection selection, Consumer<SetNotice> say) {
        this.runner = runner;
        this.clock = clock;
        this.selection = selection;
        this.say = say;
        selection.countProperty().addListener(change -> refresh());
    }

    /** Whether images are selected. */
    public ReadOnlyBooleanProperty canEditProperty() {
        return canEdit.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Changes with every change of what is decided about images. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** How the parts of now were made. */
    String splitKind() {
        return Objects.requireNonNull(set, "no data set is open").splitKind();
    }

    /** Works on another data set; null for none. What waits to be kept of the last one is kept first. */
    void workOn(@Nullable ImageSet other, @Nullable EditKeeper itsKeeper) {
        close();
        set = other;
        keeper = itsKeeper;
        refresh();
    }

    /** Says what the selected images show. */
    public void label(Label label) {
        edit(new Edit.Relabel(label));
    }

    /** Leaves the selected images out; takes them in again if all of them are out. */
    public void toggleExcluded() {
        ImageSet now = set;
        if (now != null) {
            boolean areOut = Arrays.stream(selection.images())
                    .allMatch(number -> now.table().state(number).excluded());
            edit(new Edit.Exclude(!areOut));
        }
    }

    /** Leaves out all copies that a check found but the first of each, as one step. */
    public void excludeSpare(Finding finding) {
        int[] spare = finding.clusters().stream()
                .flatMapToInt(cluster -> Arrays.stream(cluster).skip(1))
                .toArray();
        edit(new Edit.Exclude(true), spare);
    }

    /** Puts the selected images into a part of the split, or into none. */
    public void assign(Optional<Part> part) {
        edit(new Edit.Assign(part));
    }

    private void edit(Edit edit) {
        edit(edit, selection.images());
    }

    /** Does {@code edit} to {@code images}. */
    void edit(Edit edit, int[] images) {
        if (set != null) {
            set.edit(edit, images, clock).ifPresent(this::done);
        }
    }

    /** Puts every image into the part that {@code parts}, made by {@code kind}, tells. */
    void split(SplitPlan.Kind kind, @Nullable Part[] parts) {
        if (set != null) {
            set.split(kind, parts, clock).ifPresent(this::done);
        }
    }

    private void done(EditStep step) {
        EditKeeper to = keeper;
        if (to != null && set != null) {
            to.done(set, step);
            keep(to);
            SetFiles.Place place = to.place();
            say.accept(new SetNotice.Done(step, place.file(), place.beside()));
        }
        changed();
    }

    public void undo() {
        if (set != null && keeper != null) {
            EditKeeper to = keeper;
            set.undo().ifPresent(step -> {
                to.undone(step, true);
                keep(to);
                say.accept(new SetNotice.Undone(step));
                changed();
            });
        }
    }

    public void redo() {
        if (set != null && keeper != null) {
            EditKeeper to = keeper;
            set.redo().ifPresent(step -> {
                to.undone(step, false);
                keep(to);
                say.accept(new SetNotice.Redone(step));
                changed();
            });
        }
    }

    /** Tries again to keep what could not be kept. */
    public void keepAgain() {
        if (keeper != null) {
            say.accept(new SetNotice.None());
            keep(keeper);
        }
    }

    private void keep(EditKeeper to) {
        runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, Boolean>) (publish, cancellation) -> {
                    to.keep();
                    return true;
                },
                new JobRunner.Listener<Void, Boolean>() {
                    @Override
                    public void done(Boolean kept) {}

                    @Override
                    public void failed(Throwable failure) {
                        say.accept(new SetNotice.NotKept(failure));
                    }
                });
    }

    private void changed() {
        refresh();
        revision.set(revision.get() + 1);
    }

    private void refresh() {
        canEdit.set(set != null && selection.countProperty().get() > 0);
        canUndo.set(set != null && set.undoable().isPresent());
        canRedo.set(set != null && set.redoable().isPresent());
    }

    /** Keeps what still waits, on the calling thread: nothing that was done is lost by closing. */
    void close() {
        if (keeper != null) {
            try {
                keeper.close();
            } catch (DatasetException e) {
                say.accept(new SetNotice.NotKept(e));
            }
        }
        keeper = null;
        set = null;
    }
}
