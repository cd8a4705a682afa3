package io.crackscope.learning.dl4j;

import io.crackscope.domain.Refusal;
import java.nio.file.Path;

/** A tile that could be read when training began can no longer be read. */
final class LostTileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostTileException(Path file, Refusal refusal) {
        super(file + " can no longer be read (" + refusal.kind() + " " + refusal.detail() + ")");
    }
}
