package io.crackscope.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The part of a split that an image belongs to. */
public enum Part {
    /** The network learns from it. */
    TRAIN,
    /** It chooses the epoch, the temperature and the thresholds. */
    VALIDATION,
    /** It only scores the end result. */
    TEST;

    /** The word used in files: {@code train}, {@code validation} or {@code test}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part that a file calls {@code word}. */
    public static Optional<Part> ofWord(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }

    /** The part that people mean by {@code name}, as folders and file names are often called: train, val, dev, test ... */
    static Optional<Part> ofName(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "train", "training", "learn" -> Optional.of(TRAIN);
            case "val", "valid", "validation", "validate", "dev" -> Optional.of(VALIDATION);
            case "test", "testing", "eval", "holdout" -> Optional.of(TEST);
            default -> Optional.empty();
        };
    }
}
