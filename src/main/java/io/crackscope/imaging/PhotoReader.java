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

    /**
     * Pixels that the picture given by {@link #read} would have, told without decoding it; 0 where that would be a
     * refusal that the header tells. A reader that does not know says {@link Long#MAX_VALUE}.
     */
    default long pixels(Path file, long maxPixels) {
        return Long.MAX_VALUE;
    }
}
