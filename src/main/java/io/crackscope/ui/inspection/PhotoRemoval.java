package io.crackscope.ui.inspection;

import io.crackscope.project.PhotoId;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Takes photos off the list and out of the inspection, and brings them back. Files are not touched. */
final class PhotoRemoval {
    private final PhotoList list;
    private final ProjectDesk desk;
    private final ReviewViewModel review;

    PhotoRemoval(PhotoList list, ProjectDesk desk, ReviewViewModel review) {
        this.list = list;
        this.desk = desk;
        this.review = review;
    }

    /** Takes photos away; tells how many. */
    int remove(Predicate<PhotoRow> which) {
        List<PhotoId> saved = list.rows().stream()
                .filter(which)
                .map(PhotoRow::id)
                .filter(Objects::nonNull)
                .toList();
        int unsaved = list.remove(row -> row.id() == null && which.test(row));
        if (!saved.isEmpty()) {
            desk.change(project -> project.removePhotos(saved));
        }
        return saved.size() + unsaved;
    }

    boolean canUndo() {
        return desk.isOpen() ? review.undoProperty().get().isPresent() : list.canUndoRemove();
    }

    /** Takes the last change back, of whatever kind; without a saved inspection the last removal. */
    void undo() {
        if (desk.isOpen()) {
            review.undo();
            return;
        }
        for (PhotoRow row : list.undoRemove()) {
            if (row.state() instanceof PhotoState.Inspecting) {
                row.state(new PhotoState.Waiting());
            }
        }
    }
}
