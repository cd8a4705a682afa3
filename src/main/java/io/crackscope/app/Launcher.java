package io.crackscope.app;

/** Starts the program. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineWiring.run(photos -> false, arguments));
    }
}
