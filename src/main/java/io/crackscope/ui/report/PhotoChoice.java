package io.crackscope.ui.report;

import io.crackscope.project.ProjectPhoto;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A photo of the inspection and whether the report tells of it. */
public final class PhotoChoice {
    private final ProjectPhoto photo;
    private final boolean grave;
    private final BooleanProperty included = new SimpleBooleanProperty();

    /** {@code grave}: the photo shows or may show a crack. */
    PhotoChoice(ProjectPhoto photo, boolean grave, boolean included) {
        this.photo = photo;
        this.grave = grave;
        this.included.set(included);
    }

    public ProjectPhoto photo() {
        return photo;
    }

    /** Whether the photo, as far as anyone knows, shows or may show a crack. */
    public boolean isGrave() {
        return grave;
    }

    public BooleanProperty includedProperty() {
        return included;
    }
}
