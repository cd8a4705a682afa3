package io.crackscope.training;

import io.crackscope.dataset.LabelledImage;
import io.crackscope.domain.Scorecard;
import io.crackscope.evaluation.ImageScoring;
import io.crackscope.evaluation.PairedTest;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.evaluation.Scores;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.learning.CrackClassifier;
import io.crackscope.learning.InferenceEngine;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.ModelLoader;
import io.crackscope.learning.SeenImages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores two models on the same images, of which neither has learnt any. Blocks the calling thread. */
public final class SideBySide {
    private static final long SEED = 1;

    private final ModelLoader loader;
    private final PhotoReader photos;

    public SideBySide(ModelLoader loader, PhotoReader photos) {
        this.loader = loader;
        this.photos = photos;
    }

    /**
     * What two models score.
     *
     * @param first score of the first, on the images that neither has seen
     * @param second score of the second, on the same
     * @param paired whether the second is better
     * @param leftOut images that one of them was trained or validated on, and which therefore test nothing
     * @param memoryMissing whether a model does not say what it has seen: its score may flatter
     * @param refused images that cannot be read
     */
    public record Scored(
            Scorecard first, Scorecard second, PairedTest paired, int leftOut, boolean memoryMissing, int refused) {}

    /**
     * Scores both; empty if no image is new to both, or if cancelled.
     *
     * @throws io.crackscope.learning.ModelFileException if a model cannot be opened
     */
    public Optional<Scored> score(
            Path first,
            Path second,
            List<LabelledImage> images,
            String split,
            ProgressListener progress,
            Cancellation cancellation) {
        Optional<SeenImages> seenByFirst = ModelFile.read(first).seen();
        Optional<SeenImages> seenBySecond = ModelFile.read(second).seen();
        List<LabelledImage> fresh = images.stream()
                .filter(image -> !holds(seenByFirst, image) && !holds(seenBySecond, image))
                .toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        long total = 2L * fresh.size();
        Judged one = judge(first, fresh, (done, of) -> progress.progress(done, total), cancellation);
        Judged two = judge(second, fresh, (done, of) -> progress.progress(fresh.size() + done, total), cancellation);
        if (cancellation.isCancelled()) {
            return Optional.empty();
        }
        return Optional.of(new Scored(
                Scores.of(one.images(), one.threshold(), split, SEED),
                Scores.of(two.images(), two.threshold(), split, SEED),
                PairedTest.of(pairs(one, two), SEED),
                images.size() - fresh.size(),
                seenByFirst.isEmpty() || seenBySecond.isEmpty(),
                one.refused()));
    }

    private static boolean holds(Optional<SeenImages> memory, LabelledImage image) {
        if (memory.isEmpty()) {
            return false;
        }
        return switch (memory.get().relationOf(image, unasked -> Optional.empty())) {
            case TRAINED, VALIDATED -> true;
            case NEAR_DUPLICATE, SAME_GROUP, NEW -> false;
        };
    }

    private record Judged(List<ScoredImage> images, double threshold, int refused) {}

    private Judged judge(Path model, List<LabelledImage> images, ProgressListener progress, Cancellation cancellation) {
        try (CrackClassifier classifier = loader.load(model, InferenceEngine.ONNX)) {
            ImageScoring.Result result = new ImageScoring(photos).score(classifier, images, progress, cancellation);
            return new Judged(
                    result.scored(),
                    classifier.model().tileThreshold(),
                    result.refused().size());
        }
    }

    private static List<PairedTest.Pair> pairs(Judged one, Judged two) {
        Map<String, Boolean> first = new HashMap<>();
        one.images().forEach(image -> first.put(image.image(), isRight(image.probability(), one.threshold(), image)));
        List<PairedTest.Pair> pairs = new ArrayList<>();
        for (ScoredImage image : two.images()) {
            Boolean rightByFirst = first.get(image.image());
            if (rightByFirst != null) {
                pairs.add(new PairedTest.Pair(
                        image.group(), rightByFirst, isRight(image.probability(), two.threshold(), image)));
            }
        }
        return pairs;
    }

    private static boolean isRight(double probability, double threshold, ScoredImage image) {
        return probability >= threshold == (image.label() == io.crackscope.domain.Label.CRACK);
    }
}
