package io.crackscope.evaluation;

import io.crackscope.domain.Label;

/**
 * One labelled image with the model's answer.
 *
 * @param image its path or name, only to name it in lists
 * @param label what a person says it shows
 * @param probability calibrated crack probability in [0,1]
 * @param group images of one group show the same wall; groups, not images, are the independent pieces of evidence
 */
public record ScoredImage(String image, Label label, double probability, String group) {
    public ScoredImage {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("not a probability: " + probability + " for " + image);
        }
    }
}
