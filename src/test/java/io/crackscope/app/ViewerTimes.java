package io.crackscope.app;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.ui.common.MouseEvents;
import io.crackscope.ui.common.ShownStage;
import io.crackscope.ui.inspection.InspectionEngine;
import io.crackscope.ui.inspection.ScriptedInspector;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * How long a person waits in the viewer for a photo of 50 megapixels, how evenly it moves and what memory it takes, in a
 * window of 1280 x 800. By hand: {@code mvn -q test-compile exec:exec@viewer-times}; argument: a photo, or none to have one
 * made.
 */
public final class ViewerTimes {
    private static final int WIDTH = 8660;
    private static final int HEIGHT = 5774;

    private ViewerTimes() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("viewer-times");
        Path photo = arguments.length > 0 ? Path.of(arguments[0]) : photoOf50Megapixels(folder.resolve("photo.jpg"));
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        System.out.printf(
                Locale.ROOT,
                "%s, %.1f MB; most heap %d MB%n",
                photo.getFileName(),
                Files.size(photo) / 1e6,
                Runtime.getRuntime().maxMemory() >> 20);
        System.out.println(round(photo));
        Platform.exit();
    }

    private static String round(Path photo) throws Exception {
        PhotoReader reader = new ImageIoPhotoReader();
        Stage stage = ShownStage.fx(() -> {
            Settings settings = MemoryPreferences.settings();
            settings.theme(Settings.Theme.LIGHT);
            Stage made = new Stage();
            InspectionEngine engine = ScriptedInspector.engine();
            new Wiring(TestWindow.parts(reader, () -> engine, settings, photo.resolveSibling("data")))
                    .open(made, List.of());
            return made;
        });
        long start = System.nanoTime();
        ShownStage.fx(() -> {
            new FileDrop(List.of(photo)).dropOn(stage.getScene().getRoot());
            return true;
        });
        ShownStage.until(() -> node(stage, "#photo-canvas") != null
                && text(stage, "#zoom").endsWith("%")
                && text(stage, "#viewer-message").isEmpty()
                && node(stage, "#zoom").getParent().isVisible());
        double toFirst = (System.nanoTime() - start) / 1e6;
        start = System.nanoTime();
        press(stage, KeyCode.DIGIT1);
        ShownStage.until(() -> text(stage, "#zoom").equals("100\u00A0%")
                && text(stage, "#viewer-detail").isEmpty());
        double toSharp = (System.nanoTime() - start) / 1e6;
        Thread.sleep(3000); // the rest of the tiles arrives
        double decoding = Measuring.cpu("io-");
        double before = Measuring.cpu("JavaFX") + Measuring.cpu("Quantum");
        List<Double> frames = pan(stage);
        double drawing = (Measuring.cpu("JavaFX") + Measuring.cpu("Quantum") - before) / frames.size();
        System.gc();
        double heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
        ShownStage.fx(() -> {
            stage.hide();
            return true;
        });
        Collections.sort(frames);
        if (Boolean.getBoolean("histogram")) {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(ProcessHandle.current().pid()),
                            "GC.class_histogram")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        return String.format(
                Locale.ROOT,
                "first picture %.0f ms; sharp 1:1 in the middle %.0f ms; frames while panning: median %.1f ms, 95 %%"
                        + " %.1f ms, longest %.1f ms of %d; heap after it %.0f MB; processor time: %.0f ms to decode"
                        + " twice, %.1f ms a frame to lay out and draw in software",
                toFirst,
                toSharp,
                frames.get(frames.size() / 2),
                frames.get(frames.size() * 95 / 100),
                frames.getLast(),
                frames.size(),
                heap,
                decoding,
                drawing);
    }

    /** Drags the photo 12 pixels a frame for four seconds; the times between frames in milliseconds. */
    private static List<Double> pan(Stage stage) throws Exception {
        List<Double> frames = new ArrayList<>();
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        ShownStage.fx(() -> {
            mouse(stage, MouseEvent.MOUSE_PRESSED, 0);
            new AnimationTimer() {
                private final long begin = System.nanoTime();
                private long last = begin;
                private int step;

                @Override
                public void handle(long now) {
                    long time = System.nanoTime();
                    if (step > 0) {
                        frames.add((time - last) / 1e6);
                    }
                    last = time;
                    step++;
                    int way = step % 120 < 60 ? step % 60 : 60 - step % 60;
                    mouse(stage, MouseEvent.MOUSE_DRAGGED, 12.0 * way);
                    if (time - begin > 4_000_000_000L) {
                        stop();
                        mouse(stage, MouseEvent.MOUSE_RELEASED, 12.0 * way);
                        end.complete(true);
                    }
                }
            }.start();
            return true;
        });
        end.get(60, TimeUnit.SECONDS);
        return frames;
    }

    private static void mouse(Stage stage, javafx.event.EventType<MouseEvent> type, double way) {
        Node canvas = node(stage, "#photo-canvas");
        var at = canvas.localToScene(400 + way, 300 + way / 2);
        canvas.fireEvent(MouseEvents.of(type, at.getX(), at.getY()));
    }

    private static Path photoOf50Megapixels(Path file) throws Exception {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        int[] row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean crack = Math.abs(x - y * 1.4 - 200 * Math.sin(y / 300.0)) < 6;
                int grey = (crack ? 60 : 140 + (int) (30 * Math.sin(x / 700.0) * Math.cos(y / 500.0)))
                        + random.nextInt(24);
                row[x] = grey << 16 | grey << 8 | grey;
            }
            image.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0.9f);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        }
        return file;
    }

    private static void press(Stage stage, KeyCode code) throws Exception {
        ShownStage.fx(() -> {
            stage.getScene()
                    .getRoot()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return true;
        });
    }

    private static Node node(Stage stage, String selector) {
        return stage.getScene().lookup(selector);
    }

    private static String text(Stage stage, String selector) {
        return ((Labeled) node(stage, selector)).getText();
    }
}
