package io.crackscope.evaluation;

import io.crackscope.domain.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The curves of a score, from the images themselves: one point a distinct probability, images of equal one together. */
public final class Curves {
    private Curves() {}

    /**
     * A point of a curve.
     *
     * @param x false positive rate (ROC) or recall (precision-recall), in [0,1]
     * @param y true positive rate (ROC) or precision (precision-recall), in [0,1]
     * @param threshold images of at least this probability are called crack; above 1 where none is
     */
    public record Point(double x, double y, double threshold) {}

    /**
     * The receiver operating characteristic from (0,0) to (1,1); the area under its straight pieces is AUROC. Empty where
     * a class is missing.
     */
    public static List<Point> roc(List<ScoredImage> images) {
        List<Point> points = new ArrayList<>();
        long cracks = count(images, Label.CRACK);
        long others = images.size() - cracks;
        if (cracks == 0 || others == 0) {
            return points;
        }
        points.add(new Point(0, 0, Double.POSITIVE_INFINITY));
        walk(
                images,
                (called, hits, threshold) ->
                        points.add(new Point((called - hits) / (double) others, hits / (double) cracks, threshold)));
        return points;
    }

    /**
     * Precision over recall, by rising recall; the sum of recall gained times precision there is the average precision.
     * Empty where there is no crack.
     */
    public static List<Point> precisionRecall(List<ScoredImage> images) {
        List<Point> points = new ArrayList<>();
        long cracks = count(images, Label.CRACK);
        if (cracks > 0) {
            walk(
                    images,
                    (called, hits, threshold) ->
                            points.add(new Point(hits / (double) cracks, hits / (double) called, threshold)));
        }
        return points;
    }

    /**
     * The corners of a line that looks like {@code points}: those nearer to the one drawn before than {@code least} on
     * both axes are left out, the first and the last kept.
     *
     * @param steps whether what is gained from one point to the next is had at the next one's height, as precision is;
     *     then the line begins at x = 0
     */
    public static List<Point> line(List<Point> points, boolean steps, double least) {
        List<Point> drawn = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            Point last = drawn.isEmpty() ? null : drawn.getLast();
            boolean near = last != null
                    && i < points.size() - 1
                    && Math.abs(point.x() - last.x()) < least
                    && Math.abs(point.y() - last.y()) < least;
            if (!near) {
                if (steps) {
                    drawn.add(new Point(last == null ? 0 : last.x(), point.y(), point.threshold()));
                }
                drawn.add(point);
            }
        }
        return drawn;
    }

    @FunctionalInterface
    private interface Step {
        void at(long called, long hits, double threshold);
    }

    private static void walk(List<ScoredImage> images, Step step) {
        List<ScoredImage> sorted = images.stream()
                .sorted(Comparator.comparingDouble(ScoredImage::probability).reversed())
                .toList();
        long hits = 0;
        for (int i = 0; i < sorted.size(); i++) {
            ScoredImage image = sorted.get(i);
            hits += image.label() == Label.CRACK ? 1 : 0;
            if (i + 1 == sorted.size() || sorted.get(i + 1).probability() != image.probability()) {
                step.at(i + 1L, hits, image.probability());
            }
        }
    }

    private static long count(List<ScoredImage> images, Label label) {
        return images.stream().filter(image -> image.label() == label).count();
    }
}
