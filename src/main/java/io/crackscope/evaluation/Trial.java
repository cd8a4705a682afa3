package io.crackscope.evaluation;

import io.crackscope.domain.Label;
import io.crackscope.domain.Scorecard;
import java.util.Comparator;
import java.util.List;

/**
 * What one model scores on those images of one data set that are equally new to it.
 *
 * @param heldOut how new the images are to the model
 * @param score figures with intervals
 * @param images the images with the model's answers
 */
public record Trial(HeldOut heldOut, Scorecard score, List<ScoredImage> images) {
    public Trial {
        images = List.copyOf(images);
    }

    /** Scores {@code images} at {@code threshold}; {@code seed} draws the resamples. */
    public static Trial of(HeldOut heldOut, List<ScoredImage> images, double threshold, long seed) {
        return new Trial(heldOut, Scores.of(images, threshold, heldOut.word(), seed), images);
    }

    /** Cracks that were missed, the least probable first. */
    public List<ScoredImage> worstMisses(int most) {
        return images.stream()
                .filter(image -> image.label() == Label.CRACK && image.probability() < score.threshold())
                .sorted(Comparator.comparingDouble(ScoredImage::probability).thenComparing(ScoredImage::image))
                .limit(most)
                .toList();
    }

    /** Crack-free images that were called crack, the most probable first. */
    public List<ScoredImage> worstFalseAlarms(int most) {
        return images.stream()
                .filter(image -> image.label() == Label.NO_CRACK && image.probability() >= score.threshold())
                .sorted(Comparator.comparingDouble(ScoredImage::probability)
                        .reversed()
                        .thenComparing(ScoredImage::image))
                .limit(most)
                .toList();
    }
}
