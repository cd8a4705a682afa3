package io.crackscope.evaluation;

import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Label;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a model does on one group: a photo, a run of numbers, a cluster.
 *
 * @param group its name
 * @param confusion counts at the model's threshold
 */
public record GroupScore(String group, ConfusionMatrix confusion) {
    /** The groups with at least {@code least} images, the one with the most wrong answers in relation first. */
    public static List<GroupScore> worstFirst(List<ScoredImage> images, double threshold, int least) {
        Map<String, long[]> counts = new TreeMap<>();
        for (ScoredImage image : images) {
            long[] count = counts.computeIfAbsent(image.group(), name -> new long[4]);
            boolean called = image.probability() >= threshold;
            count[image.label() == Label.CRACK ? (called ? 0 : 3) : (called ? 1 : 2)]++;
        }
        return counts.entrySet().stream()
                .map(entry -> new GroupScore(
                        entry.getKey(),
                        new ConfusionMatrix(
                                entry.getValue()[0], entry.getValue()[1], entry.getValue()[2], entry.getValue()[3])))
                .filter(score -> score.confusion().total() >= least)
                .sorted(Comparator.comparingDouble(
                                (GroupScore score) -> score.confusion().accuracy())
                        .thenComparing(score -> -score.confusion().total()))
                .toList();
    }
}
