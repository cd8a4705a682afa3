package io.crackscope.ui.inspection;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One photo of the list. Its identity never changes, its state does; JavaFX thread only. */
public final class PhotoRow {
    private final Path file;
    private final Path identity;
    private final ReadOnlyObjectWrapper<PhotoState> state;

    PhotoRow(Path file, Path identity, PhotoState state) {
        this.file = file;
        this.identity = identity;
        this.state = new ReadOnlyObjectWrapper<>(state);
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<PhotoState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public PhotoState state() {
        return state.get();
    }

    /** The photo's absolute path. */
    public Path file() {
        return file;
    }

    /** The file's name without its folder. */
    public String name() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    Path identity() {
        return identity;
    }

    void state(PhotoState next) {
        state.set(next);
    }
}
