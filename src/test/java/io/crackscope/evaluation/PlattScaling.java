package io.crackscope.evaluation;

import io.crackscope.domain.PhotoCalibration;

/**
 * Fits a logistic function to the linked log-odds of photos of known truth, by Newton's method on the cross-entropy with
 * Platt's softened targets (J. Platt, "Probabilistic outputs for support vector machines", 1999).
 */
public final class PlattScaling {
    private static final int STEPS = 100;
    private static final double LEAST_SLOPE = 1e-3;
    private static final double RIDGE = 1e-6;
    private static final double LEAST_SHARE = 1e-6;
    private static final double LEAST_GAIN = 1e-12;

    private PlattScaling() {}

    /**
     * Slope and offset for photos of whatever number of tiles; what {@code growth} says of that number is held.
     *
     * @param logOdds mean log-odds of each photo's linked tiles
     * @param tiles of each photo, in the same order
     * @param crack whether the photo shows a crack, in the same order
     * @param growth of the calibration
     * @throws IllegalArgumentException if one of the two kinds is missing
     */
    public static PhotoCalibration fit(double[] logOdds, int[] tiles, boolean[] crack, double growth) {
        double[][] features = new double[logOdds.length][];
        for (int i = 0; i < features.length; i++) {
            features[i] = new double[] {logOdds[i] - growth * PhotoCalibration.weight(tiles[i]), 1};
        }
        double[] found = logistic(features, crack);
        return new PhotoCalibration(found[0], found[1], growth);
    }

    /**
     * Slope, offset and growth together, for photos of different numbers of tiles.
     *
     * @param logOdds mean log-odds of each photo's linked tiles
     * @param tiles of each photo, in the same order
     * @param crack whether the photo shows a crack, in the same order
     * @throws IllegalArgumentException if one of the two kinds is missing
     */
    public static PhotoCalibration fit(double[] logOdds, int[] tiles, boolean[] crack) {
        double[][] features = new double[logOdds.length][];
        for (int i = 0; i < features.length; i++) {
            features[i] = new double[] {logOdds[i], 1, -PhotoCalibration.weight(tiles[i])};
        }
        double[] found = logistic(features, crack);
        return new PhotoCalibration(found[0], found[1], Math.max(0, found[2] / found[0]));
    }

    /** Weights of the features, the first held above 0. */
    private static double[] logistic(double[][] features, boolean[] crack) {
        int positive = 0;
        for (boolean one : crack) {
            positive += one ? 1 : 0;
        }
        int negative = crack.length - positive;
        if (positive == 0 || negative == 0) {
            throw new IllegalArgumentException("calibration needs photos with and without a crack");
        }
        double high = (positive + 1.0) / (positive + 2.0);
        double low = 1 / (negative + 2.0);
        int size = features[0].length;
        double[] weights = new double[size];
        weights[0] = 1;
        double loss = loss(features, crack, weights, high, low);
        for (int step = 0; step < STEPS; step++) {
            double[] move = solved(newton(features, crack, weights, high, low));
            double share = 1;
            double[] next;
            double nextLoss;
            do {
                next = weights.clone();
                for (int a = 0; a < size; a++) {
                    next[a] -= share * move[a];
                }
                next[0] = Math.max(LEAST_SLOPE, next[0]);
                nextLoss = loss(features, crack, next, high, low);
                // far from the lowest point a whole step can lead beyond it
                share /= 2;
            } while (nextLoss > loss && share > LEAST_SHARE);
            if (!(loss - nextLoss > LEAST_GAIN * loss)) {
                break;
            }
            weights = next;
            loss = nextLoss;
        }
        return weights;
    }

    /** Second derivatives of the loss, and in the last column the first. */
    private static double[][] newton(double[][] features, boolean[] crack, double[] weights, double high, double low) {
        int size = weights.length;
        double[][] system = new double[size][size + 1];
        for (int a = 0; a < size; a++) {
            system[a][a] = RIDGE;
        }
        for (int i = 0; i < crack.length; i++) {
            double[] x = features[i];
            double p = 1 / (1 + Math.exp(-dot(weights, x)));
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    system[a][b] += p * (1 - p) * x[a] * x[b];
                }
                system[a][size] += (p - (crack[i] ? high : low)) * x[a];
            }
        }
        return system;
    }

    private static double loss(double[][] features, boolean[] crack, double[] weights, double high, double low) {
        double sum = 0;
        for (int i = 0; i < crack.length; i++) {
            double logit = dot(weights, features[i]);
            double target = crack[i] ? high : low;
            sum += Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Gauss and Jordan; the matrix is positive definite, so no rows need to be exchanged. */
    private static double[] solved(double[][] system) {
        int size = system.length;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                double factor = a == b ? 0 : system[b][a] / system[a][a];
                for (int c = a; c <= size; c++) {
                    system[b][c] -= factor * system[a][c];
                }
            }
        }
        double[] found = new double[size];
        for (int a = 0; a < size; a++) {
            found[a] = system[a][size] / system[a][a];
        }
        return found;
    }
}
