package io.crackscope.ui.training;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Which model inspects, and how another one is given the task. For the UI executor. */
public interface ModelUse {
    /** The file of the model that inspects. */
    ReadOnlyObjectProperty<Path> modelProperty();

    /** Lets the model in {@code file} inspect from now on, in this program and after its next start. */
    void use(Path file);
}
