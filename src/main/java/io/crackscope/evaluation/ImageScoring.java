package io.crackscope.evaluation;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Lookahead;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets a classifier judge labelled images, each as one tile. Used by one thread at a time; blocks it. */
public final class ImageScoring {
    private static final int BATCH = 32;

    /** A tile is seldom larger; a whole photo is shrunk to the classifier's input anyway. */
    private static final long MAX_PIXELS = 4_000_000;

    private final PhotoReader reader;

    /** Reads with {@code reader}, on a thread of its own beside the one that judges. */
    public ImageScoring(PhotoReader reader) {
        this.reader = reader;
    }

    /**
     * Judges {@code images} in order, some while the next are read. When cancelled, what was read until then is judged
     * and returned.
     *
     * @param progress hears of the images judged or refused, on the calling thread
     * @return what each image came to; one that cannot be read is refused there, no exception
     */
    public Result score(
            CrackClassifier classifier,
            List<LabelledImage> images,
            ProgressListener progress,
            Cancellation cancellation) {
        List<ScoredImage> scored = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        int batches = Math.ceilDiv(images.size(), BATCH);
        try (Lookahead<Batch> ahead = new Lookahead<>(
                "image-reader",
                batches,
                1,
                i -> read(images.subList(i * BATCH, Math.min(images.size(), (i + 1) * BATCH)), cancellation))) {
            for (int i = 0; i < batches; i++) {
                Batch batch = ahead.next();
                judge(classifier, batch, scored);
                refused.addAll(batch.refused());
                progress.progress(scored.size() + refused.size(), images.size());
                if (batch.cutShort()) {
                    break;
                }
            }
        }
        return new Result(scored, refused);
    }

    /** Images that were read, each with its picture; cut short by cancellation. */
    private record Batch(List<LabelledImage> images, List<Picture> pictures, List<Refused> refused, boolean cutShort) {}

    private Batch read(List<LabelledImage> images, Cancellation cancellation) {
        List<LabelledImage> readable = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (LabelledImage image : images) {
            if (cancellation.isCancelled()) {
                return new Batch(readable, pictures, refused, true);
            }
            switch (reader.read(image.file(), MAX_PIXELS)) {
                case PhotoReading.Decoded decoded -> {
                    readable.add(image);
                    pictures.add(decoded.picture());
                }
                case PhotoReading.Refused no -> refused.add(new Refused(image.file(), no.refusal()));
            }
        }
        return new Batch(readable, pictures, refused, false);
    }

    private static void judge(CrackClassifier classifier, Batch batch, List<ScoredImage> scored) {
        if (batch.images().isEmpty()) {
            return;
        }
        double[] probabilities = classifier.classify(batch.pictures());
        for (int i = 0; i < probabilities.length; i++) {
            LabelledImage image = batch.images().get(i);
            scored.add(new ScoredImage(image.file().toString(), image.label(), probabilities[i], image.group()));
        }
    }

    /** What came of the images: every image is in one of the lists, unless the work was cancelled. */
    public record Result(List<ScoredImage> scored, List<Refused> refused) {
        public Result {
            scored = List.copyOf(scored);
            refused = List.copyOf(refused);
        }
    }

    /** An image that cannot be read. */
    public record Refused(Path file, Refusal refusal) {}
}
