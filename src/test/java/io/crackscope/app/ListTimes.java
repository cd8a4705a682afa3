package io.crackscope.app;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.ui.common.ShownStage;
import io.crackscope.ui.inspection.InspectionEngine;
import io.crackscope.ui.inspection.PhotoRow;
import io.crackscope.ui.inspection.ScriptedInspector;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * How evenly the list of 2,000 photos scrolls, in a window of 1280 x 800: while they are inspected, with the wheel, dragged by
 * its bar from end to end, and from photo to photo by key. By hand: {@code mvn -q test-compile exec:exec@list-times}.
 *
 * <p>Of a frame it tells the time since the one before, which a busy machine lengthens, and the processor time that the
 * window's own thread spent on it, which is what the program's code, layout and styles take.
 */
public final class ListTimes {
    private static final int PHOTOS = 2000;
    private static final int MOTIFS = 40;
    private static final int PIXELS_A_NOTCH = 40;

    /** As fast as a very small model on a fast machine would be. */
    private static volatile long nanosAPhoto = 50_000_000;

    private ListTimes() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = photos(Files.createTempDirectory("list-times").resolve("photos"));
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        Stage stage = ShownStage.fx(() -> {
            Settings settings = MemoryPreferences.settings();
            settings.theme(Settings.Theme.LIGHT);
            Stage made = new Stage();
            InspectionEngine engine = new ScriptedInspector()
                    .before(file -> LockSupport.parkNanos(nanosAPhoto))
                    .asEngine();
            new Wiring(TestWindow.parts(
                            new ImageIoPhotoReader(), () -> engine, settings, folder.resolveSibling("data")))
                    .open(made, List.of());
            return made;
        });
        long start = System.nanoTime();
        ShownStage.fx(() -> {
            new FileDrop(List.of(folder)).dropOn(stage.getScene().getRoot());
            return true;
        });
        ShownStage.until(() -> list(stage) != null && list(stage).getItems().size() == PHOTOS);
        System.out.printf(Locale.ROOT, "%d photos listed after %.1f s%n", PHOTOS, (System.nanoTime() - start) / 1e9);
        frames(stage, ListTimes::turnTheWheel); // the first frames are those of code that was never run before
        System.out.println("while they are inspected: " + frames(stage, ListTimes::turnTheWheel));
        nanosAPhoto = 0;
        ShownStage.until(() -> !stage.getScene().lookup("#cancel-job").isVisible());
        System.out.printf(Locale.ROOT, "all inspected after %.1f s%n", (System.nanoTime() - start) / 1e9);
        System.out.println("by the wheel: " + frames(stage, ListTimes::turnTheWheel));
        System.out.println("dragged from end to end: " + frames(stage, ListTimes::dragTheBar));
        System.out.println("from photo to photo: " + frames(stage, ListTimes::goOn));
        System.out.println("filtered and shown again: " + frames(stage, ListTimes::filter));
        ShownStage.fx(() -> {
            stage.hide();
            return true;
        });
        Platform.exit();
    }

    private static void turnTheWheel(Stage stage, int frame) {
        ListView<PhotoRow> list = list(stage);
        double way = frame / 120 % 2 == 0 ? -PIXELS_A_NOTCH : PIXELS_A_NOTCH;
        Event.fireEvent(
                list.lookup(".list-cell"),
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        100,
                        100,
                        100,
                        100,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        way,
                        0,
                        way,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private static void dragTheBar(Stage stage, int frame) {
        list(stage).lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .forEach(bar -> bar.setValue(frame % 120 / 120.0));
    }

    private static void goOn(Stage stage, int frame) {
        ListView<PhotoRow> list = list(stage);
        if (frame % 6 == 0) {
            list.getSelectionModel().clearAndSelect(frame / 6 % PHOTOS);
            list.scrollTo(Math.max(0, frame / 6 - 2));
        }
    }

    private static void filter(Stage stage, int frame) {
        if (frame % 30 == 0) {
            ((ButtonBase) stage.getScene().lookup("#chip-crack")).fire();
        }
    }

    /** Does {@code step} in each frame of four seconds. */
    private static String frames(Stage stage, BiConsumer<Stage, Integer> step) throws Exception {
        List<Double> between = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double drawing = Measuring.cpu("Quantum");
        ShownStage.fx(() -> {
            new AnimationTimer() {
                private final long begin = System.nanoTime();
                private long last = begin;
                private long lastOwn;
                private int frame;

                @Override
                public void handle(long now) {
                    long time = System.nanoTime();
                    long spent = threads.getCurrentThreadCpuTime();
                    if (frame > 0) {
                        between.add((time - last) / 1e6);
                        own.add((spent - lastOwn) / 1e6);
                    }
                    last = time;
                    lastOwn = spent;
                    step.accept(stage, frame++);
                    if (time - begin > 4_000_000_000L) {
                        stop();
                        end.complete(true);
                    }
                }
            }.start();
            return true;
        });
        end.get(120, TimeUnit.SECONDS);
        drawing = (Measuring.cpu("Quantum") - drawing) / own.size();
        return "between frames " + figures(between) + "; own processor time of a frame " + figures(own)
                + String.format(Locale.ROOT, "; %.1f ms a frame to draw in software", drawing);
    }

    private static String figures(List<Double> times) {
        Collections.sort(times);
        return String.format(
                Locale.ROOT,
                "median %.1f, 95 %% %.1f, longest %.1f ms of %d",
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100),
                times.getLast(),
                times.size());
    }

    @SuppressWarnings("unchecked")
    private static ListView<PhotoRow> list(Stage stage) {
        return (ListView<PhotoRow>) stage.getScene().lookup("#photo-list");
    }

    /** Photos of 1.2 megapixels, a few motifs under many names. */
    private static Path photos(Path folder) throws Exception {
        Files.createDirectories(folder);
        Random random = new Random(1);
        List<Path> motifs = new ArrayList<>();
        for (int i = 0; i < MOTIFS; i++) {
            BufferedImage image = new BufferedImage(1280, 960, BufferedImage.TYPE_3BYTE_BGR);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int grey = 100 + 3 * i + random.nextInt(24);
                    image.setRGB(x, y, grey << 16 | grey << 8 | grey);
                }
            }
            Path motif = folder.resolve("%s_%04d.jpg".formatted(kind(i), i));
            ImageIO.write(image, "jpeg", motif.toFile());
            motifs.add(motif);
        }
        for (int i = MOTIFS; i < PHOTOS; i++) {
            Files.copy(motifs.get(i % MOTIFS), folder.resolve("%s_%04d.jpg".formatted(kind(i), i)));
        }
        return folder;
    }

    private static String kind(int i) {
        return i % 5 == 0 ? "crack" : i % 5 == 1 ? "uncertain" : "plain";
    }
}
