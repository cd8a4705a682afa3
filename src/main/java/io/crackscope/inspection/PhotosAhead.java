package io.crackscope.inspection;

import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.work.Lookahead;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads photos one after the other, each while the one before it is judged. Up to three are then in memory: one in work,
 * one that waits, one being read. So a photo that is too large for that is read only when it is asked for.
 */
final class PhotosAhead implements AutoCloseable {
    /** Most pixels of a photo that is read ahead: 150 MB. */
    private static final long MOST_PIXELS = 50_000_000;

    /** Share of the heap that a photo read ahead may take: a 21-megapixel photo with a heap of 1 GB. */
    private static final long SHARE_OF_HEAP = 16;

    private final PhotoReader reader;
    private final List<Path> files;
    private final long maxPixels;
    private final Lookahead<Optional<Read>> ahead;
    private int next;

    /** A photo and how long reading it took. */
    record Read(PhotoReading reading, long nanos) {
        static Read of(PhotoReader reader, Path file, long maxPixels) {
            long start = System.nanoTime();
            PhotoReading reading = reader.read(file, maxPixels);
            return new Read(reading, System.nanoTime() - start);
        }
    }

    /** Begins to read {@code files}, each at {@code maxPixels} at most. */
    PhotosAhead(PhotoReader reader, List<Path> files, long maxPixels) {
        this.reader = reader;
        this.files = files;
        this.maxPixels = maxPixels;
        long most = Math.min(MOST_PIXELS, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / 3);
        ahead = new Lookahead<>(
                "photo-reader",
                files.size(),
                1,
                i -> reader.pixels(files.get(i), maxPixels) > most
                        ? Optional.empty()
                        : Optional.of(Read.of(reader, files.get(i), maxPixels)));
    }

    /** The next photo; to be called once for each file. */
    Read next() {
        Path file = files.get(next++);
        return ahead.next().orElseGet(() -> Read.of(reader, file, maxPixels));
    }

    @Override
    public void close() {
        ahead.close();
    }
}
