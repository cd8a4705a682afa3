package io.crackscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;

/** Opens the window, where there is a display to open it on. */
final class DesktopWindow {
    private DesktopWindow() {}

    /**
     * Shows the window with {@code photos} and blocks until it is closed; false, at once, where there is no display. At
     * most once in a JVM: JavaFX cannot be started again.
     */
    static boolean open(List<Path> photos) {
        if (!hasDisplay(System.getProperty("os.name"), System.getenv())) {
            return false;
        }
        Application.launch(
                Workstation.class, photos.stream().map(Path::toString).toArray(String[]::new));
        return true;
    }

    /** Whether a window can be shown: on Linux that takes a display server, elsewhere there is one. */
    static boolean hasDisplay(String system, Map<String, String> environment) {
        boolean needsServer = system.toLowerCase(Locale.ROOT).contains("linux");
        return !needsServer
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }
}
