package io.crackscope.ui.inspection;

/** A line over a photo from one point to another, in pixels of the oriented photo. */
record ScaleLine(double x1, double y1, double x2, double y2) {
    double length() {
        return Math.hypot(x2 - x1, y2 - y1);
    }

    /** A level line through the middle of what is seen, half as long as that is wide. */
    static ScaleLine across(Area seen) {
        double half = seen.width() / 4;
        return new ScaleLine(seen.centreX() - half, seen.centreY(), seen.centreX() + half, seen.centreY());
    }

    /** With its first or second end at (x, y). */
    ScaleLine with(boolean isFirst, double x, double y) {
        return isFirst ? new ScaleLine(x, y, x2, y2) : new ScaleLine(x1, y1, x, y);
    }
}
