package io.crackscope.imaging;

import java.util.function.Consumer;

/**
 * A part of an oriented photo at full size that runs from one border to the opposite one.
 *
 * @param x left edge in pixels of the oriented photo
 * @param y top edge in pixels of the oriented photo
 * @param picture the pixels
 */
public record PhotoBand(int x, int y, Picture picture) {
    /** Cuts a whole picture into bands of {@code depth} rows, from top to bottom. */
    static void cut(Picture picture, int depth, Consumer<PhotoBand> to) {
        for (int top = 0; top < picture.height(); top += depth) {
            int rows = Math.min(depth, picture.height() - top);
            to.accept(new PhotoBand(0, top, picture.region(0, top, picture.width(), rows)));
        }
    }
}
