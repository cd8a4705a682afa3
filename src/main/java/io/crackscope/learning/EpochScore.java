package io.crackscope.learning;

/**
 * One row of the learning curve.
 *
 * @param epoch from 1
 * @param trainLoss mean over the epoch's steps
 * @param trainAccuracy mean over the epoch's steps
 * @param validationLoss mean cross-entropy on the validation part
 * @param validationAccuracy on the validation part at probability 0.5
 * @param seconds for training and validation
 * @param imagesPerSecond training tiles per second, validation not counted
 */
public record EpochScore(
        int epoch,
        double trainLoss,
        double trainAccuracy,
        double validationLoss,
        double validationAccuracy,
        double seconds,
        double imagesPerSecond) {}
