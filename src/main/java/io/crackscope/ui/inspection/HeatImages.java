package io.crackscope.ui.inspection;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Heat as JavaFX images; may be called on any thread. */
final class HeatImages {
    private HeatImages() {}

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
