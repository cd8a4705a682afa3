/**
 * Scores of a model on labelled images, with intervals from resampling whole groups, calibration and the choice
 * of thresholds.
 */
@NullMarked
package io.crackscope.evaluation;

import org.jspecify.annotations.NullMarked;
