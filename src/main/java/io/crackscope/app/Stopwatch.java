package io.crackscope.app;

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
 * Measures a start: writes when the window was there to be used and when its photos were judged, in milliseconds since the
 * process began, and closes the window. Asked for with the system property {@code crackscope.stopwatch}, which names the
 * file. The build uses it too, for a run of the whole program that ends by itself.
 */
final class Stopwatch {
    private static final String FILE = "crackscope.stopwatch";

    /** The first frame may be drawn before the second begins. */
    private static final int FRAMES = 2;

    private final Path file;
    private final Instant began = ProcessHandle.current().info().startInstant().orElseThrow();
    private long window;

    private Stopwatch(Path file) {
        this.file = file;
    }

    /** None where nobody asked. */
    static Optional<Stopwatch> asked() {
        return Optional.ofNullable(System.getProperty(FILE)).map(Path::of).map(Stopwatch::new);
    }

    /** To be called when the window was shown and the inspection of at least one photo was asked for. */
    void follow(Stage stage, InspectionViewModel inspection) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == FRAMES) {
                    window = elapsed();
                }
                if (frames >= FRAMES && isJudged(inspection)) {
                    stop();
                    write();
                    stage.hide();
                }
            }
        }.start();
    }

    /** Also of photos that were judged at an earlier start. */
    private static boolean isJudged(InspectionViewModel inspection) {
        return inspection.progressProperty().get().phase() == InspectionProgress.Phase.IDLE
                && !inspection.rows().isEmpty()
                && inspection.rows().stream().noneMatch(row -> row.state() instanceof PhotoState.Waiting);
    }

    private long elapsed() {
        return Duration.between(began, Instant.now()).toMillis();
    }

    private void write() {
        try {
            Files.writeString(file, "{\"window\":%d,\"verdicts\":%d}%n".formatted(window, elapsed()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
