package io.crackscope.dataset;

import io.crackscope.domain.Refusal;

/** What came of measuring an image. */
public sealed interface Measurement {
    /** It was measured. */
    record Measured(Measures measures) implements Measurement {}

    /** It cannot be used, and why. */
    record Refused(Refusal refusal) implements Measurement {}
}
