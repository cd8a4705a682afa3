package io.crackscope.ui.inspection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The listed photos in the order they were added, and which one is selected. A file is listed once, whatever way leads
 * to it. What was removed last can be brought back to its place.
 */
final class PhotoList {
    private record Removed(int index, PhotoRow row) {}

    private final ObservableList<PhotoRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PhotoRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<@Nullable PhotoRow> selected = new ReadOnlyObjectWrapper<>();
    private final Set<java.nio.file.Path> identities = new HashSet<>();
    private List<Removed> removed = List.of();

    ObservableList<PhotoRow> rows() {
        return readOnlyRows;
    }

    ReadOnlyObjectProperty<@Nullable PhotoRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Adds those that are not listed yet and selects the first photo if none was selected; tells how many were new. */
    int add(List<DroppedPhotos.Photo> photos) {
        List<PhotoRow> fresh = new ArrayList<>();
        for (DroppedPhotos.Photo photo : photos) {
            if (identities.add(photo.identity())) {
                PhotoState state =
                        photo.refusal() == null ? new PhotoState.Waiting() : new PhotoState.Refused(photo.refusal());
                fresh.add(new PhotoRow(photo.file(), photo.identity(), state));
            }
        }
        rows.addAll(fresh);
        if (selected.get() == null && !rows.isEmpty()) {
            selected.set(rows.getFirst());
        }
        return fresh.size();
    }

    void select(@Nullable PhotoRow row) {
        if (row == null || rows.contains(row)) {
            selected.set(row);
        }
    }

    /** Selects the photo {@code step} places further down, if there is one. */
    void selectBy(int step) {
        int index = selected.get() == null ? (step > 0 ? 0 : -1) : rows.indexOf(selected.get()) + step;
        if (index >= 0 && index < rows.size()) {
            selected.set(rows.get(index));
        }
    }

    /** Takes {@code which} off the list; the photo that moves into the place of a removed selection is selected. */
    int remove(Predicate<PhotoRow> which) {
        List<Removed> taken = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (which.test(rows.get(i))) {
                taken.add(new Removed(i, rows.get(i)));
            }
        }
        if (taken.isEmpty()) {
            return 0;
        }
        removed = taken;
        PhotoRow current = selected.get();
        int place = current == null ? -1 : rows.indexOf(current);
        Set<PhotoRow> gone = new HashSet<>();
        taken.forEach(t -> {
            gone.add(t.row());
            identities.remove(t.row().identity());
        });
        if (current != null && gone.contains(current)) {
            selected.set(null);
            rows.removeIf(gone::contains);
            int next = Math.min(place, rows.size() - 1);
            selected.set(next < 0 ? null : rows.get(next));
        } else {
            rows.removeIf(gone::contains);
        }
        return taken.size();
    }

    /** Brings back what was removed last, except what has been added anew since; returns what came back. */
    List<PhotoRow> undoRemove() {
        List<PhotoRow> back = new ArrayList<>();
        for (Removed one : removed) {
            if (identities.add(one.row().identity())) {
                rows.add(Math.min(one.index(), rows.size()), one.row());
                back.add(one.row());
            }
        }
        removed = List.of();
        if (!back.isEmpty()) {
            selected.set(back.getFirst());
        }
        return back;
    }

    boolean canUndoRemove() {
        return !removed.isEmpty();
    }
}
