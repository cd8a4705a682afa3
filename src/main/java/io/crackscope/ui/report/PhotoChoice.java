package io.crackscope.ui.report;

import io.crackscope.project.PhotoId;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.reporting.Finding;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The choice of {@code photos}: those in {@code before} ticked and ordered as there, others ticked and last. */
    static List<PhotoChoice> of(List<ProjectPhoto> photos, List<PhotoChoice> before) {
        Map<PhotoId, Boolean> ticked = new HashMap<>();
        Map<PhotoId, Integer> places = new HashMap<>();
        for (PhotoChoice choice : before) {
            ticked.put(choice.photo.id(), choice.included.get());
            places.put(choice.photo.id(), places.size());
        }
        return photos.stream()
                .map(photo -> new PhotoChoice(photo, Finding.isTold(photo), ticked.getOrDefault(photo.id(), true)))
                .sorted(Comparator.comparingInt(choice -> places.getOrDefault(choice.photo.id(), Integer.MAX_VALUE)))
                .toList();
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
