package io.crackscope.learning;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A model file or checkpoint cannot be read or written. The message names the file, what is wrong and the remedy. */
public final class ModelFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelFileException(Path file, String problem, String remedy) {
        this(file, problem, remedy, null);
    }

    public ModelFileException(Path file, String problem, String remedy, @Nullable Throwable cause) {
        super(file + ": " + problem + ". " + remedy, cause);
    }
}
