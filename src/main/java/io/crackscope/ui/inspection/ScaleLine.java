package io.crackscope.ui.inspection;

/** A line over something of known length. */
record ScaleLine(Mark from, Mark to) {
    /** Which end of a line. */
    enum End {
        FROM,
        TO
    }

    /**
     * Where an end lies.
     *
     * @param x in pixels of the oriented photo
     * @param y in pixels of the oriented photo
     * @param within how many pixels of the photo it may lie beside what was meant, at least 1
     */
    record Mark(double x, double y, double within) {
        /** Put there by somebody who sees a pixel of the photo {@code scale} times as large as one of the screen. */
        static Mark seenAt(double x, double y, double scale) {
            return new Mark(x, y, Math.max(1, 1 / scale));
        }

        private Mark inside(double width, double height) {
            return new Mark(Math.clamp(x, 0, width), Math.clamp(y, 0, height), within);
        }
    }

    double length() {
        return Math.hypot(to.x - from.x, to.y - from.y);
    }

    /** {@link Mark#within} of both ends on the average. */
    double endError() {
        return (from.within + to.within) / 2;
    }

    Mark mark(End end) {
        return end == End.FROM ? from : to;
    }

    /** With one end at another place, but within a photo of this size. */
    ScaleLine with(End end, Mark mark, double width, double height) {
        Mark inside = mark.inside(width, height);
        return end == End.FROM ? new ScaleLine(inside, to) : new ScaleLine(from, inside);
    }
}
