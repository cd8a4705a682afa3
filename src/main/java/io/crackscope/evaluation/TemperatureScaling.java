package io.crackscope.evaluation;

/**
 * Calibration with one parameter: the logit is divided by a temperature before the sigmoid, which changes no order and
 * no answer at probability 0.5 (Guo, Pleiss, Sun, Weinberger: On Calibration of Modern Neural Networks, ICML 2017).
 */
public final class TemperatureScaling {
    /** The least temperature that is ever fitted; reached where the classes are parted without error. */
    public static final double LEAST = 0.05;

    /** The highest temperature that is ever fitted; reached where the logits say nothing about the labels. */
    public static final double HIGHEST = 20;

    private TemperatureScaling() {}

    /** Crack probability in [0,1] of {@code logit} at {@code temperature} above 0. */
    public static double probability(double logit, double temperature) {
        return sigmoid(logit / temperature);
    }

    /**
     * The temperature in [{@link #LEAST}, {@link #HIGHEST}] with the least mean cross-entropy of
     * {@code sigmoid(logit / T)}. As a function of 1/T it is convex, so its slope, sum of logit times (sigmoid - label),
     * only rises, and its zero is found by halving. 1 where one of the classes is missing: nothing can be learnt then.
     *
     * @param logits finite logits of the crack class, of validation images
     * @param crack whether each of these images shows a crack
     * @throws IllegalArgumentException if there are not as many labels as logits, or a logit is not finite
     */
    public static double fit(double[] logits, boolean[] crack) {
        if (logits.length != crack.length) {
            throw new IllegalArgumentException(logits.length + " logits for " + crack.length + " labels");
        }
        int cracks = 0;
        for (int i = 0; i < logits.length; i++) {
            if (!Double.isFinite(logits[i])) {
                throw new IllegalArgumentException("logit " + i + " is not finite: " + logits[i]);
            }
            cracks += crack[i] ? 1 : 0;
        }
        if (cracks == 0 || cracks == logits.length) {
            return 1;
        }
        double low = 1 / HIGHEST;
        double high = 1 / LEAST;
        if (slope(logits, crack, low) >= 0) {
            return HIGHEST;
        }
        if (slope(logits, crack, high) <= 0) {
            return LEAST;
        }
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (slope(logits, crack, middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 2 / (low + high);
    }

    private static double slope(double[] logits, boolean[] crack, double inverse) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += logits[i] * (sigmoid(inverse * logits[i]) - (crack[i] ? 1 : 0));
        }
        return sum;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
