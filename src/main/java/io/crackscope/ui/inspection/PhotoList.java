package io.crackscope.ui.inspection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    private final ShownPhotos shown = new ShownPhotos(rows);
    private final ReadOnlyObjectWrapper<ListQuery> query = new ReadOnlyObjectWrapper<>(ListQuery.ALL);
    private List<Removed> removed = List.of();

    ObservableList<PhotoRow> rows() {
        return readOnlyRows;
    }

    /** Those of them that the person wants to see. */
    ShownPhotos shown() {
        return shown;
    }

    ReadOnlyObjectProperty<@Nullable PhotoRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    Optional<PhotoRow> selectedRow() {
        return Optional.ofNullable(selected.get());
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
        selectSomething();
        return fresh.size();
    }

    /** Lists these photos of a project, and after them those that are in none. */
    void show(List<PhotoRow> ofProject) {
        List<PhotoRow> next = new ArrayList<>(ofProject);
        rows.stream().filter(row -> row.id() == null).forEach(next::add);
        if (next.equals(rows)) {
            return;
        }
        PhotoRow current = selected.get();
        int place = current == null ? -1 : shown.rows().indexOf(current);
        if (current != null && !next.contains(current)) {
            selected.set(null);
        }
        rows.setAll(next);
        identities.clear();
        rows.forEach(row -> identities.add(row.identity()));
        if (selected.get() == null && place >= 0 && !shown.rows().isEmpty()) {
            selected.set(shown.rows().get(Math.min(place, shown.rows().size() - 1)));
        }
        selectSomething();
    }

    void clear() {
        selected.set(null);
        rows.clear();
        identities.clear();
        removed = List.of();
    }

    ReadOnlyObjectProperty<ListQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    /** Shows what {@code next} asks for. */
    void query(ListQuery next) {
        shown.query(next);
        query.set(next);
        PhotoRow current = selected.get();
        if (!shown.rows().isEmpty() && (current == null || !shown.rows().contains(current))) {
            selected.set(shown.rows().getFirst());
        }
    }

    private void selectSomething() {
        if (selected.get() == null && !shown.rows().isEmpty()) {
            selected.set(shown.rows().getFirst());
        }
    }

    void select(@Nullable PhotoRow row) {
        if (row == null || rows.contains(row)) {
            selected.set(row);
        }
    }

    /** Selects the shown photo {@code step} places further down, if there is one. */
    void selectBy(int step) {
        List<PhotoRow> list = shown.rows();
        int at = selected.get() == null ? -1 : list.indexOf(selected.get());
        int index = at < 0 ? (step > 0 ? 0 : -1) : at + step;
        if (index >= 0 && index < list.size()) {
            selected.set(list.get(index));
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
