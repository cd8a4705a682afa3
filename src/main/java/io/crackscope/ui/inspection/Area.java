package io.crackscope.ui.inspection;

/**
 * A rectangle of a photo, in pixels of the oriented photo.
 *
 * @param left edge
 * @param top edge
 * @param right edge, at least {@code left}
 * @param bottom edge, at least {@code top}
 */
record Area(double left, double top, double right, double bottom) {
    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    double centreX() {
        return (left + right) / 2;
    }

    double centreY() {
        return (top + bottom) / 2;
    }

    /** Distance between the nearest points of both; 0 where they meet. */
    double distance(Area other) {
        double across = Math.max(0, Math.max(other.left - right, left - other.right));
        double down = Math.max(0, Math.max(other.top - bottom, top - other.bottom));
        return Math.hypot(across, down);
    }
}
