package io.crackscope.ui.inspection;

/**
 * A line over something of known length.
 *
 * @param fromX of its start, in pixels of the oriented photo
 * @param fromY of its start
 * @param toX of its end
 * @param toY of its end
 */
record ScaleLine(double fromX, double fromY, double toX, double toY) {
    /** Which end of a line. */
    enum End {
        FROM,
        TO
    }

    double length() {
        return Math.hypot(toX - fromX, toY - fromY);
    }

    double x(End end) {
        return end == End.FROM ? fromX : toX;
    }

    double y(End end) {
        return end == End.FROM ? fromY : toY;
    }

    /** With one end at another place, but within a photo of this size. */
    ScaleLine with(End end, double x, double y, double width, double height) {
        double inX = Math.clamp(x, 0, width);
        double inY = Math.clamp(y, 0, height);
        return end == End.FROM ? new ScaleLine(inX, inY, toX, toY) : new ScaleLine(fromX, fromY, inX, inY);
    }
}
