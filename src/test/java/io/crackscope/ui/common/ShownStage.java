package io.crackscope.ui.common;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** What programs that take pictures of windows do with a stage, from any thread but the JavaFX one. */
public final class ShownStage {
    private static final long PATIENCE_SECONDS = 120;

    private ShownStage() {}

    /** Does {@code action} on the JavaFX thread and waits for it; what it throws is the cause of what this throws. */
    public static <T> T fx(Callable<T> action) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until {@code condition}, asked on the JavaFX thread, holds. */
    public static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> fx(condition::getAsBoolean));
    }

    /** Writes what the stage shows as PNG, {@code scale} times as large. */
    public static void picture(Stage stage, Path file, double scale) throws Exception {
        // one pulse lays out what just changed, another what that changed
        WaitForAsyncUtils.waitForFxEvents(5);
        WritableImage image = fx(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            return stage.getScene().getRoot().snapshot(parameters, null);
        });
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(copy, "png", file.toFile());
    }
}
