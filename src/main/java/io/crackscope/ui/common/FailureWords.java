package io.crackscope.ui.common;

import io.crackscope.domain.KnownFailure;
import io.crackscope.text.Messages;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person is told of something that was thrown, in the language of the window: what happened, to which file, and what
 * to do. English words of exceptions stand only where nothing better is known, and marked as technical.
 */
public final class FailureWords {
    private static final Logger LOG = LoggerFactory.getLogger(FailureWords.class);

    private FailureWords() {}

    /** All there is to tell, in whole sentences. */
    public static String of(Throwable failure, Messages messages) {
        return switch (failure) {
            case KnownFailure known ->
                messages.get(
                        known.key(),
                        known.details().stream()
                                .map(detail -> place(detail, messages))
                                .toArray());
            case UncheckedIOException io when io.getCause() != null -> of(io.getCause(), messages);
            case PatternSyntaxException pattern ->
                messages.get("failure.pattern", pattern.getPattern(), Math.max(0, pattern.getIndex()) + 1);
            case OutOfMemoryError memory -> messages.get("failure.memory");
            case FileSystemException file
            when file.getFile() != null -> messages.get("failure.file", file.getFile(), reason(file, messages));
            case IOException io -> messages.get("failure.io", reason(io, messages));
            default -> messages.get("failure.unexpected", technical(failure));
        };
    }

    /** The same, where nothing else tells the log: the failure goes there whole. */
    public static String told(Throwable failure, Messages messages) {
        LOG.error("a person was told of this", failure);
        return of(failure, messages);
    }

    /** Why it happened and what to do, in whole sentences, behind words that name the file. */
    public static String reason(Throwable failure, Messages messages) {
        return switch (failure) {
            case UncheckedIOException io when io.getCause() != null -> reason(io.getCause(), messages);
            case AccessDeniedException denied -> messages.get("failure.denied");
            case ReadOnlyFileSystemException readOnly -> messages.get("failure.denied");
            case NoSuchFileException missing -> messages.get("failure.missing");
            case FileNotFoundException missing when !says(missing, "denied") -> messages.get("failure.missing");
            case NotDirectoryException missing -> messages.get("failure.missing");
            case FileAlreadyExistsException exists -> messages.get("failure.exists");
            case KnownFailure known -> of(known, messages);
            case OutOfMemoryError memory -> messages.get("failure.memory");
            default -> byWords(failure, messages);
        };
    }

    /** Systems and SQLite tell the rest by their words only. */
    private static String byWords(Throwable failure, Messages messages) {
        if (says(failure, "not a directory")) {
            return messages.get("failure.missing");
        } else if (says(failure, "no space left", "not enough space", "disk is full", "quota")) {
            return messages.get("failure.disk_full");
        } else if (says(failure, "denied", "read-only", "readonly", "not permitted")) {
            return messages.get("failure.denied");
        } else if (says(failure, "database is locked", "being used by another process")) {
            return messages.get("failure.in_use");
        } else if (says(failure, "is a directory")) {
            return messages.get("failure.is_folder");
        } else if (says(failure, "not a database", "malformed")) {
            return messages.get("failure.damaged");
        }
        return messages.get("failure.technical", technical(failure));
    }

    private static boolean says(Throwable failure, String... words) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(message::contains);
    }

    private static String technical(Throwable failure) {
        String message = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : message.strip() + " [" + name + "]";
    }

    private static Object place(Object detail, Messages messages) {
        return switch (detail) {
            case Throwable failure -> reason(failure, messages);
            case Number number -> number;
            default -> detail.toString();
        };
    }
}
