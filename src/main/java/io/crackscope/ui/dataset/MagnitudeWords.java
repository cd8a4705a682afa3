package io.crackscope.ui.dataset;

import io.crackscope.dataset.Magnitude;
import io.crackscope.text.Messages;
import io.crackscope.text.WholePercent;

/** Magnitudes with their units. */
final class MagnitudeWords {
    private MagnitudeWords() {}

    static String of(Messages messages, Magnitude magnitude, double value) {
        return switch (magnitude) {
            case BRIGHTNESS -> messages.get("ui.set.value.percent", Math.round(100 * value));
            case PROBABILITY, DOUBT -> WholePercent.of(Math.clamp(value, 0, 1));
            case SHARPNESS -> messages.get("ui.set.number", Math.round(Math.pow(10, value)));
            case SIZE -> messages.get("ui.set.value.pixels", Math.round(value));
        };
    }
}
