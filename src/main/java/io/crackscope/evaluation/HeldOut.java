package io.crackscope.evaluation;

/** How new images are to a model; decides what a score on them is worth. From the least to the most. */
public enum HeldOut {
    /** The model was trained or validated on these very images: no test at all. */
    SEEN("seen"),
    /** The images are new, but the model saw others of their group, or near duplicates of them: flatters. */
    RANDOM("random"),
    /** Neither the images nor their groups were seen, but others of the data set were. */
    GROUPED("grouped"),
    /** Nothing of the data set was seen. */
    OTHER_DATA("other_data"),
    /** The model file does not say what the model was trained on. */
    UNKNOWN("unknown");

    private final String word;

    HeldOut(String word) {
        this.word = word;
    }

    /** The word used in files. */
    public String word() {
        return word;
    }

    /** Whether a score on such images tests the model. */
    public boolean tests() {
        return this != SEEN;
    }
}
