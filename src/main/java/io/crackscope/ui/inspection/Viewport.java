package io.crackscope.ui.inspection;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Zooming and panning of a photo in a viewer, as plain arithmetic. A photo smaller than the viewer is centred, a larger
 * one always fills it. While it fits, it goes on fitting as the viewer changes its size.
 */
final class Viewport {
    private static final double LARGEST_SCALE = 16;
    private static final double LARGEST_FLIGHT = 2;

    private final ReadOnlyObjectWrapper<Placement> placement = new ReadOnlyObjectWrapper<>(new Placement(1, 0, 0));
    private double photoWidth = 1;
    private double photoHeight = 1;
    private double viewWidth = 1;
    private double viewHeight = 1;
    private boolean fitting = true;

    ReadOnlyObjectProperty<Placement> placementProperty() {
        return placement.getReadOnlyProperty();
    }

    Placement placement() {
        return placement.get();
    }

    /** Whether the whole photo is kept in view. */
    boolean isFitting() {
        return fitting;
    }

    /** Shows a photo of another size, fitted. */
    void photo(double width, double height) {
        photoWidth = Math.max(1, width);
        photoHeight = Math.max(1, height);
        place(fit());
    }

    /** The viewer's size changed; what was at its centre stays there. */
    void view(double width, double height) {
        double centreX = (viewWidth / 2 - placement().x()) / placement().scale();
        double centreY = (viewHeight / 2 - placement().y()) / placement().scale();
        viewWidth = Math.max(1, width);
        viewHeight = Math.max(1, height);
        if (fitting) {
            place(fit());
        } else {
            double scale = placement().scale();
            place(new Placement(scale, viewWidth / 2 - centreX * scale, viewHeight / 2 - centreY * scale));
        }
    }

    /** Goes to {@code next}, kept within bounds. */
    void place(Placement next) {
        Placement bounded = bounded(next);
        fitting = Math.abs(bounded.scale() - fit().scale()) < 1e-9;
        placement.set(bounded);
    }

    /** The whole photo in view; small photos are not enlarged. */
    Placement fit() {
        double scale = Math.min(1, Math.min(viewWidth / photoWidth, viewHeight / photoHeight));
        return bounded(new Placement(scale, 0, 0));
    }

    /** Zoomed by {@code factor} so that what lies at (x, y) of the viewer stays there. */
    Placement zoomed(double x, double y, double factor) {
        Placement now = placement();
        double scale = Math.clamp(now.scale() * factor, fit().scale(), Math.max(LARGEST_SCALE, fit().scale()));
        double ratio = scale / now.scale();
        return bounded(new Placement(scale, x - (x - now.x()) * ratio, y - (y - now.y()) * ratio));
    }

    /** One photo pixel on one pixel of the screen, around (x, y) of the viewer. */
    Placement actualSize(double x, double y, double screenPixelsPerLogicalPixel) {
        return zoomed(x, y, 1 / (screenPixelsPerLogicalPixel * placement().scale()));
    }

    /** At this scale around the middle of the viewer. */
    Placement scaled(double scale) {
        return zoomed(viewWidth / 2, viewHeight / 2, scale / placement().scale());
    }

    /** Moved by (dx, dy) logical pixels. */
    Placement panned(double dx, double dy) {
        Placement now = placement();
        return bounded(new Placement(now.scale(), now.x() + dx, now.y() + dy));
    }

    /** With the point (x, y) of the photo in the middle of the viewer, or as near to it as there is photo. */
    Placement centredOn(double x, double y) {
        double scale = placement().scale();
        return bounded(new Placement(scale, viewWidth / 2 - scale * x, viewHeight / 2 - scale * y));
    }

    /**
     * The box in the middle of the viewer and filling half of its width or height. Small
     * boxes are enlarged to {@value #LARGEST_FLIGHT} times at most: beyond it there is nothing more to see.
     */
    Placement around(Area box) {
        double scale = Math.min(viewWidth / (2 * box.width()), viewHeight / (2 * box.height()));
        scale = Math.clamp(scale, fit().scale(), Math.max(LARGEST_FLIGHT, fit().scale()));
        return bounded(
                new Placement(scale, viewWidth / 2 - scale * box.centreX(), viewHeight / 2 - scale * box.centreY()));
    }

    /** What is seen of the photo. */
    Area seen() {
        Placement now = placement();
        return new Area(
                Math.clamp(-now.x() / now.scale(), 0, photoWidth),
                Math.clamp(-now.y() / now.scale(), 0, photoHeight),
                Math.clamp((viewWidth - now.x()) / now.scale(), 0, photoWidth),
                Math.clamp((viewHeight - now.y()) / now.scale(), 0, photoHeight));
    }

    private Placement bounded(Placement p) {
        return new Placement(
                p.scale(),
                bounded(p.x(), photoWidth * p.scale(), viewWidth),
                bounded(p.y(), photoHeight * p.scale(), viewHeight));
    }

    private static double bounded(double start, double length, double view) {
        return length <= view ? (view - length) / 2 : Math.clamp(start, view - length, 0);
    }
}
