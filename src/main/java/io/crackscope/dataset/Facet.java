package io.crackscope.dataset;

import io.crackscope.domain.Label;
import java.util.Locale;
import java.util.Optional;

/** A property by which images fall into a few kinds, to filter by. */
public enum Facet {
    LABEL,
    PART,
    /** Whether the model says the same as the label. */
    MODEL,
    /** Whether it is used, changed here, left out. */
    STATE;

    /** One kind of a facet. */
    public enum Value {
        CRACK(LABEL),
        NO_CRACK(LABEL),
        UNLABELLED(LABEL),
        TRAIN(PART),
        VALIDATION(PART),
        TEST(PART),
        NO_PART(PART),
        AGREES(MODEL),
        DISAGREES(MODEL),
        NOT_JUDGED(MODEL),
        AS_GIVEN(STATE),
        CHANGED(STATE),
        EXCLUDED(STATE);

        private final Facet facet;

        Value(Facet facet) {
            this.facet = facet;
        }

        public Facet facet() {
            return facet;
        }

        /** The key of its texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The kind that an image is of. */
    Value of(ImageTable table, int number, double crackFrom) {
        ImageState state = table.state(number);
        return switch (this) {
            case LABEL ->
                state.label()
                        .map(label -> label == Label.CRACK ? Value.CRACK : Value.NO_CRACK)
                        .orElse(Value.UNLABELLED);
            case PART ->
                state.part()
                        .map(part -> switch (part) {
                            case TRAIN -> Value.TRAIN;
                            case VALIDATION -> Value.VALIDATION;
                            case TEST -> Value.TEST;
                        })
                        .orElse(Value.NO_PART);
            case MODEL -> model(state.label(), table.probability(number), crackFrom);
            case STATE ->
                state.excluded()
                        ? Value.EXCLUDED
                        : state.label().equals(table.given(number).label()) ? Value.AS_GIVEN : Value.CHANGED;
        };
    }

    private static Value model(Optional<Label> label, float probability, double crackFrom) {
        if (label.isEmpty() || Float.isNaN(probability)) {
            return Value.NOT_JUDGED;
        }
        return (label.get() == Label.CRACK) == (probability >= crackFrom) ? Value.AGREES : Value.DISAGREES;
    }
}
