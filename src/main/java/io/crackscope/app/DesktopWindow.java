package io.crackscope.app;

import io.crackscope.cli.Services.Opening;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window, where there is a display to open it on. */
final class DesktopWindow {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopWindow.class);

    private DesktopWindow() {}

    /**
     * Shows the window with {@code photos} and blocks until it is closed. At most once in a JVM: JavaFX cannot be started
     * again, not even where it failed.
     */
    static Opening open(List<Path> photos) {
        if (!hasDisplay(System.getProperty("os.name"), System.getenv())) {
            return new Opening.NoDisplay();
        }
        try {
            Application.launch(
                    Workstation.class, photos.stream().map(Path::toString).toArray(String[]::new));
        } catch (UnsupportedOperationException e) {
            // what JavaFX says of a display that does not answer, and of GTK that is not installed
            LOG.warn("JavaFX cannot open a window", e);
            return new Opening.Failed(e.getMessage());
        }
        return new Opening.Shown();
    }

    /** Whether a window can be shown: on Linux that takes a display server, elsewhere there is one. */
    static boolean hasDisplay(String system, Map<String, String> environment) {
        boolean needsServer = system.toLowerCase(Locale.ROOT).contains("linux");
        return !needsServer
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }
}
