package io.crackscope.ui.inspection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The photos that a query shows. Asked anew, it filters and sorts all of them; between that nothing that is shown leaves
 * or moves, for a list that jumps cannot be read: what matches later comes to the end.
 */
final class ShownPhotos {
    private final ObservableList<PhotoRow> all;
    private final ObservableList<PhotoRow> shown = FXCollections.observableArrayList();
    private final ObservableList<PhotoRow> readOnly = FXCollections.unmodifiableObservableList(shown);
    private final Set<PhotoRow> shownRows = Collections.newSetFromMap(new IdentityHashMap<>());
    private ListQuery query = ListQuery.ALL;

    ShownPhotos(ObservableList<PhotoRow> all) {
        this.all = all;
        all.addListener((ListChangeListener<PhotoRow>) change -> follow());
        follow();
    }

    ObservableList<PhotoRow> rows() {
        return readOnly;
    }

    ListQuery query() {
        return query;
    }

    /** The photo that is shown next after {@code row}; empty after the last one and where it is not shown itself. */
    Optional<PhotoRow> after(PhotoRow row) {
        int next = shown.indexOf(row) + 1;
        return next > 0 && next < shown.size() ? Optional.of(shown.get(next)) : Optional.empty();
    }

    /** Filters and sorts all photos. */
    void query(ListQuery next) {
        query = next;
        List<PhotoRow> wanted = new ArrayList<>(all.filtered(next.shows()));
        if (next.comparator() != null) {
            wanted.sort(next.comparator());
        }
        show(wanted);
    }

    /** Lets in what matches since its verdict came, unless it was taken off the list meanwhile. */
    void judged(PhotoRow row) {
        if (!shownRows.contains(row) && all.contains(row) && query.shows().test(row)) {
            shownRows.add(row);
            shown.add(row);
        }
    }

    private void follow() {
        if (!query.isFiltering() && query.comparator() == null) {
            show(new ArrayList<>(all));
            return;
        }
        Set<PhotoRow> there = new HashSet<>(all);
        List<PhotoRow> next = new ArrayList<>(shown);
        next.removeIf(row -> !there.contains(row));
        for (PhotoRow row : all) {
            if (!shownRows.contains(row) && query.shows().test(row)) {
                next.add(row);
            }
        }
        show(next);
    }

    private void show(List<PhotoRow> next) {
        if (!next.equals(shown)) {
            shownRows.clear();
            shownRows.addAll(next);
            shown.setAll(next);
        }
    }
}
