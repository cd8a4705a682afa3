package io.crackscope.reporting;

import io.crackscope.domain.ModelCard;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.VerdictThresholds;
import java.util.Optional;

/**
 * A model that answered for photos of a report.
 *
 * @param stamp which one
 * @param photos whose newest answer is its own
 * @param thresholds that parted its verdicts; empty where it refused all photos
 * @param facts what its file says of it; empty where that file is not at hand
 */
public record ModelUse(
        ModelStamp stamp, int photos, Optional<VerdictThresholds> thresholds, Optional<ModelFacts> facts) {
    /**
     * What a model file says.
     *
     * @param card of the model
     * @param tileThreshold probability from which one tile is a crack
     * @param temperature divides its logits
     */
    public record ModelFacts(ModelCard card, double tileThreshold, double temperature) {}
}
