package io.crackscope.samples;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of varying width, in pixels of the scene: at least two points, each with the full width there. */
final class Stroke {
    final float[] x;
    final float[] y;
    final float[] width;
    private final float[] along;
    private final float left;
    private final float top;
    private final float right;
    private final float bottom;
    private final float widest;

    Stroke(float[] x, float[] y, float[] width) {
        if (x.length < 2 || x.length != y.length || x.length != width.length) {
            throw new IllegalArgumentException("a stroke needs at least two points, each with a width");
        }
        this.x = x;
        this.y = y;
        this.width = width;
        this.along = new float[x.length];
        float minX = x[0];
        float maxX = x[0];
        float minY = y[0];
        float maxY = y[0];
        float most = width[0];
        for (int i = 1; i < x.length; i++) {
            float dx = x[i] - x[i - 1];
            float dy = y[i] - y[i - 1];
            along[i] = along[i - 1] + (float) Math.sqrt(dx * dx + dy * dy);
            minX = Math.min(minX, x[i]);
            maxX = Math.max(maxX, x[i]);
            minY = Math.min(minY, y[i]);
            maxY = Math.max(maxY, y[i]);
            most = Math.max(most, width[i]);
        }
        left = minX;
        right = maxX;
        top = minY;
        bottom = maxY;
        widest = most;
    }

    static Stroke straight(double x0, double y0, double x1, double y1, double width) {
        return new Stroke(new float[] {(float) x0, (float) x1}, new float[] {(float) y0, (float) y1}, new float[] {
            (float) width, (float) width
        });
    }

    /** Through points of x, y and width. */
    static Stroke through(List<float[]> points) {
        int n = points.size();
        float[] x = new float[n];
        float[] y = new float[n];
        float[] width = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = points.get(i)[0];
            y[i] = points.get(i)[1];
            width[i] = points.get(i)[2];
        }
        return new Stroke(x, y, width);
    }

    float length() {
        return along[along.length - 1];
    }

    /** The box around this stroke with its width, cut to the picture; empty boxes have no width or height. */
    Box box(int pictureWidth, int pictureHeight) {
        float half = widest / 2;
        return Box.around(left - half, top - half, right + half, bottom + half, pictureWidth, pictureHeight);
    }

    /** A pixel near a stroke, seen from the nearest place on it. One instance is reused for all pixels of a visit. */
    static final class Near {
        /** Index in the band's arrays. */
        int index;

        /** Pixel centre in the scene. */
        float x;

        float y;

        /** Signed distance from the centre line, positive on the right when walking along the stroke. */
        float across;

        /** Half the stroke's width here. */
        float half;

        /** Way walked along the stroke. */
        float along;

        /** Unit normal, pointing to the positive side. */
        float normalX;

        float normalY;

        /** Distance from the centre line. */
        float distance() {
            return Math.abs(across);
        }

        /** Distance outside the edge, negative inside. */
        float outside() {
            return Math.abs(across) - half;
        }

        /** How much of a one-pixel wide window the stroke fills, 0 to 1: exact for a straight stroke. */
        float coverage() {
            return coverage(half);
        }

        /** The same for another half width. */
        float coverage(float half) {
            float d = Math.abs(across);
            return Math.max(0, Math.min(d + 0.5f, half) - Math.max(d - 0.5f, -half));
        }
    }

    /** Takes one pixel. */
    @FunctionalInterface
    interface Visitor {
        void visit(Near near);
    }

    /** Visits each pixel of the band that is at most {@code reach} outside this stroke's edge, row by row. */
    void visit(Band band, float reach, Visitor visitor) {
        visit(band.left, band.top, band.right(), band.bottom(), reach, visitor, band);
    }

    /** The same over any rectangle of pixels; the index counts from its top left corner. */
    void visit(int boxLeft, int boxTop, int boxRight, int boxBottom, float reach, Visitor visitor) {
        visit(boxLeft, boxTop, boxRight, boxBottom, reach, visitor, null);
    }

    private void visit(
            int boxLeft, int boxTop, int boxRight, int boxBottom, float reach, Visitor visitor, @Nullable Band band) {
        float margin = widest / 2 + reach;
        int x0 = Math.max(boxLeft, Noise.floor(left - margin));
        int x1 = Math.min(boxRight, Noise.floor(right + margin) + 1);
        int y0 = Math.max(boxTop, Noise.floor(top - margin));
        int y1 = Math.min(boxBottom, Noise.floor(bottom + margin) + 1);
        if (x0 >= x1 || y0 >= y1) {
            return;
        }
        int w = x1 - x0;
        int[] segment = new int[w * (y1 - y0)];
        float[] best = new float[segment.length];
        Arrays.fill(best, Float.POSITIVE_INFINITY);
        for (int s = 0; s + 1 < x.length; s++) {
            nearest(s, reach, x0, y0, x1, y1, segment, best);
        }
        Near near = new Near();
        int stride = band == null ? boxRight - boxLeft : band.width;
        for (int py = y0; py < y1; py++) {
            for (int px = x0; px < x1; px++) {
                int k = (py - y0) * w + px - x0;
                if (best[k] <= reach) {
                    near.index = (py - boxTop) * stride + px - boxLeft;
                    describe(near, segment[k], px + 0.5f, py + 0.5f);
                    visitor.visit(near);
                }
            }
        }
    }

    private void nearest(int s, float reach, int x0, int y0, int x1, int y1, int[] segment, float[] best) {
        float ax = x[s];
        float ay = y[s];
        float dx = x[s + 1] - ax;
        float dy = y[s + 1] - ay;
        float inverse = 1 / Math.max(1e-6f, dx * dx + dy * dy);
        float margin = Math.max(width[s], width[s + 1]) / 2 + reach;
        int sx0 = Math.max(x0, Noise.floor(Math.min(ax, ax + dx) - margin));
        int sx1 = Math.min(x1, Noise.floor(Math.max(ax, ax + dx) + margin) + 1);
        int sy0 = Math.max(y0, Noise.floor(Math.min(ay, ay + dy) - margin));
        int sy1 = Math.min(y1, Noise.floor(Math.max(ay, ay + dy) + margin) + 1);
        float half = width[s] / 2;
        float more = (width[s + 1] - width[s]) / 2;
        int w = x1 - x0;
        for (int py = sy0; py < sy1; py++) {
            float ry = py + 0.5f - ay;
            for (int px = sx0; px < sx1; px++) {
                float rx = px + 0.5f - ax;
                float t = Math.min(1, Math.max(0, (rx * dx + ry * dy) * inverse));
                float ex = rx - t * dx;
                float ey = ry - t * dy;
                float outside = (float) Math.sqrt(ex * ex + ey * ey) - half - t * more;
                int k = (py - y0) * w + px - x0;
                if (outside < best[k]) {
                    best[k] = outside;
                    segment[k] = s;
                }
            }
        }
    }

    private void describe(Near near, int s, float px, float py) {
        float dx = x[s + 1] - x[s];
        float dy = y[s + 1] - y[s];
        float length = Math.max(1e-3f, along[s + 1] - along[s]);
        float rx = px - x[s];
        float ry = py - y[s];
        float t = Math.min(1, Math.max(0, (rx * dx + ry * dy) / (length * length)));
        float ex = rx - t * dx;
        float ey = ry - t * dy;
        float distance = (float) Math.sqrt(ex * ex + ey * ey);
        near.x = px;
        near.y = py;
        near.normalX = -dy / length;
        near.normalY = dx / length;
        near.across = ex * near.normalX + ey * near.normalY >= 0 ? distance : -distance;
        near.half = (width[s] + t * (width[s + 1] - width[s])) / 2;
        near.along = along[s] + t * length;
    }
}
