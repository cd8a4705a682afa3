package io.crackscope.domain;

/** What a person says a tile or photo shows. Crack is the positive class in every score. */
public enum Label {
    NO_CRACK("no_crack"),
    CRACK("crack");

    private final String word;

    Label(String word) {
        this.word = word;
    }

    /** The word used in files: {@code crack} or {@code no_crack}. */
    public String word() {
        return word;
    }

    /** The label for {@code word}; throws IllegalArgumentException for any other word. */
    public static Label ofWord(String word) {
        for (Label label : values()) {
            if (label.word.equals(word)) {
                return label;
            }
        }
        throw new IllegalArgumentException("not a label: " + word + " (expected crack or no_crack)");
    }
}
