package io.crackscope.ui.inspection;

import io.crackscope.domain.Review;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.PhotoId;
import io.crackscope.project.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What a person says of the photos, and how it is taken back. Each keystroke of a note is saved; a note becomes part of the
 * review when it is left, or as soon as there is room on the disk again. UI executor only.
 */
public final class ReviewViewModel {
    private final ProjectDesk desk;
    private final PhotoList list;
    private final ReadOnlyBooleanWrapper canReview = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Step>> undo = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Step>> redo = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What was typed while an earlier keystroke is still being saved. */
    private final Map<PhotoId, String> drafts = new LinkedHashMap<>();

    /** Notes that could not be saved when they were left; the next change that can be saved takes them along. */
    private final Map<PhotoId, String> unsaved = new LinkedHashMap<>();

    private boolean saving;
    private final ReadOnlyObjectWrapper<List<PhotoRow>> chosen = new ReadOnlyObjectWrapper<>(List.of());

    ReviewViewModel(ProjectDesk desk, PhotoList list) {
        this.desk = desk;
        this.list = list;
        desk.stateProperty().addListener(change -> refresh());
        list.selectedProperty().addListener((observable, before, now) -> {
            if (before != null) {
                commitNote(before);
            }
            refresh();
        });
    }

    /** Whether the selected photo belongs to an inspection that is saved. */
    public ReadOnlyBooleanProperty canReviewProperty() {
        return canReview.getReadOnlyProperty();
    }

    /** What {@link #undo()} would take back. */
    public ReadOnlyObjectProperty<Optional<Step>> undoProperty() {
        return undo.getReadOnlyProperty();
    }

    /** What {@link #redo()} would do again. */
    public ReadOnlyObjectProperty<Optional<Step>> redoProperty() {
        return redo.getReadOnlyProperty();
    }

    /** Photos that decisions are for besides the selected one. */
    public void choose(List<PhotoRow> rows) {
        chosen.set(List.copyOf(rows));
    }

    ReadOnlyObjectProperty<List<PhotoRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Decides for the chosen photos and goes on to the next one. */
    public void decide(Review.Decision decision) {
        if (!canReview.get()) {
            return;
        }
        boolean one = ids().size() == 1;
        decide(Optional.of(decision));
        if (one) {
            list.selectBy(1);
        }
    }

    /** Takes the decision for the chosen photos back; notes stay. */
    public void takeBack() {
        if (canReview.get()) {
            decide(Optional.empty());
        }
    }

    private void decide(Optional<Review.Decision> decision) {
        List<PhotoId> photos = ids();
        commitNote();
        desk.change(project -> project.decide(photos, decision));
    }

    /** The saved ones of {@link #rows()}. */
    List<PhotoId> ids() {
        return rows().stream().map(PhotoRow::id).filter(Objects::nonNull).toList();
    }

    /** The chosen photos if the selected one is among them, else that one. */
    List<PhotoRow> rows() {
        PhotoRow selected = list.selectedProperty().get();
        return selected == null ? List.of() : chosen.get().contains(selected) ? chosen.get() : List.of(selected);
    }

    /** Keeps what is typed as the note of {@code row}; called for every keystroke. */
    public void typed(PhotoRow row, String text) {
        PhotoId id = row.id();
        if (id != null && !text.equals(row.note())) {
            row.typed(text);
            drafts.put(id, text);
            saveDrafts();
        }
    }

    private void saveDrafts() {
        if (saving || drafts.isEmpty()) {
            return;
        }
        Map<PhotoId, String> now = Map.copyOf(drafts);
        drafts.clear();
        saving = true;
        desk.save(project -> now.forEach(project::draftNote), () -> {
            saving = false;
            saveDrafts();
        });
    }

    /** Makes what was typed the note of the selected photo, and tries again to save what could not be. */
    public void commitNote() {
        saveLeftNotes();
        list.selectedRow().ifPresent(this::commitNote);
    }

    /** Makes what was typed the note of {@code row}: called when the note is left. */
    public void commitNote(PhotoRow row) {
        PhotoId id = row.id();
        String committed = row.reviewProperty().get().map(Review::note).orElse("");
        row.left();
        // what was deleted again is committed too: an earlier letter may be saved already
        if (id != null && (drafts.remove(id) != null || !row.note().equals(committed))) {
            commitNote(id, row.note());
        }
    }

    private void commitNote(PhotoId id, String text) {
        unsaved.remove(id);
        desk.change(
                project -> {
                    project.draftNote(id, text);
                    project.commitNote(id);
                },
                () -> unsaved.put(id, text));
    }

    private void saveLeftNotes() {
        Map<PhotoId, String> now = new LinkedHashMap<>(unsaved);
        unsaved.clear();
        now.forEach(this::commitNote);
    }

    /** Takes the last change back, even one of an earlier day. */
    public void undo() {
        step(undo.get(), InspectionProject::undo);
    }

    /** Does again what was taken back last. */
    public void redo() {
        step(redo.get(), InspectionProject::redo);
    }

    private void step(Optional<Step> step, Function<InspectionProject, Optional<Step>> way) {
        commitNote();
        if (step.isPresent()) {
            desk.changeAndTell(way, done -> done.ifPresent(this::select));
        }
    }

    private void select(Step step) {
        list.rows().stream()
                .filter(row -> row.id() != null && step.photos().contains(row.id()))
                .findFirst()
                .ifPresent(list::select);
    }

    private void refresh() {
        PhotoRow selected = list.selectedProperty().get();
        if (!desk.isOpen()) {
            drafts.clear();
            unsaved.clear();
            saving = false;
        }
        saveLeftNotes();
        canReview.set(desk.stateProperty().get().isWritable() && selected != null && selected.id() != null);
        undo.set(desk.stateProperty().get() instanceof DeskState.Open open ? open.undo() : Optional.empty());
        redo.set(desk.stateProperty().get() instanceof DeskState.Open open ? open.redo() : Optional.empty());
    }
}
