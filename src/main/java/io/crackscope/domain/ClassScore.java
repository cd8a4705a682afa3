package io.crackscope.domain;

/**
 * How well one class is recognised; a ratio whose denominator is empty is NaN.
 *
 * @param precision share of the answers "this class" that are right, in [0,1]
 * @param recall share of the images of this class that are found, in [0,1]
 * @param f1 harmonic mean of both, in [0,1]
 * @param support images of this class
 */
public record ClassScore(double precision, double recall, double f1, long support) {}
