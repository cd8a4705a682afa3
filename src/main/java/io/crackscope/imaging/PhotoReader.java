package io.crackscope.imaging;

import java.nio.file.Path;

/** Reads photo files. Implementations are safe to use from several threads. */
public interface PhotoReader {
    /**
     * Reads {@code file} at full size where that fits {@code maxPixels}, else subsampled by the smallest whole factor
     * that does. Never throws for what is wrong with the file: that is a refusal.
     *
     * @param maxPixels most pixels the picture may have, at least 1
     */
    PhotoReading read(Path file, long maxPixels);
}
