package io.crackscope.evaluation;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.imaging.PhotoReading;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.work.Cancellation;
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

    public ImageScoring(PhotoReader reader) {
        this.reader = reader;
    }

    /**
     * Judges {@code images} in order. When cancelled, what was judged until then is returned.
     *
     * @param progress hears of the images read
     */
    public Result score(
            CrackClassifier classifier,
            List<LabelledImage> images,
            ProgressListener progress,
            Cancellation cancellation) {
        List<ScoredImage> scored = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        List<LabelledImage> waiting = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < images.size() && !cancellation.isCancelled(); i++) {
            LabelledImage image = images.get(i);
            switch (reader.read(image.file(), MAX_PIXELS)) {
                case PhotoReading.Decoded decoded -> {
                    waiting.add(image);
                    pictures.add(decoded.picture());
                }
                case PhotoReading.Refused no -> refused.add(new Refused(image.file(), no.refusal()));
            }
            if (pictures.size() == BATCH) {
                judge(classifier, waiting, pictures, scored);
            }
            progress.progress(i + 1, images.size());
        }
        judge(classifier, waiting, pictures, scored);
        return new Result(scored, refused);
    }

    private static void judge(
            CrackClassifier classifier,
            List<LabelledImage> waiting,
            List<Picture> pictures,
            List<ScoredImage> scored) {
        if (pictures.isEmpty()) {
            return;
        }
        double[] probabilities = classifier.classify(List.copyOf(pictures));
        for (int i = 0; i < probabilities.length; i++) {
            LabelledImage image = waiting.get(i);
            scored.add(new ScoredImage(image.file().toString(), image.label(), probabilities[i], image.group()));
        }
        waiting.clear();
        pictures.clear();
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
