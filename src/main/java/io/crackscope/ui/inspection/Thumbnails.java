package io.crackscope.ui.inspection;

import io.crackscope.domain.PhotoFacts;
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
 * Thumbnails of photos, a few hundred of them kept. A photo that is being read brings its thumbnail along, so that its
 * file is not read twice.
 *
 * @param <I> the toolkit's image type
 */
final class Thumbnails<I> {
    private static final long PIXELS = 300_000;
    private static final int SIDE = 192;
    private static final int MOST = 400;

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
    private final OneByOne patient;
    private final Map<Path, List<Wish<I>>> comingWithPhoto = new HashMap<>();
    private final Map<Path, Thumbnail<I>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Thumbnail<I>> eldest) {
            return size() > MOST;
        }
    };

    /** Reads in turn with others of {@code patient}; {@code toImage} is called on the IO lane. */
    Thumbnails(JobRunner runner, PhotoReader reader, Function<Picture, I> toImage, OneByOne patient) {
        this.runner = runner;
        this.reader = reader;
        this.toImage = toImage;
        this.patient = patient;
    }

    /** Hands over a thumbnail, at once if it is at hand, not at all if the file cannot be read. */
    Cancellation wish(Path file, Consumer<I> answer) {
        Cancellation cancellation = new Cancellation();
        Thumbnail<I> thumbnail = kept.get(file);
        if (thumbnail != null) {
            answer.accept(thumbnail.image());
        } else {
            inTurn(new Wish<>(file, answer, cancellation));
        }
        return cancellation;
    }

    Optional<Thumbnail<I>> atHand(Path file) {
        return Optional.ofNullable(kept.get(file));
    }

    /** Makes a thumbnail; for the IO lane. */
    Thumbnail<I> of(Picture picture, PhotoFacts facts) {
        return new Thumbnail<>(toImage.apply(Pictures.thumbnail(picture, SIDE, SIDE)), facts.width(), facts.height());
    }

    /** The photo is being read. */
    void photoBegun(Path file) {
        comingWithPhoto.putIfAbsent(file, new ArrayList<>());
    }

    /** The photo was read, and brought this along; or it was not, and those who wait get it read for them. */
    void photoEnded(Path file, @Nullable Thumbnail<I> thumbnail) {
        if (thumbnail != null) {
            kept.putIfAbsent(file, thumbnail);
        }
        List<Wish<I>> wishes = comingWithPhoto.remove(file);
        if (wishes != null) {
            wishes.forEach(this::inTurn);
        }
    }

    private void inTurn(Wish<I> wish) {
        patient.add(ended -> read(wish, ended));
    }

    private void read(Wish<I> wish, Runnable ended) {
        List<Wish<I>> comingAnyway = comingWithPhoto.get(wish.file());
        Thumbnail<I> thumbnail = kept.get(wish.file());
        if (wish.cancellation().isCancelled()) {
            ended.run();
        } else if (thumbnail != null) {
            wish.answer().accept(thumbnail.image());
            ended.run();
        } else if (comingAnyway != null) {
            comingAnyway.add(wish);
            ended.run();
        } else {
            runner.start(
                    JobRunner.Lane.IO,
                    (JobRunner.Job<Thumbnail<I>, Boolean>) (publish, job) -> {
                        if (reader.read(wish.file(), PIXELS, wish.cancellation())
                                instanceof PhotoReading.Decoded decoded) {
                            publish.accept(of(decoded.picture(), decoded.facts()));
                        }
                        return true;
                    },
                    new Answer(wish, ended));
        }
    }

    /** Keeps a thumbnail that arrives and passes it on. */
    private final class Answer implements JobRunner.Listener<Thumbnail<I>, Boolean> {
        private final Wish<I> wish;
        private final Runnable ended;

        Answer(Wish<I> wish, Runnable ended) {
            this.wish = wish;
            this.ended = ended;
        }

        @Override
        public void part(Thumbnail<I> thumbnail) {
            kept.put(wish.file(), thumbnail);
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
            LoggerFactory.getLogger(Thumbnails.class).error("no thumbnail of {}", wish.file(), failure);
            ended.run();
        }
    }
}
