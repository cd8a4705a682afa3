/**
 * The scorecard: verdicts against truth as a matrix, under the model's thresholds or any other, with figures, costs and
 * curves. Knows photos only as {@link io.crackscope.evaluation.JudgedPhoto}; who lists and reviews them feeds it.
 */
@NullMarked
package io.crackscope.ui.scorecard;

import org.jspecify.annotations.NullMarked;
