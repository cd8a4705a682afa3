package io.crackscope.ui.common;

import io.crackscope.imaging.Picture;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures as JavaFX images; may be called on any thread. */
public final class PictureImages {
    private PictureImages() {}

    /** The pixels of {@code picture}. */
    public static Image of(Picture picture) {
        byte[] rgb = picture.rgb();
        int[] argb = new int[picture.width() * picture.height()];
        for (int i = 0, at = 0; i < argb.length; i++, at += 3) {
            argb[i] = 0xff000000 | (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | rgb[at + 2] & 0xff;
        }
        // The image keeps this very array: no second copy, and no format to turn it into when it is drawn.
        return new WritableImage(new PixelBuffer<>(
                picture.width(), picture.height(), IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
    }
}
