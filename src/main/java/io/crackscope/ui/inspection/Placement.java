package io.crackscope.ui.inspection;

/**
 * Where and how large a photo lies in its viewer.
 *
 * @param scale logical pixels of the viewer per pixel of the photo, above 0
 * @param x of the photo's left edge in the viewer, in logical pixels
 * @param y of the photo's top edge in the viewer, in logical pixels
 */
record Placement(double scale, double x, double y) {
    /** The way from {@code this} to {@code other}, {@code share} in [0,1] of it done. Scale changes evenly to the eye. */
    Placement towards(Placement other, double share) {
        if (share >= 1) {
            return other;
        }
        double between = scale * Math.pow(other.scale / scale, share);
        // The photo's point that the zoom turns on stays put on a straight way, so pan follows scale, not time.
        double way = Math.abs(other.scale - scale) < 1e-9 ? share : (between - scale) / (other.scale - scale);
        return new Placement(between, x + way * (other.x - x), y + way * (other.y - y));
    }
}
