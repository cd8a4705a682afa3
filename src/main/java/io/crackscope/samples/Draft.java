package io.crackscope.samples;

import io.crackscope.domain.Label;
import io.crackscope.imaging.Picture;
import java.util.List;

/** A scene that is laid out and not yet painted: all that is known of it, at a small part of the cost. */
record Draft(
        SceneKind kind,
        int width,
        int height,
        List<CrackTruth> cracks,
        List<ConfuserTruth> confusers,
        List<Layer> layers,
        Camera camera) {

    Label label() {
        return cracks.isEmpty() ? Label.NO_CRACK : Label.CRACK;
    }

    /** Paints the scene in bands of this many rows; the pixels do not depend on it. */
    Scene paint(int bandHeight) {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y += bandHeight) {
            int rows = Math.min(bandHeight, height - y);
            Band band =
                    new Band(-Camera.MARGIN, y - Camera.MARGIN, width + 2 * Camera.MARGIN, rows + 2 * Camera.MARGIN);
            for (Layer layer : layers) {
                layer.paint(band);
            }
            camera.develop(band, rgb);
        }
        return new Scene(kind, new Picture(width, height, rgb), cracks, confusers);
    }
}
