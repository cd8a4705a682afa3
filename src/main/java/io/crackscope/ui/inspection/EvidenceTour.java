package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** From one piece of evidence of a photo to the next, round and round. */
final class EvidenceTour {
    private final ObservableList<Evidence> evidence = FXCollections.observableArrayList();
    private final ObservableList<Evidence> readOnly = FXCollections.unmodifiableObservableList(evidence);
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper();

    /** The evidence of the photo, most probable first. Read-only. */
    ObservableList<Evidence> evidence() {
        return readOnly;
    }

    /** The number, from 1, of the piece it is at; 0 before the first. */
    ReadOnlyIntegerProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** The piece it is at. */
    Optional<Evidence> current() {
        return position.get() == 0 ? Optional.empty() : Optional.of(evidence.get(position.get() - 1));
    }

    /** Begins anew with other evidence. */
    void begin(List<Evidence> other) {
        position.set(0);
        evidence.setAll(other);
    }

    Optional<Evidence> next() {
        return go(position.get() + 1);
    }

    Optional<Evidence> previous() {
        return go(position.get() - 1);
    }

    /** Goes on from this piece. */
    void choose(Evidence one) {
        position.set(evidence.indexOf(one) + 1);
    }

    private Optional<Evidence> go(int number) {
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        position.set(number > evidence.size() ? 1 : number < 1 ? evidence.size() : number);
        return current();
    }
}
