package io.crackscope.app;

import io.crackscope.cli.Services;
import io.crackscope.cli.StandardOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;

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
        Services.WindowOpener window = DesktopWindow::open;
        if (Start.of(arguments) instanceof Start.Window(List<Path> photos)) {
            Services.Opening opening = window.open(photos);
            if (opening instanceof Services.Opening.Shown) {
                return;
            }
            window = again -> opening;
        }
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out), System.out.charset());
        System.exit(CommandLineWiring.program(window, out, System.err).run(arguments));
    }
}
