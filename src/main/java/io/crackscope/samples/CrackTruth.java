package io.crackscope.samples;

import java.util.Arrays;
import java.util.List;

/**
 * One unbroken piece of crack as it was drawn. Coordinates are in pixels of the picture, the first pixel covering [0,1)
 * both ways; all points lie inside the picture.
 *
 * @param points the centre line, at least two points
 */
public record CrackTruth(List<Point> points) {
    /**
     * A point on a centre line.
     *
     * @param x in pixels from the left edge
     * @param y in pixels from the top edge
     * @param width of the crack here in pixels, across the line
     */
    public record Point(double x, double y, double width) {}

    public CrackTruth {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("a crack needs at least two points");
        }
    }

    static CrackTruth of(Stroke stroke) {
        Point[] points = new Point[stroke.x.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(stroke.x[i], stroke.y[i], stroke.width[i]);
        }
        return new CrackTruth(List.of(points));
    }

    Stroke stroke() {
        int n = points.size();
        float[] x = new float[n];
        float[] y = new float[n];
        float[] width = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) points.get(i).x();
            y[i] = (float) points.get(i).y();
            width[i] = (float) points.get(i).width();
        }
        return new Stroke(x, y, width);
    }

    /** Length of the centre line in pixels. */
    public double length() {
        return stroke().length();
    }

    /**
     * The width that {@code share} of the crack's length does not exceed, in pixels: 0.95 gives the p95 width. Each
     * stretch between two points counts with its length and its mean width.
     */
    public double widthQuantile(double share) {
        double[][] stretches = new double[points.size() - 1][];
        double total = 0;
        for (int i = 0; i < stretches.length; i++) {
            Point a = points.get(i);
            Point b = points.get(i + 1);
            double dx = b.x() - a.x();
            double dy = b.y() - a.y();
            double length = Math.sqrt(dx * dx + dy * dy);
            stretches[i] = new double[] {(a.width() + b.width()) / 2, length};
            total += length;
        }
        Arrays.sort(stretches, (p, q) -> Double.compare(p[0], q[0]));
        double walked = 0;
        for (double[] stretch : stretches) {
            walked += stretch[1];
            if (walked >= share * total) {
                return stretch[0];
            }
        }
        return stretches[stretches.length - 1][0];
    }

    /** The smallest box of whole pixels around the crack, its width included, within a picture of this size. */
    public Box box(int pictureWidth, int pictureHeight) {
        return stroke().box(pictureWidth, pictureHeight);
    }
}
