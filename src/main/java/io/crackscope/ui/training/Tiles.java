package io.crackscope.ui.training;

import io.crackscope.imaging.Picture;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Tiles on the screen. */
final class Tiles {
    private Tiles() {}

    /** The pixels as an image. */
    static Image image(Picture picture) {
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

    /** A square view of this side in logical pixels. */
    static ImageView view(Picture picture, double side) {
        ImageView view = new ImageView(image(picture));
        view.setFitWidth(side);
        view.setFitHeight(side);
        return view;
    }
}
