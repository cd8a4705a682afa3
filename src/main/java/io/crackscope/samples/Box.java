package io.crackscope.samples;

/**
 * A rectangle of whole pixels.
 *
 * @param x left edge in pixels
 * @param y top edge in pixels
 * @param width in pixels
 * @param height in pixels
 */
public record Box(int x, int y, int width, int height) {
    /** The whole pixels that the rectangle touches, cut to the picture. */
    static Box around(double left, double top, double right, double bottom, int pictureWidth, int pictureHeight) {
        int x0 = (int) StrictMath.floor(Math.min(Math.max(left, 0), pictureWidth));
        int y0 = (int) StrictMath.floor(Math.min(Math.max(top, 0), pictureHeight));
        int x1 = (int) StrictMath.ceil(Math.min(Math.max(right, 0), pictureWidth));
        int y1 = (int) StrictMath.ceil(Math.min(Math.max(bottom, 0), pictureHeight));
        return new Box(x0, y0, x1 - x0, y1 - y0);
    }

    /** Whether it holds no pixel. */
    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }
}
