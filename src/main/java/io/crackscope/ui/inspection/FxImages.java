package io.crackscope.ui.inspection;

import io.crackscope.imaging.Picture;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pixels as JavaFX images; may be called on any thread. */
final class FxImages {
    private FxImages() {}

    static Image of(Picture picture) {
        byte[] rgb = picture.rgb();
        int[] argb = new int[picture.width() * picture.height()];
        for (int i = 0, at = 0; i < argb.length; i++, at += 3) {
            argb[i] = 0xff000000 | (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | rgb[at + 2] & 0xff;
        }
        // The image keeps this very array: no second copy, and no format to turn it into when it is drawn.
        return new WritableImage(new PixelBuffer<>(
                picture.width(), picture.height(), IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
    }

    static Image of(HeatRaster heat) {
        WritableImage image = new WritableImage(heat.width(), heat.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        heat.width(),
                        heat.height(),
                        PixelFormat.getIntArgbInstance(),
                        heat.argb(),
                        0,
                        heat.width());
        return image;
    }
}
