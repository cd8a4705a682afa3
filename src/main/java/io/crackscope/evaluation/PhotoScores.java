package io.crackscope.evaluation;

import io.crackscope.domain.ConfusionMatrix;
import io.crackscope.domain.Label;
import io.crackscope.evaluation.JudgedPhoto.Seen;
import io.crackscope.evaluation.JudgedPhoto.Source;
import java.util.Comparator;
import java.util.List;

/**
 * A model's verdicts on photos of known truth: which photos count, the matrix under any rule, and the curves. Immutable;
 * made once per set of photos, some milliseconds per 10,000, so not on the JavaFX thread.
 */
public final class PhotoScores {
    private final Basis basis;
    private final List<JudgedPhoto> counted;
    /** Counted photos with a crack, by rising probability. */
    private final List<JudgedPhoto> cracks;

    /** Counted photos without one, by rising probability. */
    private final List<JudgedPhoto> others;

    private final VerdictMatrix verdicts;
    private final ThresholdSweep sweep;
    private final List<Curves.Point> roc;
    private final List<Curves.Point> precisionRecall;
    private final List<Reliability.Bin> reliability;

    /**
     * Which photos are counted and why the others are not.
     *
     * @param photos all judged photos
     * @param byFolder counted ones whose class folder says what they show
     * @param byReview counted ones that a person reviewed
     * @param withoutTruth photos of which nobody knows what they show
     * @param seen photos of known truth that made the model
     * @param unknown photos of known truth of which it is not known whether they made the model
     * @param leavesOutSeen whether the seen ones are not counted
     */
    public record Basis(
            int photos, int byFolder, int byReview, int withoutTruth, int seen, int unknown, boolean leavesOutSeen) {
        /** All counted photos. */
        public int counted() {
            return byFolder + byReview;
        }

        /** Photos of known truth. */
        public int withTruth() {
            return photos - withoutTruth;
        }

        /** Whether there are photos to count beside those that made the model, and some of these. */
        public boolean mixesSeenAndOthers() {
            return seen > 0 && seen < withTruth();
        }
    }

    /**
     * Counts {@code photos}.
     *
     * @param leaveOutSeen whether to leave out those that made the model, as long as there are others
     */
    public static PhotoScores of(List<JudgedPhoto> photos, boolean leaveOutSeen) {
        List<JudgedPhoto> known =
                photos.stream().filter(photo -> photo.truth().isPresent()).toList();
        int seen = count(known, Seen.IN_TRAINING);
        boolean leavesOut = leaveOutSeen && seen > 0 && seen < known.size();
        List<JudgedPhoto> counted = leavesOut
                ? known.stream()
                        .filter(photo -> photo.seen() != Seen.IN_TRAINING)
                        .toList()
                : known;
        int reviewed = (int) counted.stream()
                .filter(photo -> photo.truth().orElseThrow().source() == Source.REVIEW)
                .count();
        Basis basis = new Basis(
                photos.size(),
                counted.size() - reviewed,
                reviewed,
                photos.size() - known.size(),
                seen,
                count(known, Seen.UNKNOWN),
                leavesOut);
        return new PhotoScores(basis, counted);
    }

    private static int count(List<JudgedPhoto> photos, Seen seen) {
        return (int) photos.stream().filter(photo -> photo.seen() == seen).count();
    }

    private PhotoScores(Basis basis, List<JudgedPhoto> counted) {
        this.basis = basis;
        this.counted = counted;
        this.cracks = rising(Label.CRACK);
        this.others = rising(Label.NO_CRACK);
        this.verdicts = VerdictMatrix.of(counted, new DecisionRule.ModelVerdicts());
        this.sweep = new ThresholdSweep(counted);
        List<ScoredImage> images = images();
        this.roc = Curves.roc(images);
        this.precisionRecall = hasBothClasses() ? Curves.precisionRecall(images) : List.of();
        this.reliability = Reliability.of(images);
    }

    private List<JudgedPhoto> rising(Label label) {
        return counted.stream()
                .filter(photo -> photo.shows(label))
                .sorted(Comparator.comparingDouble(JudgedPhoto::probability).thenComparing(JudgedPhoto::file))
                .toList();
    }

    /** Which photos are counted. */
    public Basis basis() {
        return basis;
    }

    /** The counted photos, all of known truth. */
    public List<JudgedPhoto> counted() {
        return counted;
    }

    /** Whether there are photos with and without a crack; without both no curve can be drawn. */
    public boolean hasBothClasses() {
        return verdicts.count(Label.CRACK) > 0 && verdicts.count(Label.NO_CRACK) > 0;
    }

    /** The counts under {@code rule}, at once. */
    public VerdictMatrix matrix(DecisionRule rule) {
        return switch (rule) {
            case DecisionRule.ModelVerdicts own -> verdicts;
            case DecisionRule.OneThreshold(double threshold) -> new VerdictMatrix(sweep.at(threshold));
        };
    }

    /** The counts of one threshold, at once. */
    public ConfusionMatrix at(double threshold) {
        return sweep.at(threshold);
    }

    /** A threshold of least cost on these photos, as {@link ThresholdSweep#cheapest} promises. */
    public double cheapest(ErrorCosts costs) {
        return sweep.cheapest(costs);
    }

    /**
     * The counted photos of a cell: of mistakes the surest first, of right answers the least sure. A view where the rule
     * is one threshold, so at once for any number of photos.
     */
    public List<JudgedPhoto> photosIn(MatrixCell cell, DecisionRule rule) {
        List<JudgedPhoto> shown = cell.truth() == Label.CRACK ? cracks : others;
        List<JudgedPhoto> rising = switch (rule) {
            case DecisionRule.ModelVerdicts own ->
                shown.stream()
                        .filter(photo -> photo.verdict() == cell.verdict())
                        .toList();
            case DecisionRule.OneThreshold(double threshold) -> {
                ConfusionMatrix counts = sweep.at(threshold);
                int called = (int) (cell.truth() == Label.CRACK ? counts.tp() : counts.fp());
                int below = shown.size() - called;
                yield switch (cell.verdict()) {
                    case CRACK -> shown.subList(below, shown.size());
                    case UNCERTAIN -> List.<JudgedPhoto>of();
                    case NO_CRACK -> shown.subList(0, below);
                };
            }
        };
        return cell.highestFirst() ? rising.reversed() : rising;
    }

    /** As {@link Curves#roc}; empty where a class is missing. */
    public List<Curves.Point> roc() {
        return roc;
    }

    /** As {@link Curves#precisionRecall}; empty where a class is missing. */
    public List<Curves.Point> precisionRecall() {
        return precisionRecall;
    }

    /** As {@link Reliability#of}. */
    public List<Reliability.Bin> reliability() {
        return reliability;
    }

    /** Area under {@link #roc()}; NaN where a class is missing. */
    public double auroc() {
        double area = roc.isEmpty() ? Double.NaN : 0;
        for (int i = 1; i < roc.size(); i++) {
            area += (roc.get(i).x() - roc.get(i - 1).x())
                    * (roc.get(i).y() + roc.get(i - 1).y())
                    / 2;
        }
        return area;
    }

    /** Recall gained times precision, summed over {@link #precisionRecall()}; NaN where a class is missing. */
    public double averagePrecision() {
        double sum = precisionRecall.isEmpty() ? Double.NaN : 0;
        double recall = 0;
        for (Curves.Point point : precisionRecall) {
            sum += (point.x() - recall) * point.y();
            recall = point.x();
        }
        return sum;
    }

    /** Mean distance of probability and share of cracks over {@link #reliability()}; NaN without photos. */
    public double calibrationError() {
        double sum = 0;
        for (Reliability.Bin bin : reliability) {
            sum += bin.images() == 0 ? 0 : bin.images() * Math.abs(bin.meanProbability() - bin.crackShare());
        }
        return counted.isEmpty() ? Double.NaN : sum / counted.size();
    }

    private List<ScoredImage> images() {
        return counted.stream()
                .map(photo -> new ScoredImage(
                        photo.file().toString(),
                        photo.truth().orElseThrow().label(),
                        photo.probability(),
                        photo.groupName()))
                .toList();
    }
}
