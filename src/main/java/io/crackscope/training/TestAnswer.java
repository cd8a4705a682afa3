package io.crackscope.training;

import io.crackscope.domain.Label;

/**
 * What a model said of one test image.
 *
 * @param sha256 digest of the image's bytes, which tells it wherever it lies
 * @param label what a person says it shows
 * @param group images of one wall
 * @param probability of a crack in [0,1]
 * @param file where it was read
 */
public record TestAnswer(String sha256, Label label, String group, double probability, String file) {}
