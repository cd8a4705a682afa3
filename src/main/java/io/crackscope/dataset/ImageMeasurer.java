package io.crackscope.dataset;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.PictureQuality;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads an image once and measures all that checks, filters and sorts ask for. Safe from several threads. */
public final class ImageMeasurer {
    /** Pixels a picture is shrunk to before it is measured: hashes need less, and the grain of concrete still shows. */
    static final long PIXELS = 1 << 20;

    private final PhotoReader reader;

    public ImageMeasurer(PhotoReader reader) {
        this.reader = reader;
    }

    /**
     * Measures {@code file}: two milliseconds for a tile. Never throws for what is wrong with it.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Measurement measure(Path file, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        if (!Files.isRegularFile(file)) {
            // a pipe would wait for ever; the reader has the words for what it is instead
            return measurement(reader.read(file, PIXELS, cancellation), new byte[0]);
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            return measurement(reader.read(file, bytes, PIXELS, cancellation), bytes);
        } catch (IOException e) {
            return new Measurement.Refused(Refusal.unread(e));
        } catch (OutOfMemoryError e) {
            // a file larger than the heap has room for
            return new Measurement.Refused(new Refusal(Refusal.Kind.TOO_LARGE, "memory"));
        }
    }

    private static Measurement measurement(PhotoReading reading, byte[] bytes) {
        return switch (reading) {
            case PhotoReading.Refused(Refusal refusal) -> new Measurement.Refused(refusal);
            case PhotoReading.Decoded(var picture, PhotoFacts facts, int subsampling) ->
                new Measurement.Measured(new Measures(
                        Digests.sha256(bytes),
                        facts.width(),
                        facts.height(),
                        PerceptualHash.of(picture),
                        PictureQuality.of(picture)));
        };
    }
}
