package io.crackscope.imaging;

import io.crackscope.domain.Refusal;
import io.crackscope.work.Cancellation;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

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
     * As {@link #read(Path, long)}, but gives up soon after it is cancelled.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    default PhotoReading read(Path file, long maxPixels, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        PhotoReading reading = read(file, maxPixels);
        cancellation.throwIfCancelled();
        return reading;
    }

    /**
     * As {@link #read(Path, long, Cancellation)}, of a file that is in memory already.
     *
     * @param bytes all of {@code file}, not changed
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    default PhotoReading read(Path file, byte[] bytes, long maxPixels, Cancellation cancellation) {
        return read(file, maxPixels, cancellation);
    }

    /**
     * Reads {@code file} at full size and hands it over in bands, in the order in which they are decoded. Together they
     * cover the photo once; their edges lie on multiples of {@code depth} or on the photo's border.
     *
     * @param depth how far a band reaches from its edge, in pixels, at least 1
     * @param to is called on this thread
     * @return why the file, or the rest of it, could not be read; empty if all of it was
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    default Optional<Refusal> bands(Path file, int depth, Consumer<PhotoBand> to, Cancellation cancellation) {
        return switch (read(file, Long.MAX_VALUE, cancellation)) {
            case PhotoReading.Refused(Refusal refusal) -> Optional.of(refusal);
            case PhotoReading.Decoded decoded
            when decoded.subsampling() > 1 -> Optional.of(new Refusal(Refusal.Kind.TOO_LARGE, "memory"));
            case PhotoReading.Decoded decoded -> {
                PhotoBand.cut(decoded.picture(), depth, to);
                yield Optional.empty();
            }
        };
    }

    /**
     * Pixels that the picture given by {@link #read} would have, told without decoding it; 0 where that would be a
     * refusal that the header tells. A reader that does not know says {@link Long#MAX_VALUE}.
     */
    default long pixels(Path file, long maxPixels) {
        return Long.MAX_VALUE;
    }
}
