package io.crackscope.learning;

import io.crackscope.imaging.Picture;

/** A rectangle inside a picture, not yet cut out of it. */
public record Region(Picture picture, int x, int y, int width, int height) {
    /** @throws IllegalArgumentException if it is empty or does not lie inside */
    public Region {
        if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > picture.width() || y + height > picture.height()) {
            throw new IllegalArgumentException("region " + x + "," + y + " " + width + "x" + height + " is outside "
                    + picture.width() + "x" + picture.height());
        }
    }

    /** All of {@code picture}. */
    public static Region whole(Picture picture) {
        return new Region(picture, 0, 0, picture.width(), picture.height());
    }

    /** The rectangle as a picture of its own. */
    public Picture cut() {
        return width == picture.width() && height == picture.height() ? picture : picture.region(x, y, width, height);
    }
}
