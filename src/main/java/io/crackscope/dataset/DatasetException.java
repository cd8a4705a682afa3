package io.crackscope.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A manifest or split file cannot be used or written. The message names the file, what is wrong and the remedy. */
public final class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatasetException(Path file, String problem, String remedy) {
        this(file, problem, remedy, null);
    }

    public DatasetException(Path file, String problem, String remedy, @Nullable Throwable cause) {
        super(file + ": " + problem + ". " + remedy, cause);
    }
}
