package io.crackscope.app;

import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import io.crackscope.training.RunHistory;
import io.crackscope.training.RunRecord;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Measures what watching a training costs: the same run of cracknet at 128 pixels on a sample of METU, by turns on the
 * command line and in the window, each in a process of its own, and how long the JavaFX thread was busy with the charts.
 *
 * <pre>
 * mvn -q test-compile exec:exec@training-cost
 * </pre>
 *
 * Arguments: the data folder, a folder to write to, epochs, and times each is run.
 */
public final class TrainingWindowCost {
    private static final String SAMPLE = "1500";
    private static final String SIZE = "128";
    /** Epochs that do not count: most of the code that both run is compiled in them. */
    private static final int COMPILING = 2;

    private static final int OFTEN_MILLIS = 250;
    private static final int SELDOM_MILLIS = 4_000;

    private TrainingWindowCost() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("window")) {
            try {
                inTheWindow(Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]);
            } catch (Exception e) {
                // the toolkit's thread would keep the process alive
                e.printStackTrace();
                System.exit(1);
            }
            return;
        }
        Path data = Path.of(arguments[0]);
        Path out = Files.createDirectories(Path.of(arguments[1]));
        List<Double> alone = new ArrayList<>();
        List<Double> watched = new ArrayList<>();
        for (int time = 1; time <= Integer.parseInt(arguments[3]); time++) {
            // ABBA, so that a machine that gets slower or faster favours neither
            for (boolean shown : time % 2 == 1 ? new boolean[] {false, true} : new boolean[] {true, false}) {
                Path run = Files.createDirectories(out.resolve((shown ? "window-" : "cli-") + time));
                if (shown) {
                    start(run, TrainingWindowCost.class, "window", data.toString(), run.toString(), arguments[2]);
                } else {
                    onTheCommandLine(run, data, arguments[2]);
                }
                (shown ? watched : alone).add(rate(run));
            }
        }
        System.out.println("images/s on the command line: " + alone);
        System.out.println("images/s in the window:       " + watched);
        System.out.printf(Locale.ROOT, "the window leaves %.1f %%%n", 100 * mean(watched) / mean(alone));
    }

    private static void onTheCommandLine(Path run, Path data, String epochs) throws Exception {
        start(
                run,
                Launcher.class,
                "train",
                "--data",
                data.toString(),
                "--sample",
                SAMPLE,
                "--preset",
                "cracknet",
                "--input-size",
                SIZE,
                "--epochs",
                epochs,
                "--quiet",
                "--out",
                run.resolve("m.crackscope").toString());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Mean over the epochs but the first ones, in which code is compiled. */
    private static double rate(Path folder) {
        RunRecord run = new RunHistory(folder.resolve("data/runs")).all().getFirst();
        return run.epochs().stream()
                .skip(COMPILING)
                .mapToDouble(EpochScore::imagesPerSecond)
                .average()
                .orElse(Double.NaN);
    }

    private static void start(Path data, Class<?> main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String property : List.of("glass.platform", "prism.order")) {
            if (System.getProperty(property) != null) {
                command.add("-D" + property + "=" + System.getProperty(property));
            }
        }
        command.addAll(compilerFlags());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.deeplearning4j.crash.reporting.enabled=false",
                "-Xmx2g",
                "-Dcrackscope.data=" + data.resolve("data"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        // as the launcher of the packaged program does
        process.environment().putAll(Map.of("OMP_WAIT_POLICY", "passive", "MALLOC_ARENA_MAX", "2"));
        if (process.start().waitFor() != 0) {
            throw new IllegalStateException(main.getSimpleName() + " failed");
        }
    }

    /** When the packaged program compiles: otherwise the window would be measured with code that no person waits for. */
    private static List<String> compilerFlags() throws IOException {
        return Files.readAllLines(Path.of("jlink.json")).stream()
                .map(line -> line.strip().replaceAll("[\",]", ""))
                .filter(flag -> flag.startsWith("-XX:Tier4"))
                .toList();
    }

    private static void inTheWindow(Path data, Path out, String epochs) throws Exception {
        Files.createDirectories(out);
        Platform.startup(() -> {});
        Stage stage = fx(() -> {
            Settings settings = MemoryPreferences.settings();
            settings.theme(Settings.Theme.valueOf(System.getProperty("theme", "LIGHT")));
            Stage made = new Stage();
            new Wiring(TestWindow.parts(
                            new ImageIoPhotoReader(), TestWindow.shipped(out.resolve("data")), settings, out))
                    .open(made, List.of());
            ((javafx.scene.control.Button) made.getScene().lookup("#tab-train")).fire();
            return made;
        });
        fx(() -> {
            new FileDrop(List.of(data)).dropOn(stage.getScene().getRoot());
            return true;
        });
        until(() -> stage.getScene().lookup(".preview-cell") != null);
        fx(() -> {
            @SuppressWarnings("unchecked")
            ChoiceBox<NetworkPreset> preset =
                    (ChoiceBox<NetworkPreset>) stage.getScene().lookup("#field-preset");
            preset.setValue(NetworkPreset.CRACKNET);
            type(stage, "#field-sample", SAMPLE);
            type(stage, "#field-input-size", SIZE);
            type(stage, "#field-epochs", epochs);
            return true;
        });
        until(() -> !stage.getScene().lookup("#train-start").isDisabled());
        until(() -> text(stage, "#estimate").startsWith("About"));
        System.out.println("estimate: " + text(stage, "#estimate"));
        long start = System.nanoTime();
        Map<String, Double> cpuBefore = Map.of(
                "JavaFX Application Thread", cpu("JavaFX Application Thread"),
                "QuantumRenderer-0", cpu("QuantumRenderer-0"));
        fx(() -> {
            ((javafx.scene.control.Button) stage.getScene().lookup("#train-start")).fire();
            return true;
        });
        // looked at in the first epoch, which does not count, and then seldom: a benchmark that keeps the JavaFX thread
        // or
        // the disk busy measures itself
        while (!fx(() -> text(stage, "#run-epoch")).startsWith("Epoch 1")) {
            Thread.sleep(OFTEN_MILLIS);
        }
        picture(stage, out.resolve("running.png"));
        Object charts = stage.getScene().lookup("#curve-charts");
        RunHistory history = new RunHistory(out.resolve("data/runs"));
        while (history.all().stream().noneMatch(run -> run.state() == RunRecord.State.FINISHED && run.test() != null)) {
            Thread.sleep(SELDOM_MILLIS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "from Train to the test score: %.1f s%n", seconds);
        Map<String, Double> used = new HashMap<>();
        for (String thread : List.of("JavaFX Application Thread", "QuantumRenderer-0")) {
            used.put(thread, cpu(thread) - cpuBefore.get(thread));
            System.out.printf(Locale.ROOT, "%s: %.1f %% of a processor%n", thread, 100 * used.get(thread) / seconds);
        }
        Method times = charts.getClass().getDeclaredMethod("drawNanos");
        times.setAccessible(true);
        LongSummaryStatistics nanos = (LongSummaryStatistics) times.invoke(charts);
        System.out.printf(
                Locale.ROOT,
                "charts drawn %d times: mean %.2f ms, longest %.1f ms by the clock; all that the JavaFX thread did took"
                        + " %.2f ms of a processor for each%n",
                nanos.getCount(),
                nanos.getAverage() / 1e6,
                nanos.getMax() / 1e6,
                1000 * used.get("JavaFX Application Thread") / nanos.getCount());
        until(() -> stage.getScene().lookup("#duel-verdict") != null);
        picture(stage, out.resolve("finished.png"));
        fx(() -> {
            stage.hide();
            return true;
        });
        System.exit(0);
    }

    /** Seconds of a processor that the thread of this name has used. */
    private static double cpu(String name) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals(name))
                .mapToDouble(thread -> threads.getThreadCpuTime(thread.getThreadId()) / 1e9)
                .sum();
    }

    private static void type(Stage stage, String selector, String text) {
        ((TextInputControl) stage.getScene().lookup(selector)).setText(text);
    }

    private static String text(Stage stage, String selector) {
        return stage.getScene().lookup(selector) instanceof javafx.scene.control.Labeled label ? label.getText() : "";
    }

    private static void picture(Stage stage, Path file) throws Exception {
        WritableImage image = fx(() -> stage.getScene().snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(copy, "png", new File(file.toString()));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        org.testfx.util.WaitForAsyncUtils.waitFor(1_800, TimeUnit.SECONDS, () -> fx(condition::holds));
    }

    private static <T> T fx(java.util.concurrent.Callable<T> action) throws Exception {
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
