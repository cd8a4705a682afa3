package io.crackscope.ui.inspection;

import io.crackscope.imaging.Picture;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pixels as JavaFX images; may be called on any thread. */
final class FxImages {
    private FxImages() {}

    static Image of(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getByteRgbInstance(),
                        picture.rgb(),
                        0,
                        3 * picture.width());
        return image;
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
