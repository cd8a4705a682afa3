package io.crackscope.ui.inspection;

import io.crackscope.imaging.Picture;

/** Makes pictures smaller by averaging whole areas, so that a hairline fades instead of flickering away. */
final class Shrink {
    private Shrink() {}

    /** {@code picture} with its longer side at most {@code longestSide}; the same one if it is not longer. */
    static Picture toFit(Picture picture, int longestSide) {
        int longer = Math.max(picture.width(), picture.height());
        if (longer <= longestSide) {
            return picture;
        }
        double scale = (double) longestSide / longer;
        return to(
                picture,
                Math.max(1, (int) Math.round(picture.width() * scale)),
                Math.max(1, (int) Math.round(picture.height() * scale)));
    }

    /** Half as wide and half as high, rounded up. */
    static Picture halve(Picture picture) {
        return to(picture, (picture.width() + 1) / 2, (picture.height() + 1) / 2);
    }

    private static Picture to(Picture picture, int width, int height) {
        byte[] from = picture.rgb();
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * picture.height() / height);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * picture.height() / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * picture.width() / width);
                int right = Math.max(left + 1, (int) ((long) (x + 1) * picture.width() / width));
                int red = 0;
                int green = 0;
                int blue = 0;
                for (int v = top; v < bottom; v++) {
                    for (int i = 3 * (v * picture.width() + left); i < 3 * (v * picture.width() + right); i += 3) {
                        red += from[i] & 255;
                        green += from[i + 1] & 255;
                        blue += from[i + 2] & 255;
                    }
                }
                int count = (bottom - top) * (right - left);
                int to = 3 * (y * width + x);
                rgb[to] = (byte) ((red + count / 2) / count);
                rgb[to + 1] = (byte) ((green + count / 2) / count);
                rgb[to + 2] = (byte) ((blue + count / 2) / count);
            }
        }
        return new Picture(width, height, rgb);
    }
}
