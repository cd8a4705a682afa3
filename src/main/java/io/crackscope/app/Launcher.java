package io.crackscope.app;

import javafx.application.Application;

/**
 * Where the program begins. A plain class: the Java launcher refuses to start an {@link Application} from the class
 * path.
 */
public final class Launcher {
    private Launcher() {}

    /** Opens the window with the photos named, or runs a command and exits with its code. */
    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtFailures());
        boolean hasDisplay = Start.hasDisplay(System.getProperty("os.name"), System.getenv());
        if (hasDisplay && Start.of(arguments) instanceof Start.Window) {
            Application.launch(Workstation.class, arguments);
        } else {
            System.exit(ProgramParts.runCommandLine(arguments));
        }
    }
}
