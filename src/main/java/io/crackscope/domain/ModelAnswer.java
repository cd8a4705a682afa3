package io.crackscope.domain;

import java.time.Instant;

/** What a model made of a photo at one time. Where in the photo is kept apart, in {@link CrackFindings}. */
public sealed interface ModelAnswer {
    /** The model that was asked. */
    ModelStamp model();

    /** When it answered. */
    Instant when();

    /**
     * The photo was inspected.
     *
     * @param verdict the model's answer
     * @param probability calibrated probability in [0,1] that the photo shows a crack
     * @param thresholds that parted the verdicts
     * @param millis that the inspection took
     */
    record Judged(
            Verdict verdict,
            double probability,
            VerdictThresholds thresholds,
            long millis,
            ModelStamp model,
            Instant when)
            implements ModelAnswer {}

    /** The photo could not be inspected. */
    record Refused(Refusal refusal, ModelStamp model, Instant when) implements ModelAnswer {}
}
