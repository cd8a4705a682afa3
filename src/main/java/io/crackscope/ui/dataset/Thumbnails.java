package io.crackscope.ui.dataset;

import io.crackscope.dataset.ImageCache;
import io.crackscope.dataset.ListedImage;
import io.crackscope.imaging.JpegBytes;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thumbnails for the grid, read on the IO lane, kept in memory up to {@value #MOST_BYTES} bytes, and on disk where that is
 * quicker than the image itself: a tile of a few kilobytes is decoded as fast as a copy of it would be, a photo a thousand
 * times slower. Called on, and answers on, the executor that the runner delivers on.
 *
 * @param <I> the toolkit's image type
 */
final class Thumbnails<I> {
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);

    /** Files up to this size are read instead of a copy. */
    static final long SMALL_FILE = 64_000;

    /** The longer side of thumbnails on disk. */
    static final int KEPT_SIDE = 320;

    private static final long MOST_BYTES = 96_000_000;
    private static final float QUALITY = 0.85f;

    private final JobRunner runner;
    private final PhotoReader reader;
    private final ImageCache cache;
    private final Function<Picture, I> toImage;
    private final Map<Key, Kept<I>> memory = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Key(Path file, long modified, int side) {}

    private record Kept<I>(I image, long bytes) {}

    /** {@code toImage} is called on the IO lane. */
    Thumbnails(JobRunner runner, PhotoReader reader, ImageCache cache, Function<Picture, I> toImage) {
        this.runner = runner;
        this.reader = reader;
        this.cache = cache;
        this.toImage = toImage;
    }

    /** The thumbnail if it is in memory, else null. */
    @Nullable
    I atHand(ListedImage image, int side) {
        Kept<I> kept = memory.get(key(image, side));
        return kept == null ? null : kept.image();
    }

    /** Hands over a thumbnail of {@code side} pixels at the longer side; not at all if the file cannot be read. */
    Cancellation get(ListedImage image, int side, Consumer<I> answer) {
        Key key = key(image, side);
        return runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, Optional<Kept<I>>>) (publish, cancellation) -> picture(image, side, cancellation)
                        .map(picture -> {
                            Picture small = fitted(picture, side);
                            return new Kept<>(toImage.apply(small), 4L * small.width() * small.height());
                        }),
                new JobRunner.Listener<Void, Optional<Kept<I>>>() {
                    @Override
                    public void done(Optional<Kept<I>> made) {
                        made.ifPresent(kept -> {
                            remember(key, kept);
                            answer.accept(kept.image());
                        });
                    }

                    @Override
                    public void failed(Throwable failure) {
                        // the place stays empty rather than the window brought down; what broke belongs in the log
                        LOG.error("no thumbnail of {}", image.file(), failure);
                    }
                });
    }

    /** As large as it is drawn, small tiles too: to enlarge them in every frame takes longer than to draw them. */
    private static Picture fitted(Picture picture, int side) {
        double scale = (double) side / Math.max(picture.width(), picture.height());
        return scale <= 1
                ? Pictures.thumbnail(picture, side, side)
                : Pictures.resize(picture, (int) Math.max(1, Math.rint(scale * picture.width())), (int)
                        Math.max(1, Math.rint(scale * picture.height())));
    }

    private static Key key(ListedImage image, int side) {
        return new Key(image.file(), image.modified(), side);
    }

    private Optional<Picture> picture(ListedImage image, int side, Cancellation cancellation) {
        if (image.bytes() <= SMALL_FILE || side > KEPT_SIDE) {
            return read(image, side, cancellation);
        }
        Optional<Picture> kept = cache.thumbnail(image).flatMap(JpegBytes::read);
        if (kept.isPresent()) {
            return kept;
        }
        Optional<Picture> made =
                read(image, KEPT_SIDE, cancellation).map(picture -> Pictures.thumbnail(picture, KEPT_SIDE, KEPT_SIDE));
        made.ifPresent(picture -> cache.keepThumbnail(image, JpegBytes.of(picture, QUALITY)));
        return made;
    }

    private Optional<Picture> read(ListedImage image, int side, Cancellation cancellation) {
        // enough for the longer side of a photo of any usual proportions
        return reader.read(image.file(), 4L * side * side, cancellation) instanceof PhotoReading.Decoded decoded
                ? Optional.of(decoded.picture())
                : Optional.empty();
    }

    private void remember(Key key, Kept<I> kept) {
        Kept<I> before = memory.put(key, kept);
        bytes += kept.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Kept<I>> oldest = memory.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
