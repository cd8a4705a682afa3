package io.crackscope.ui.training;

import io.crackscope.training.RunRecord;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Offers, once after the start, to go on with a run that was cut off. */
final class ResumeOffer {
    private final ReadOnlyObjectWrapper<Optional<RunRecord>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean made;

    /** The run offered; empty after it was taken up or put off. */
    ReadOnlyObjectProperty<Optional<RunRecord>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Offers the first of {@code interrupted}, unless an offer was made before. */
    void make(List<RunRecord> interrupted) {
        if (!made) {
            made = true;
            run.set(interrupted.stream().findFirst());
        }
    }

    /** Offers no more; the run stays in the history. */
    void putOff() {
        run.set(Optional.empty());
    }
}
