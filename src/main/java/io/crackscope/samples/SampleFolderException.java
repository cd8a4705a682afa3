package io.crackscope.samples;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Sample photos cannot be written. The message names the file or folder, what is wrong and the remedy. */
public final class SampleFolderException extends IOException {
    private static final long serialVersionUID = 1L;

    SampleFolderException(Path file, String problem, String remedy) {
        this(file, problem, remedy, null);
    }

    SampleFolderException(Path file, String problem, String remedy, @Nullable Throwable cause) {
        super(file + ": " + problem + ". " + remedy, cause);
    }
}
