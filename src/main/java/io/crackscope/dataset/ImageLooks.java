package io.crackscope.dataset;

import io.crackscope.imaging.PerceptualHash;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells what images look like, for finding near duplicates. Implementations are safe from several threads. */
@FunctionalInterface
public interface ImageLooks {
    /** The perceptual hash of {@code image}; empty where it cannot be decoded. */
    Optional<PerceptualHash> of(LabelledImage image);

    /** Decodes each image once, some milliseconds a tile, and remembers its hash by the digest of its bytes. */
    static ImageLooks reading(PhotoReader reader) {
        Map<String, Optional<PerceptualHash>> known = new ConcurrentHashMap<>();
        // a hash looks at 72 x 64 cells: larger pictures need not be read at full size
        long mostPixels = 1 << 20;
        return image -> known.computeIfAbsent(
                image.sha256(),
                digest -> reader.read(image.file(), mostPixels) instanceof PhotoReading.Decoded decoded
                        ? Optional.of(PerceptualHash.of(decoded.picture()))
                        : Optional.empty());
    }
}
