package io.crackscope.reporting;

import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;

/**
 * A small picture as a JPEG file without any metadata.
 *
 * @param width in pixels
 * @param height in pixels
 * @param jpeg bytes of the file, not to be changed
 */
public record Thumbnail(int width, int height, byte[] jpeg) {
    /** Enough for a fifth of an A4 page in print. */
    private static final int SIDE = 240;

    private static final double QUALITY = 0.85;

    /** {@code picture}, made smaller where it has more than 240 pixels on a side. */
    public static Thumbnail of(Picture picture) {
        Picture small = Pictures.thumbnail(picture, SIDE, SIDE);
        return new Thumbnail(
                small.width(),
                small.height(),
                JpegFile.of(Pictures.toBufferedImage(small), QUALITY).bytes());
    }
}
