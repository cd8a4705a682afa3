package io.crackscope.ui.inspection;

import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;
import io.crackscope.ui.inspection.Thumbnails.Thumbnail;
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

    private static final int SMALLEST_LEVEL = 600;
    private static final int SCREEN_PHOTOS = 3;

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

    /** What reading a photo gives: also its thumbnail, for which the file need then not be read again. */
    private record Read<I>(Shown<I> shown, @Nullable Thumbnail<I> thumbnail) {}

    private final JobRunner runner;
    private final PhotoReader reader;
    private final Function<Picture, I> toImage;
    private final OneByOne patient = new OneByOne();
    private final Thumbnails<I> thumbnails;
    private final Map<Path, Answer> underWay = new HashMap<>();
    private final Map<Path, Shown<I>> photos = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Shown<I>> eldest) {
            return size() > SCREEN_PHOTOS;
        }
    };
    private @Nullable Path wanted;
    private @Nullable Path next;
    private Consumer<Shown<I>> answerWanted = shown -> {};

    /** {@code toImage} is called on the IO lane. */
    PhotoPictures(JobRunner runner, PhotoReader reader, Function<Picture, I> toImage) {
        this.runner = runner;
        this.reader = reader;
        this.toImage = toImage;
        thumbnails = new Thumbnails<>(runner, reader, toImage, patient);
    }

    /** Hands over a thumbnail, at once if it is at hand, not at all if the file cannot be read. */
    Cancellation thumbnail(Path file, Consumer<I> answer) {
        return thumbnails.wish(file, answer);
    }

    /** The thumbnail, if it is at hand. */
    Optional<Thumbnail<I>> thumbnailAtHand(Path file) {
        return thumbnails.atHand(file);
    }

    /** Hands over the photo at screen size, at once if it is at hand; no other photo is waited for any more. */
    void photo(Path file, Consumer<Shown<I>> answer) {
        leaveAllBut(file);
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
        leaveAllBut(null);
    }

    private void leaveAllBut(@Nullable Path file) {
        wanted = null;
        next = null;
        List<Answer> left = new ArrayList<>(underWay.values());
        left.removeIf(answer -> answer.file.equals(file));
        left.forEach(Answer::giveUp);
    }

    private void read(Path file, Runnable ended) {
        if (underWay.containsKey(file)) {
            ended.run();
            return;
        }
        Answer answer = new Answer(file, ended);
        underWay.put(file, answer);
        thumbnails.photoBegun(file);
        answer.job = runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Read<I>, Boolean>) (publish, cancellation) -> {
                    publish.accept(read(file, cancellation));
                    return true;
                },
                answer);
    }

    private Read<I> read(Path file, Cancellation cancellation) {
        return switch (reader.read(file, OVERVIEW_PIXELS, cancellation)) {
            case PhotoReading.Refused(Refusal refusal) -> new Read<>(new Shown.Unreadable<>(refusal), null);
            case PhotoReading.Decoded decoded -> {
                List<Picture> levels = levels(decoded.picture());
                PhotoFacts facts = decoded.facts();
                cancellation.throwIfCancelled();
                yield new Read<>(
                        new Shown.Photo<>(levels.stream().map(toImage).toList(), facts, decoded.subsampling()),
                        thumbnails.of(levels.getLast(), facts));
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

    /** Keeps a photo that arrives, and passes it on if it is the one waited for. */
    private final class Answer implements JobRunner.Listener<Read<I>, Boolean> {
        private final Path file;
        private final Runnable ended;
        private Cancellation job = new Cancellation();

        Answer(Path file, Runnable ended) {
            this.file = file;
            this.ended = ended;
        }

        void giveUp() {
            job.cancel();
            settle(null);
        }

        @Override
        public void part(Read<I> read) {
            photos.put(file, read.shown());
            settle(read.thumbnail());
            handOver(read.shown());
        }

        @Override
        public void done(Boolean handedOver) {
            ended.run();
        }

        @Override
        public void cancelled() {
            settle(null);
            ended.run();
        }

        @Override
        public void failed(Throwable failure) {
            // Words are shown rather than the window brought down; what broke belongs in the log.
            LoggerFactory.getLogger(PhotoPictures.class).error("cannot show {}", file, failure);
            settle(null);
            ended.run();
            String broke = failure.getClass().getSimpleName();
            handOver(new Shown.Unreadable<>(new Refusal(Refusal.Kind.UNREADABLE, broke)));
        }

        private void settle(@Nullable Thumbnail<I> thumbnail) {
            if (underWay.remove(file, this)) {
                thumbnails.photoEnded(file, thumbnail);
            }
        }

        private void handOver(Shown<I> shown) {
            if (file.equals(wanted)) {
                wanted = null;
                answerWanted.accept(shown);
            }
        }
    }
}
