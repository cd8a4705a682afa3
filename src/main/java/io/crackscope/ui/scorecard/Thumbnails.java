package io.crackscope.ui.scorecard;

import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/** Small pictures of photos. JavaFX thread only. */
@FunctionalInterface
public interface Thumbnails {
    /** Hands over a thumbnail when it is at hand; never if the file cannot be read or the cancellation was used. */
    Cancellation thumbnail(Path file, Consumer<Image> answer);
}
