package io.crackscope.app;

import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.ImageListing;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.samples.SampleTiles;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.work.Cancellation;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;

/**
 * How fast the Dataset tab is, in the real window with real threads: listing, first thumbnails, frames while scrolling
 * (with and without measuring behind it), measuring, heap. Not a test; run by hand:
 *
 * <pre>
 * mvn -q test-compile exec:exec@dataset-bench -Ddataset.data=FOLDER
 * </pre>
 *
 * Argument: a data set, which is only read; 40,000 tiles of 96 pixels are drawn where it is missing. The program's own files go
 * into a temporary folder.
 */
public final class DatasetBenchmark {
    private static final int TILES = 40_000;
    private static final int SCROLL_SECONDS = 8;

    private final Path data;
    private final Path home;
    private Stage stage;

    private DatasetBenchmark(Path data, Path home) {
        this.data = data;
        this.home = home;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]).toAbsolutePath();
        if (!Files.exists(data)) {
            new SampleTiles(96, 7).write(data, TILES);
        }
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        new DatasetBenchmark(data, Files.createTempDirectory("dataset-bench")).run();
        System.exit(0);
    }

    private void run() throws Exception {
        say(
                "data",
                "%s, %d processors, heap at most %d MB",
                data,
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        long start = System.nanoTime();
        int images = ImageListing.of(DataSource.of(data), new Cancellation())
                .images()
                .size();
        say("folders read", "%d images in %.2f s (cold)", images, since(start));
        open();
        opened();
        say("heap after opening", "%d MB used", usedMegabytes());
        scroll("scrolling while measuring");
        long measuring = System.nanoTime();
        until(() -> !node("#set-line").isVisible());
        say("measured", "after %.1f s more", since(measuring));
        scroll("scrolling when measured");
        until(() -> node("#check-imbalance .check-number") instanceof Labeled label
                && !label.getText().isEmpty());
        say("heap at the end", "%d MB used, %d MB at most", usedMegabytes(), peakMegabytes());
        fx(() -> {
            stage.hide();
            return true;
        });
        open();
        say("again", "with what was measured kept");
        opened();
        long again = System.nanoTime();
        until(() -> !node("#set-line").isVisible());
        say("measured", "after %.1f s more", since(again));
    }

    private void open() throws Exception {
        fx(() -> {
            Settings settings = MemoryPreferences.settings();
            settings.theme(Settings.Theme.LIGHT);
            stage = new Stage();
            ImageIoPhotoReader reader = new ImageIoPhotoReader();
            new Wiring(TestWindow.parts(reader, TestWindow.shipped(home), settings, home)).open(stage, List.of());
            return true;
        });
        until(() -> ((Labeled) node("#model-in-use")).getText().startsWith("Model "));
    }

    private void opened() throws Exception {
        fx(() -> {
            ((javafx.scene.control.Button) node("#tab-dataset")).fire();
            return true;
        });
        long start = System.nanoTime();
        double cpu = cpu();
        fx(() -> {
            new FileDrop(List.of(data)).dropOn(stage.getScene().getRoot());
            return true;
        });
        until(() -> node("#set-counts") != null
                && ((Labeled) node("#set-counts")).getText().contains(" images")
                && stage.getScene().getRoot().lookupAll(".grid-cell").size() > 3);
        double listed = since(start);
        double listedCpu = cpu() - cpu;
        until(() -> pictured() > 0);
        double first = since(start);
        until(() -> pictured() == cells());
        say(
                "opened",
                "listed after %.2f s (%.2f s of one processor), first thumbnail %.2f s later, all %d in sight %.2f s"
                        + " later",
                listed,
                listedCpu,
                first - listed,
                cells(),
                since(start) - listed);
    }

    private long pictured() {
        return stage.getScene().getRoot().lookupAll(".grid-cell").stream()
                .filter(Node::isVisible)
                .filter(cell -> cell.lookup(".image-view") instanceof ImageView view && view.getImage() != null)
                .count();
    }

    private long cells() {
        return stage.getScene().getRoot().lookupAll(".grid-cell").stream()
                .filter(Node::isVisible)
                .count();
    }

    /**
     * A frame that came {@code millis} after the last: for {@code own} the threads that make it were at work, for
     * {@code paused} memory was tidied up; else it waited for its turn.
     */
    private record Frame(double millis, double own, long paused) {}

    /** Scrolls a row every fifth frame, as a fast wheel does, and notes when frames come. */
    private void scroll(String name) throws Exception {
        List<Frame> frames = Collections.synchronizedList(new ArrayList<>());
        List<Long> makers = makers();
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        fx(() -> {
            ScrollBar bar = (ScrollBar) node("#image-grid").lookup(".scroll-bar");
            new AnimationTimer() {
                private final long begun = System.nanoTime();
                private long last;
                private double lastOwn;
                private long lastPaused;

                @Override
                public void handle(long now) {
                    long real = System.nanoTime();
                    double own = threadCpu(makers);
                    long paused = paused();
                    if (last > 0) {
                        frames.add(new Frame((real - last) / 1e6, 1000 * (own - lastOwn), paused - lastPaused));
                    }
                    last = real;
                    lastOwn = own;
                    lastPaused = paused;
                    bar.setValue(Math.min(bar.getMax(), bar.getValue() + bar.getUnitIncrement() / 5));
                    if (real - begun > TimeUnit.SECONDS.toNanos(SCROLL_SECONDS)) {
                        stop();
                        over.complete(true);
                    }
                }
            }.start();
            return true;
        });
        over.get(60, TimeUnit.SECONDS);
        double perFrame = frames.stream().mapToDouble(Frame::own).average().orElse(0);
        double mostOwn = frames.stream().mapToDouble(Frame::own).max().orElse(0);
        List<Double> sorted = frames.stream().map(Frame::millis).sorted().toList();
        say(
                name,
                "%d frames in %d s: median %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms, longest %.1f ms, %d over 50 ms (%d"
                        + " of them in a pause of 15 ms or more to tidy up memory); a frame takes %.1f ms of one"
                        + " processor, at most %.1f ms",
                sorted.size(),
                SCROLL_SECONDS,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.get(sorted.size() * 99 / 100),
                sorted.getLast(),
                sorted.stream().filter(frame -> frame > 50).count(),
                frames.stream()
                        .filter(frame -> frame.millis() > 50 && frame.paused() >= 15)
                        .count(),
                perFrame,
                mostOwn);
    }

    /** Processor time of this program in seconds: what a busy machine cannot lengthen. */
    private static double cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    /** The two threads that make a frame. */
    private static List<Long> makers() {
        var threads = ManagementFactory.getThreadMXBean();
        List<Long> makers = new ArrayList<>();
        for (long id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            if (info != null
                    && (info.getThreadName().equals("JavaFX Application Thread")
                            || info.getThreadName().startsWith("QuantumRenderer"))) {
                makers.add(id);
            }
        }
        return makers;
    }

    /** Milliseconds in which everything stood still for memory to be tidied up. */
    private static long paused() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> !collector.getName().contains("Concurrent"))
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    /** Processor time of {@code threads}, in seconds. */
    private static double threadCpu(List<Long> threads) {
        var bean = ManagementFactory.getThreadMXBean();
        return threads.stream().mapToLong(bean::getThreadCpuTime).sum() / 1e9;
    }

    private static long usedMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String what, String format, Object... values) {
        System.out.printf(Locale.ROOT, "%-26s %s%n", what, String.format(Locale.ROOT, format, values));
    }

    private static void until(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(15);
        while (!fx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("took longer than a quarter of an hour");
            }
            Thread.sleep(5);
        }
    }

    private static <T> T fx(Callable<T> action) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(120, TimeUnit.SECONDS);
    }
}
