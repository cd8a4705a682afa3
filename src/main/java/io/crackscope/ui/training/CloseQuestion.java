package io.crackscope.ui.training;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Whether the window may be closed although a run goes on: asked once, in the window. */
final class CloseQuestion {
    private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
    private Runnable close = () -> {};

    /** Whether the question stands. */
    ReadOnlyBooleanProperty askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** Asks before {@code wanted}; who wants to close again meanwhile has answered. */
    void ask(Runnable wanted) {
        if (asked.get()) {
            wanted.run();
        } else {
            close = wanted;
            asked.set(true);
        }
    }

    /** The person wants to close. */
    void yes() {
        close.run();
    }

    /** The person wants the run to go on. */
    void no() {
        asked.set(false);
    }
}
