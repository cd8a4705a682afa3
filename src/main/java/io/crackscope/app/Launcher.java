package io.crackscope.app;

import io.crackscope.settings.UserFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the program begins. A plain class: the Java launcher refuses to start a JavaFX application from the class path.
 */
public final class Launcher {
    private Launcher() {}

    /** Opens the window with the photos named, or runs a command and exits with its code. */
    public static void main(String[] arguments) {
        // Charts take their fonts from AWT, which would else connect to the display beside JavaFX.
        System.setProperty("java.awt.headless", "true");
        linkLibraries(System.getProperty("crackscope.home"));
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtFailures());
        boolean wasShown = Start.of(arguments) instanceof Start.Window window && DesktopWindow.open(window.photos());
        if (!wasShown) {
            System.exit(CommandLineWiring.program(DesktopWindow::open, System.out, System.err)
                    .run(arguments));
        }
    }

    /**
     * JavaCPP links each library in a folder that it may write to. That is the folder they lie in where the program may
     * write there, else the person's cache, not one that JavaCPP would make in the home folder.
     */
    private static void linkLibraries(@Nullable String home) {
        if (home != null) {
            Path own = Path.of(home);
            Path folder = Files.isWritable(own) ? own : UserFolders.ofUser().cache();
            System.setProperty("org.bytedeco.javacpp.cachedir", folder.toString());
        }
    }
}
