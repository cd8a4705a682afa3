package io.crackscope.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the program is asked to be: a window or a command. */
sealed interface Start {
    /** A window that begins with these photos. */
    record Window(List<Path> photos) implements Start {}

    /** A command on the terminal. */
    record Command() implements Start {}

    /** The commands; a photo of such a name is opened by writing {@code ./train}. */
    Set<String> COMMANDS = Set.of(
            "inspect",
            "report",
            "train",
            "evaluate",
            "export",
            "scorecard",
            "audit",
            "dataset",
            "samples",
            "doctor",
            "help");

    /**
     * Photos open the window at once, without the command line being loaded. Options, commands, and words of which none
     * is a file (most likely a mistyped command) go to the command line.
     */
    static Start of(String... arguments) {
        boolean isCommand = arguments.length > 0 && COMMANDS.contains(arguments[0]);
        boolean hasOption = Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("-"));
        if (isCommand || hasOption) {
            return new Command();
        }
        try {
            List<Path> photos = Arrays.stream(arguments).map(Path::of).toList();
            boolean isThere = photos.isEmpty() || photos.stream().anyMatch(Files::exists);
            return isThere ? new Window(photos) : new Command();
        } catch (InvalidPathException e) {
            // The command line says which argument is no path.
            return new Command();
        }
    }
}
