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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Pictures for the screen, read on the IO lane and kept in bounded memory: three photos at screen size, thumbnails of a
 * few hundred. Called on, and answers on, the executor that the runner delivers on.
 *
 * <p>The photo someone looks at does not wait for others: what is read for a photo that was left is given up, and of the
 * thumbnails, which a long list asks for by the dozen, and the photo read ahead only one is read at a time.
 *
 * @param <I> the toolkit's image type
 */
final class PhotoPictures<I> {
    /** Most pixels of the overview of a photo; what is seen nearer than that comes as {@link PhotoTiles}. */
    static final long OVERVIEW_PIXELS = 8_000_000;

    private static final long THUMBNAIL_PIXELS = 300_000;
    private static final int THUMBNAIL_SIDE = 192;
    private static final int SMALLEST_LEVEL = 600;
    private static final int SCREEN_PHOTOS = 3;
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

    /**
     * A thumbnail, and the size of its photo.
     *
     * @param width of the oriented photo in pixels
     * @param height of the oriented photo in pixels
     */
    record Thumbnail<I>(I image, int width, int height) {}

    private record Wish<I>(Path file, Consumer<I> answer, Cancellation cancellation) {}

    private final JobRunner runner;
    private final PhotoReader reader;
    private final Function<Picture, I> toImage;
    private final Map<Path, Thumbnail<I>> thumbnails = lastUsed(THUMBNAILS);
    private final Map<Path, Shown<I>> photos = lastUsed(SCREEN_PHOTOS);
    private final OneByOne patient = new OneByOne();
    private final Map<Path, Cancellation> underWay = new HashMap<>();
    private @Nullable Path wanted;
    private @Nullable Path next;
    private Consumer<Shown<I>> answerWanted = shown -> {};

    /** {@code toImage} is called on the IO lane. */
    PhotoPictures(JobRunner runner, PhotoReader reader, Function<Picture, I> toImage) {
        this.runner = runner;
        this.reader = reader;
        this.toImage = toImage;
    }

    /** Hands over a thumbnail, at once if it is at hand, not at all if the file cannot be read. */
    Cancellation thumbnail(Path file, Consumer<I> answer) {
        Cancellation cancellation = new Cancellation();
        Thumbnail<I> kept = thumbnails.get(file);
        if (kept != null) {
            answer.accept(kept.image());
        } else {
            Wish<I> wish = new Wish<>(file, answer, cancellation);
            patient.add(ended -> readThumbnail(wish, ended));
        }
        return cancellation;
    }

    /** The thumbnail, if it is at hand. */
    Optional<Thumbnail<I>> thumbnailAtHand(Path file) {
        return Optional.ofNullable(thumbnails.get(file));
    }

    /** Hands over the photo at screen size, at once if it is at hand; no other photo is waited for any more. */
    void photo(Path file, Consumer<Shown<I>> answer) {
        leave(file);
        Shown<I> kept = photos.get(file);
        if (kept != null) {
            answer.accept(kept);
            return;
        }
        wanted = file;
        answerWanted = answer;
        read(file, () -> {});
    }

    /** Reads a photo that will probably be asked for next. */
    void ahead(Path file) {
        next = file;
        patient.addFirst(ended -> {
            if (file.equals(next) && !photos.containsKey(file)) {
                read(file, ended);
            } else {
                ended.run();
            }
        });
    }

    /** No photo is waited for any more. */
    void leave() {
        leave(null);
    }

    private void leave(@Nullable Path exceptFor) {
        wanted = null;
        next = null;
        underWay.forEach((file, job) -> {
            if (!file.equals(exceptFor)) {
                job.cancel();
            }
        });
        underWay.keySet().removeIf(file -> !file.equals(exceptFor));
    }

    private void read(Path file, Runnable ended) {
        if (underWay.containsKey(file)) {
            ended.run();
            return;
        }
        PhotoAnswer answer = new PhotoAnswer(file, ended);
        underWay.put(file, answer.job);
        Cancellation job = runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Read<I>, Boolean>) (publish, cancellation) -> {
                    publish.accept(read(file, cancellation));
                    return true;
                },
                answer);
        if (underWay.replace(file, answer.job, job)) {
            answer.job = job;
        }
    }

    /** What reading a photo gives: also its thumbnail, for which the file need then not be read again. */
    private record Read<I>(Shown<I> shown, @Nullable Thumbnail<I> thumbnail) {}

    private Read<I> read(Path file, Cancellation cancellation) {
        return switch (reader.read(file, OVERVIEW_PIXELS, cancellation)) {
            case PhotoReading.Refused(Refusal refusal) -> new Read<>(new Shown.Unreadable<>(refusal), null);
            case PhotoReading.Decoded decoded -> {
                List<Picture> levels = levels(decoded.picture());
                PhotoFacts facts = decoded.facts();
                cancellation.throwIfCancelled();
                yield new Read<>(
                        new Shown.Photo<>(levels.stream().map(toImage).toList(), facts, decoded.subsampling()),
                        thumbnail(levels.getLast(), facts));
            }
        };
    }

    private static List<Picture> levels(Picture picture) {
        List<Picture> levels = new ArrayList<>();
        Picture level = picture;
        levels.add(level);
        while (Math.max(level.width(), level.height()) > SMALLEST_LEVEL) {
            level = Pictures.halved(level);
            levels.add(level);
        }
        return levels;
    }

    private Thumbnail<I> thumbnail(Picture picture, PhotoFacts facts) {
        return new Thumbnail<>(
                toImage.apply(Pictures.thumbnail(picture, THUMBNAIL_SIDE, THUMBNAIL_SIDE)),
                facts.width(),
                facts.height());
    }

    private void readThumbnail(Wish<I> wish, Runnable ended) {
        Thumbnail<I> kept = thumbnails.get(wish.file());
        if (wish.cancellation().isCancelled()) {
            ended.run();
        } else if (kept != null) {
            wish.answer().accept(kept.image());
            ended.run();
        } else {
            runner.start(
                    JobRunner.Lane.IO,
                    (JobRunner.Job<Thumbnail<I>, Boolean>) (publish, job) -> {
                        if (reader.read(wish.file(), THUMBNAIL_PIXELS, wish.cancellation())
                                instanceof PhotoReading.Decoded decoded) {
                            publish.accept(thumbnail(decoded.picture(), decoded.facts()));
                        }
                        return true;
                    },
                    new ThumbnailAnswer(wish, ended));
        }
    }

    private static <K, V> Map<K, V> lastUsed(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Keeps a thumbnail that arrives and passes it on. */
    private final class ThumbnailAnswer implements JobRunner.Listener<Thumbnail<I>, Boolean> {
        private final Wish<I> wish;
        private final Runnable ended;

        ThumbnailAnswer(Wish<I> wish, Runnable ended) {
            this.wish = wish;
            this.ended = ended;
        }

        @Override
        public void part(Thumbnail<I> thumbnail) {
            thumbnails.put(wish.file(), thumbnail);
            if (!wish.cancellation().isCancelled()) {
                wish.answer().accept(thumbnail.image());
            }
        }

        @Override
        public void done(Boolean handedOver) {
            ended.run();
        }

        @Override
        public void cancelled() {
            ended.run();
        }

        @Override
        public void failed(Throwable failure) {
            LoggerFactory.getLogger(PhotoPictures.class).error("no thumbnail of {}", wish.file(), failure);
            ended.run();
        }
    }

    /** Keeps a photo that arrives, and passes it on if it is the one waited for. */
    private final class PhotoAnswer implements JobRunner.Listener<Read<I>, Boolean> {
        private final Path file;
        private final Runnable ended;
        private Cancellation job = new Cancellation();

        PhotoAnswer(Path file, Runnable ended) {
            this.file = file;
            this.ended = ended;
        }

        @Override
        public void part(Read<I> read) {
            photos.put(file, read.shown());
            if (read.thumbnail() != null) {
                thumbnails.putIfAbsent(file, read.thumbnail());
            }
            underWay.remove(file, job);
            if (file.equals(wanted)) {
                wanted = null;
                answerWanted.accept(read.shown());
            }
        }

        @Override
        public void done(Boolean handedOver) {
            ended.run();
        }

        @Override
        public void cancelled() {
            end();
        }

        @Override
        public void failed(Throwable failure) {
            // Words are shown rather than the window brought down; what broke belongs in the log.
            LoggerFactory.getLogger(PhotoPictures.class).error("cannot show {}", file, failure);
            end();
            if (file.equals(wanted)) {
                wanted = null;
                String broke = failure.getClass().getSimpleName();
                answerWanted.accept(new Shown.Unreadable<>(new Refusal(Refusal.Kind.UNREADABLE, broke)));
            }
        }

        private void end() {
            underWay.remove(file, job);
            ended.run();
        }
    }
}
