package io.crackscope.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the program is asked to be: a window or a command. */
sealed interface Start {
    /** A window that begins with these photos. */
    record Window(List<Path> photos) implements Start {}

    /** A command on the terminal. */
    record Command() implements Start {}

    /** The commands; a photo of such a name is opened by writing {@code ./train}. */
    Set<String> COMMANDS = Set.of("inspect", "train", "evaluate", "samples", "doctor", "help");

    /** Options and commands go to the command line, all else are photos. */
    static Start of(String... arguments) {
        boolean isCommand = arguments.length > 0 && COMMANDS.contains(arguments[0]);
        boolean hasOption = Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("-"));
        if (isCommand || hasOption) {
            return new Command();
        }
        try {
            return new Window(Arrays.stream(arguments).map(Path::of).toList());
        } catch (InvalidPathException e) {
            // The command line says which argument is no path.
            return new Command();
        }
    }

    /** Whether a window can be shown: on Linux that takes a display server, elsewhere there is one. */
    static boolean hasDisplay(String system, Map<String, String> environment) {
        boolean needsServer = system.toLowerCase(java.util.Locale.ROOT).contains("linux");
        return !needsServer
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }
}
