package io.crackscope.app;

import io.crackscope.cli.StandardOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/**
 * Where the program begins. A plain class: the Java launcher refuses to start a JavaFX application from the class path.
 */
public final class Launcher {
    private Launcher() {}

    /** Opens the window with the photos named, or runs a command and exits with its code. */
    public static void main(String[] arguments) {
        // Charts take their fonts from AWT, which would else connect to the display beside JavaFX.
        System.setProperty("java.awt.headless", "true");
        LibraryLinks.prepare(System.getProperty("crackscope.home"));
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtFailures());
        boolean wasShown = Start.of(arguments) instanceof Start.Window window && DesktopWindow.open(window.photos());
        if (!wasShown) {
            StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out), System.out.charset());
            System.exit(CommandLineWiring.program(DesktopWindow::open, out, System.err)
                    .run(arguments));
        }
    }
}
