package io.crackscope.app;

import io.crackscope.settings.Installation;

/** Starts the program. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        for (String argument : arguments) {
            System.out.println(argument);
        }
        if (arguments.length > 0 && arguments[0].equals("--version")) {
            System.out.println("CrackScope " + Installation.locate().version());
        }
        if (arguments.length > 0 && arguments[0].equals("--exit")) {
            System.exit(Integer.parseInt(arguments[1]));
        }
    }
}
