package io.crackscope.ui.inspection;

import io.crackscope.settings.Settings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Whether and how strongly the crack map lies over the photo. */
public final class HeatOverlay {
    private final BooleanProperty visible = new SimpleBooleanProperty(true);
    private final DoubleProperty opacity;

    /** Starts with the opacity of {@code settings} and keeps changes there. */
    public HeatOverlay(Settings settings) {
        opacity = new SimpleDoubleProperty(settings.overlayOpacity());
        opacity.addListener((observable, before, now) -> settings.overlayOpacity(now.doubleValue()));
    }

    public BooleanProperty visibleProperty() {
        return visible;
    }

    /** In [0,1]. */
    public DoubleProperty opacityProperty() {
        return opacity;
    }

    public void toggle() {
        visible.set(!visible.get());
    }
}
