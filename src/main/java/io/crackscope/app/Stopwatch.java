package io.crackscope.app;

import io.crackscope.ui.inspection.EngineState;
import io.crackscope.ui.inspection.InspectionProgress;
import io.crackscope.ui.inspection.InspectionViewModel;
import io.crackscope.ui.inspection.PhotoState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/**
 * Measures a start: writes when the window was there to be used, when the first photo was taken up by an open engine and
 * when all were judged, in milliseconds since the process began, and closes the window. Asked for with the system property
 * {@code crackscope.stopwatch}, which names the file. The build uses it too, for a run of the whole program that ends by
 * itself.
 */
final class Stopwatch {
    private static final String FILE = "crackscope.stopwatch";

    /** The first frame may be drawn before the second begins. */
    private static final int FRAMES = 2;

    /** Where Linux says when a process began, counted from its state, and in what milliseconds. */
    private static final int BEGAN = 19;

    private static final long TICK = 10;

    private final Path file;
    private final Instant began = Instant.now().minus(age(ProcessHandle.current()));
    private long window;
    private long inspection;

    private Stopwatch(Path file) {
        this.file = file;
    }

    /** None where nobody asked. */
    static Optional<Stopwatch> asked() {
        return Optional.ofNullable(System.getProperty(FILE)).map(Path::of).map(Stopwatch::new);
    }

    /**
     * How long {@code process} has been running. Linux counts it from the start of the system, whose time of day it tells
     * in whole seconds: what Java makes of the two is early by up to one.
     */
    static Duration age(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.exists(stat)) {
            return Duration.between(process.info().startInstant().orElseThrow(), Instant.now());
        }
        try {
            String facts = Files.readString(stat);
            // the name before, in parentheses, may hold spaces
            String began = facts.substring(facts.lastIndexOf(')') + 2).split(" ")[BEGAN];
            String now = Files.readString(Path.of("/proc/uptime")).split(" ")[0];
            return Duration.ofMillis(Math.round(1000 * Double.parseDouble(now)) - TICK * Long.parseLong(began));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be called when the window was shown and the inspection of at least one photo was asked for. */
    void follow(Stage stage, InspectionViewModel photos) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == FRAMES) {
                    window = elapsed();
                }
                if (inspection == 0 && isTakenUp(photos)) {
                    inspection = elapsed();
                }
                if (frames >= FRAMES && isJudged(photos)) {
                    stop();
                    write();
                    stage.hide();
                }
            }
        }.start();
    }

    /** Also of photos that were judged at an earlier start. */
    private static boolean isJudged(InspectionViewModel photos) {
        return photos.progressProperty().get().phase() == InspectionProgress.Phase.IDLE
                && !photos.rows().isEmpty()
                && photos.rows().stream().noneMatch(row -> row.state() instanceof PhotoState.Waiting);
    }

    /** A photo is in work from when it is handed to the lane of the engine, which may still have to be opened. */
    private static boolean isTakenUp(InspectionViewModel photos) {
        return photos.engineProperty().get() instanceof EngineState.Ready
                && photos.progressProperty().get().phase() == InspectionProgress.Phase.INSPECTING;
    }

    private long elapsed() {
        return Duration.between(began, Instant.now()).toMillis();
    }

    private void write() {
        try {
            Files.writeString(
                    file,
                    "{\"window\":%d,\"inspection\":%d,\"verdicts\":%d}%n".formatted(window, inspection, elapsed()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
