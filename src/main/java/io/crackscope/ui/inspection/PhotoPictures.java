package io.crackscope.ui.inspection;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Pictures for the screen, read on the IO lane and kept in bounded memory: two photos at screen size, thumbnails of a few
 * hundred. Called on, and answers on, the executor that the runner delivers on.
 *
 * @param <I> the toolkit's image type
 */
final class PhotoPictures<I> {
    /** Most pixels of a photo on screen: what most cameras take is shown in full, a larger photo subsampled. */
    static final long SCREEN_PIXELS = 25_000_000;

    private static final long THUMBNAIL_PIXELS = 300_000;
    private static final int THUMBNAIL_SIDE = 192;
    private static final int SMALLEST_LEVEL = 600;
    private static final int SCREEN_PHOTOS = 2;
    private static final int THUMBNAILS = 400;

    /** What asking for a photo gives. */
    sealed interface Shown<I> {
        /**
         * The photo at falling sizes, each half as wide as the one before: drawn small, the fitting one looks calm where a
         * large one would flicker.
         *
         * @param subsampling pixels of the file, on each side, that one pixel of the largest level stands for
         */
        record Photo<I>(List<I> levels, PhotoFacts facts, int subsampling) implements Shown<I> {}

        /** Nothing to show, and why. */
        record Unreadable<I>(Refusal refusal) implements Shown<I> {}
    }

    private final JobRunner runner;
    private final PhotoReader reader;
    private final Function<Picture, I> toImage;
    private final Map<Path, I> thumbnails = lastUsed(THUMBNAILS);
    private final Map<Path, Shown<I>> photos = lastUsed(SCREEN_PHOTOS);

    /** {@code toImage} is called on the IO lane. */
    PhotoPictures(JobRunner runner, PhotoReader reader, Function<Picture, I> toImage) {
        this.runner = runner;
        this.reader = reader;
        this.toImage = toImage;
    }

    /** Hands over a thumbnail, at once if it is at hand, not at all if the file cannot be read. */
    Cancellation thumbnail(Path file, Consumer<I> answer) {
        I kept = thumbnails.get(file);
        if (kept != null) {
            answer.accept(kept);
            return new Cancellation();
        }
        return runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<I, Boolean>) (publish, cancellation) -> {
                    if (reader.read(file, THUMBNAIL_PIXELS) instanceof PhotoReading.Decoded decoded) {
                        publish.accept(
                                toImage.apply(Pictures.thumbnail(decoded.picture(), THUMBNAIL_SIDE, THUMBNAIL_SIDE)));
                    }
                    return true;
                },
                new Answer<>(thumbnails, file, answer));
    }

    /** Hands over the photo at screen size, at once if it is at hand. */
    Cancellation photo(Path file, Consumer<Shown<I>> answer) {
        Shown<I> kept = photos.get(file);
        if (kept != null) {
            answer.accept(kept);
            return new Cancellation();
        }
        return runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Shown<I>, Boolean>) (publish, cancellation) -> {
                    PhotoReading reading = reader.read(file, SCREEN_PIXELS);
                    cancellation.throwIfCancelled();
                    publish.accept(
                            switch (reading) {
                                case PhotoReading.Decoded decoded ->
                                    new Shown.Photo<>(
                                            levels(decoded.picture()), decoded.facts(), decoded.subsampling());
                                case PhotoReading.Refused(Refusal refusal) -> new Shown.Unreadable<>(refusal);
                            });
                    return true;
                },
                new Answer<>(photos, file, answer));
    }

    private List<I> levels(Picture picture) {
        List<I> levels = new ArrayList<>();
        Picture level = picture;
        levels.add(toImage.apply(level));
        while (Math.max(level.width(), level.height()) > SMALLEST_LEVEL) {
            level = Pictures.resize(level, (level.width() + 1) / 2, (level.height() + 1) / 2);
            levels.add(toImage.apply(level));
        }
        return List.copyOf(levels);
    }

    private static <K, V> Map<K, V> lastUsed(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Keeps what arrives, and passes it on unless nobody waits any more. */
    private static final class Answer<V> implements JobRunner.Listener<V, Boolean> {
        private final Map<Path, V> cache;
        private final Path file;
        private final Consumer<V> answer;

        Answer(Map<Path, V> cache, Path file, Consumer<V> answer) {
            this.cache = cache;
            this.file = file;
            this.answer = answer;
        }

        @Override
        public void part(V image) {
            cache.put(file, image);
            answer.accept(image);
        }

        @Override
        public void done(Boolean handedOver) {}

        @Override
        public void failed(Throwable failure) {
            // Nothing is shown rather than the window brought down; what broke belongs in the log.
            org.slf4j.LoggerFactory.getLogger(PhotoPictures.class).error("cannot show {}", file, failure);
        }
    }
}
