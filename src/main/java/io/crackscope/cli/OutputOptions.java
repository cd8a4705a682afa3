package io.crackscope.cli;

import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What no output may cost, looked at before a command runs: {@code inspect --csv *.jpg} names the first photo as the file
 * to write, and {@code --json a --csv a} would lose one of two results.
 */
final class OutputOptions {
    private static final Set<String> NAMES = Set.of(
            "--json", "--csv", "--report", "--out", "--geojson", "--kml", "--html", "--pdf", "--split-out", "--onnx");
    /** What a command that knows {@code --force} asks about itself before it replaces a model or what it reads. */
    private static final Set<String> FORCED = Set.of("--out", "--onnx");

    private static final byte[] PROJECT = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MODEL = {'P', 'K', 3, 4};

    private final PhotoReader photos;
    private final Console console;

    OutputOptions(PhotoReader photos, Console console) {
        this.photos = photos;
        this.console = console;
    }

    /**
     * Looks at the outputs of the command that {@code parsed} names.
     *
     * @throws ParameterException if two are one file, or one is a file that the command reads, a photo, an inspection or
     *     a model
     */
    void check(ParseResult parsed) {
        ParseResult command = parsed;
        while (command.subcommand() != null) {
            command = command.subcommand();
        }
        Set<Path> read = command.matchedArgs().stream()
                .filter(argument -> !(argument instanceof OptionSpec option && NAMES.contains(option.longestName())))
                .flatMap(argument -> paths(argument.getValue()))
                .map(OutputOptions::real)
                .collect(Collectors.toSet());
        boolean knowsForce = command.commandSpec().findOption("--force") != null;
        Map<Path, String> named = new HashMap<>();
        for (OptionSpec option : command.matchedOptions()) {
            if (NAMES.contains(option.longestName())
                    && option.getValue() instanceof Path target
                    && !JsonTarget.isStandardOutput(target)) {
                boolean asks = knowsForce && FORCED.contains(option.longestName());
                String problem = problem(option.longestName(), target, asks, read, named);
                if (problem != null) {
                    throw new ParameterException(command.commandSpec().commandLine(), problem);
                }
            }
        }
    }

    private @Nullable String problem(
            String option, Path target, boolean asks, Set<Path> read, Map<Path, String> named) {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return null;
        }
        String other = named.putIfAbsent(real(target), option);
        if (other != null) {
            return console.text("cli.usage.one_file", other, option, Console.plain(target.toString()));
        }
        if (Files.exists(target) && !asks && read.contains(real(target))) {
            return console.text("cli.usage.input", option, Console.plain(target.toString()));
        }
        return isPrecious(target, asks)
                ? console.text("cli.usage.precious", option, Console.plain(target.toString()))
                : null;
    }

    private static Stream<Path> paths(@Nullable Object value) {
        return switch (value) {
            case Path path -> Stream.of(path);
            case Collection<?> several -> several.stream().flatMap(OutputOptions::paths);
            case null, default -> Stream.of();
        };
    }

    private boolean isPrecious(Path target, boolean asks) {
        if (!Files.isRegularFile(target)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(target)) {
            byte[] head = in.readNBytes(PROJECT.length);
            return Arrays.equals(head, PROJECT) || !asks && startsWith(head, MODEL) || isPicture(target);
        } catch (IOException e) {
            // whether it can be written is found out by the command
            return false;
        }
    }

    private boolean isPicture(Path target) {
        return switch (photos.read(target, 1)) {
            case PhotoReading.Decoded decoded -> true;
            case PhotoReading.Refused(Refusal refusal) ->
                switch (refusal.kind()) {
                    case DAMAGED, ANIMATED, TOO_SMALL, TOO_LARGE, UNSUPPORTED -> true;
                    case MISSING, EMPTY, UNREADABLE, NOT_A_PICTURE -> false;
                };
        };
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static Path real(Path target) {
        try {
            return target.toRealPath();
        } catch (IOException e) {
            return target.toAbsolutePath().normalize();
        }
    }
}
