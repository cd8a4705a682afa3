package io.crackscope.domain;

/**
 * Counts of model against truth, crack being positive.
 *
 * @param tp cracks called crack
 * @param fp crack-free called crack
 * @param tn crack-free called crack-free
 * @param fn cracks called crack-free
 */
public record ConfusionMatrix(long tp, long fp, long tn, long fn) {
    /** @throws IllegalArgumentException if a count is negative */
    public ConfusionMatrix {
        if (tp < 0 || fp < 0 || tn < 0 || fn < 0) {
            throw new IllegalArgumentException("counts must not be negative");
        }
    }

    /** All judged images. */
    public long total() {
        return tp + fp + tn + fn;
    }

    /** Share of right answers in [0,1]; NaN without images. */
    public double accuracy() {
        return ratio(tp + tn, total());
    }

    /** Precision, recall, F1 and support with {@code label} as the positive class. */
    public ClassScore score(Label label) {
        return label == Label.CRACK ? classScore(tp, fp, fn) : classScore(tn, fn, fp);
    }

    private static ClassScore classScore(long hit, long falseAlarm, long miss) {
        return new ClassScore(
                ratio(hit, hit + falseAlarm),
                ratio(hit, hit + miss),
                ratio(2 * hit, 2 * hit + falseAlarm + miss),
                hit + miss);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
