package io.crackscope.samples;

/**
 * A horizontal strip of a scene while it is drawn: relief, colour and shadow of each pixel. Layers write to it one after
 * another, the {@link Camera} turns it into pixels. Each layer paints a pixel from its position alone, so the strips of a
 * scene fit together without a seam however high they are.
 */
final class Band {
    /** Left edge in pixels of the scene; may be negative (the margin the camera needs). */
    final int left;

    final int top;
    final int width;
    final int height;

    /** Height of the surface in pixels, shaded by the slanting light. */
    final float[] relief;

    /** Reflectance times 255 in even light. */
    final float[] red;

    final float[] green;
    final float[] blue;

    /** How much of the direct light is kept off, 0 to 1. */
    final float[] shadow;

    Band(int left, int top, int width, int height) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        int size = width * height;
        relief = new float[size];
        red = new float[size];
        green = new float[size];
        blue = new float[size];
        shadow = new float[size];
    }

    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }

    /** The array index of a pixel inside this band. */
    int index(int x, int y) {
        return (y - top) * width + x - left;
    }

    /** Whether any pixel of the box lies in this band. */
    boolean touches(double boxLeft, double boxTop, double boxRight, double boxBottom) {
        return boxLeft < right() && boxRight > left && boxTop < bottom() && boxBottom > top;
    }

    /** Makes a pixel darker or lighter, keeping its hue. */
    void scale(int index, float factor) {
        red[index] *= factor;
        green[index] *= factor;
        blue[index] *= factor;
    }

    /** Covers a pixel with a colour; {@code cover} from 0 (not at all) to 1 (fully). */
    void cover(int index, float r, float g, float b, float cover) {
        red[index] += (r - red[index]) * cover;
        green[index] += (g - green[index]) * cover;
        blue[index] += (b - blue[index]) * cover;
    }

    /** Stains a pixel: multiplies by a colour given as factors; {@code amount} from 0 to 1. */
    void tint(int index, float r, float g, float b, float amount) {
        red[index] *= 1 + (r - 1) * amount;
        green[index] *= 1 + (g - 1) * amount;
        blue[index] *= 1 + (b - 1) * amount;
    }

    /** Keeps at least this much direct light off a pixel. */
    void shade(int index, float amount) {
        shadow[index] = Math.max(shadow[index], amount);
    }
}
