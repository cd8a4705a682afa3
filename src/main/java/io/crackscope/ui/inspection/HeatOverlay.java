package io.crackscope.ui.inspection;

import io.crackscope.settings.Settings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** What lies over the photo: whether and how strongly the crack map, whether its tiles, and whether nothing just now. */
public final class HeatOverlay {
    private final BooleanProperty visible = new SimpleBooleanProperty(true);
    private final BooleanProperty grid = new SimpleBooleanProperty();
    private final BooleanProperty bare = new SimpleBooleanProperty();
    private final DoubleProperty opacity;

    /** Starts with the opacity of {@code settings} and keeps changes there. */
    public HeatOverlay(Settings settings) {
        opacity = new SimpleDoubleProperty(settings.overlayOpacity());
        opacity.addListener((observable, before, now) -> settings.overlayOpacity(now.doubleValue()));
    }

    /** Whether crack map and evidence are shown. */
    public BooleanProperty visibleProperty() {
        return visible;
    }

    /** Whether the tiles are shown. */
    public BooleanProperty gridProperty() {
        return grid;
    }

    /** Whether the photo is seen bare for a moment, whatever else is chosen. */
    public BooleanProperty bareProperty() {
        return bare;
    }

    /** In [0,1]. */
    public DoubleProperty opacityProperty() {
        return opacity;
    }

    public void toggle() {
        visible.set(!visible.get());
    }

    void toggleGrid() {
        grid.set(!grid.get());
    }
}
