package io.crackscope.cli;

import io.crackscope.dataset.DatasetException;
import io.crackscope.learning.ModelFileException;
import io.crackscope.project.ProjectException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into one line for the person, an exit code, and an entry in the log. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Console console;
    private final Path log;

    Failures(Console console, Path log) {
        this.console = console;
        this.log = log;
    }

    /** Reports {@code failure} and tells how the program ends. */
    int report(Throwable failure, boolean verbose) {
        return switch (failure) {
            case CancellationException cancelled -> {
                console.note(console.text("cli.cancelled"));
                yield ExitCodes.CANCELLED;
            }
            case ModelFileException model -> expected(line(model), model, verbose, ExitCodes.NOTHING_USABLE);
            case DatasetException data -> expected(line(data), data, verbose, ExitCodes.NOTHING_USABLE);
            case ProjectException project ->
                expected(
                        console.text(project.key(), project.file().toString()),
                        project,
                        verbose,
                        project.problem() == ProjectException.Problem.NOT_SAVED
                                ? ExitCodes.NOT_WRITTEN
                                : ExitCodes.NOTHING_USABLE);
            case NotWritten unwritten -> expected(line(unwritten), unwritten, verbose, ExitCodes.NOT_WRITTEN);
            case UncheckedIOException io when io.getCause() != null -> report(io.getCause(), verbose);
            case FileSystemException file ->
                expected(file.getFile() + ": " + reason(file), file, verbose, ExitCodes.NOTHING_USABLE);
            case IOException io -> expected(reason(io), io, verbose, ExitCodes.NOTHING_USABLE);
            case OutOfMemoryError memory -> {
                LOG.error("out of memory", memory);
                console.note(console.text("cli.error.memory"));
                yield ExitCodes.UNEXPECTED;
            }
            default -> {
                LOG.error("unexpected failure", failure);
                console.note(console.text("cli.error.unexpected", oneLine(failure.toString()), log.toString()));
                yield ExitCodes.UNEXPECTED;
            }
        };
    }

    /**
     * Tells how the program ends whose command ended with {@code code}: what the command printed is a result too, and
     * whether it arrived is known at the end only.
     */
    int ended(int code, boolean verbose) {
        Optional<IOException> failure = console.outputFailure();
        if (failure.isEmpty()) {
            return code;
        }
        int unwritten = expected(
                console.text("cli.error.output", reason(failure.get())), failure.get(), verbose, ExitCodes.NOT_WRITTEN);
        return code == ExitCodes.DONE || code == ExitCodes.SOME_REFUSED ? unwritten : code;
    }

    private int expected(String line, Throwable failure, boolean verbose, int code) {
        if (verbose) {
            LOG.warn(line, failure);
        } else {
            LOG.warn(line);
        }
        console.note(oneLine(line));
        return code;
    }

    private String line(Exception failure) {
        if (failure instanceof NotWritten unwritten
                && unwritten.target != null
                && unwritten.getCause() instanceof IOException cause) {
            return console.text("cli.error.not_written", unwritten.target.toString(), reason(cause));
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** Why reading or writing failed, in words where the cause is one people meet. */
    String reason(IOException failure) {
        String message =
                failure.getMessage() == null ? "" : failure.getMessage().toLowerCase(Locale.ROOT);
        if (message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("disk quota")) {
            return console.text("cli.error.disk_full");
        }
        return switch (failure) {
            case NoSuchFileException missing -> console.text("cli.error.no_folder");
            case NotDirectoryException file -> console.text("cli.error.no_folder");
            case FileAlreadyExistsException file ->
                console.text(Files.isDirectory(Path.of(file.getFile())) ? "cli.error.is_folder" : "cli.error.is_file");
            case AccessDeniedException denied -> console.text("cli.error.denied");
            case FileSystemException file when file.getReason() != null -> file.getReason();
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }

    private static String oneLine(String text) {
        return Console.plain(text.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    /** A result that could not be written. */
    static final class NotWritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable Path target;

        NotWritten(Path target, IOException cause) {
            super(target + ": " + cause.getMessage(), cause);
            this.target = target;
        }

        /** For a failure whose message names the file, the problem and the remedy. */
        NotWritten(Exception selfExplaining) {
            super(selfExplaining.getMessage(), selfExplaining);
            this.target = null;
        }
    }
}
