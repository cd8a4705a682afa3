package io.crackscope.domain;

/** The model's answer for a whole photo. It proposes; only a person finds. */
public enum Verdict {
    /** Linked evidence of a crack, with at least the upper threshold's probability. */
    CRACK("crack"),
    /** Between the two thresholds: a person must look. */
    UNCERTAIN("uncertain"),
    /** No evidence reached the lower threshold. Never a promise that the concrete is sound. */
    NO_CRACK("no_crack");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word used in files: {@code crack}, {@code uncertain} or {@code no_crack}. */
    public String word() {
        return word;
    }
}
