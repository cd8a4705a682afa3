package io.crackscope.evaluation;

import io.crackscope.domain.PhotoCalibration;

/**
 * Fits slope and offset of a logistic function to scores of known truth, by Newton's method on the cross-entropy with
 * Platt's softened targets (J. Platt, "Probabilistic outputs for support vector machines", 1999).
 */
public final class PlattScaling {
    private static final int STEPS = 100;
    private static final double LEAST_SLOPE = 1e-3;
    private static final double RIDGE = 1e-6;

    private PlattScaling() {}

    /**
     * The calibration for these photos.
     *
     * @param logOdds mean log-odds of each photo's linked tiles
     * @param crack whether the photo shows a crack, in the same order
     * @throws IllegalArgumentException if one of the two kinds is missing
     */
    public static PhotoCalibration fit(double[] logOdds, boolean[] crack) {
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
        double slope = 1;
        double offset = 0;
        for (int step = 0; step < STEPS; step++) {
            double gradientSlope = 0;
            double gradientOffset = 0;
            double aa = RIDGE;
            double ab = 0;
            double bb = RIDGE;
            for (int i = 0; i < crack.length; i++) {
                double p = 1 / (1 + Math.exp(-(slope * logOdds[i] + offset)));
                double error = p - (crack[i] ? high : low);
                double weight = p * (1 - p);
                gradientSlope += error * logOdds[i];
                gradientOffset += error;
                aa += weight * logOdds[i] * logOdds[i];
                ab += weight * logOdds[i];
                bb += weight;
            }
            double determinant = aa * bb - ab * ab;
            double slopeStep = (bb * gradientSlope - ab * gradientOffset) / determinant;
            double offsetStep = (aa * gradientOffset - ab * gradientSlope) / determinant;
            slope = Math.max(LEAST_SLOPE, slope - Math.clamp(slopeStep, -1, 1));
            offset -= Math.clamp(offsetStep, -2, 2);
            if (Math.abs(slopeStep) < 1e-10 && Math.abs(offsetStep) < 1e-10) {
                break;
            }
        }
        return new PhotoCalibration(slope, offset);
    }
}
