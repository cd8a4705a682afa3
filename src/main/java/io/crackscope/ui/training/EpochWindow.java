package io.crackscope.ui.training;

/** Which part of the axis of epochs is shown: all of it, growing with the run, until someone zooms or pans. */
final class EpochWindow {
    private static final double CLOSEST = 0.02;
    /** Share of what is shown that the axis goes on past its end. */
    private static final double MARGIN = 0.012;

    private double end = 1;
    private double from;
    private double to = 1;
    private boolean follows = true;

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    /** Where the axis ends on the screen: a little past {@link #to}, so that the mark of the last epoch is whole. */
    double edge() {
        return to + MARGIN * (to - from);
    }

    /** Whether all of the axis is shown. */
    boolean showsAll() {
        return follows;
    }

    /** The curves reach to {@code last}: the axis ends with that epoch. */
    void reachTo(double last) {
        end = Math.max(1, Math.ceil(last));
        if (follows) {
            reset();
        }
    }

    /** Shows {@code factor} times as little, keeping {@code at} where it is; below 1 more. */
    void zoom(double factor, double at) {
        double width = Math.clamp((to - from) / factor, Math.min(CLOSEST, end), end);
        double share = (at - from) / (to - from);
        place(at - share * width, width);
    }

    /** Moves by a share of what is shown. */
    void pan(double share) {
        place(from + share * (to - from), to - from);
    }

    /** Shows everything and grows again. */
    void reset() {
        follows = true;
        from = 0;
        to = end;
    }

    private void place(double start, double width) {
        from = Math.clamp(start, 0, end - width);
        to = from + width;
        follows = width >= end;
    }
}
