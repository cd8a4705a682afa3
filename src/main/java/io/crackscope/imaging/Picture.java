package io.crackscope.imaging;

/**
 * Pixels of a photo: 8-bit RGB (sRGB values as decoded), interleaved, row-major, top-left first, already oriented.
 * Immutable by agreement: nobody writes to {@link #rgb()} after construction. Safe to share between threads.
 */
public final class Picture {
    private final int width;
    private final int height;
    private final byte[] rgb;

    /** Takes over {@code rgb} of length {@code 3 * width * height} without copying it. */
    public Picture(int width, int height, byte[] rgb) {
        if (width < 1 || height < 1 || rgb.length != Math.multiplyExact(3, Math.multiplyExact(width, height))) {
            throw new IllegalArgumentException(
                    "a picture of " + width + " x " + height + " needs 3 bytes a pixel, not " + rgb.length + " bytes");
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /** Width in pixels, at least 1. */
    public int width() {
        return width;
    }

    /** Height in pixels, at least 1. */
    public int height() {
        return height;
    }

    /** The pixels, {@code rgb[3 * (y * width + x) + channel]}, not to be changed. */
    public byte[] rgb() {
        return rgb;
    }

    /** A copy of the rectangle that must lie inside this picture. */
    public Picture region(int x, int y, int regionWidth, int regionHeight) {
        if (x < 0
                || y < 0
                || regionWidth < 1
                || regionHeight < 1
                || x + regionWidth > width
                || y + regionHeight > height) {
            throw new IllegalArgumentException("region " + x + "," + y + " " + regionWidth + "x" + regionHeight
                    + " is outside " + width + "x" + height);
        }
        byte[] copy = new byte[3 * regionWidth * regionHeight];
        for (int row = 0; row < regionHeight; row++) {
            System.arraycopy(rgb, 3 * ((y + row) * width + x), copy, 3 * row * regionWidth, 3 * regionWidth);
        }
        return new Picture(regionWidth, regionHeight, copy);
    }
}
