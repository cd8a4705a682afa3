package io.crackscope.dataset;

/** What can be wrong with a data set. */
public enum Check {
    /** Files of the same bytes. */
    EXACT_DUPLICATES,
    /** Images that look almost the same. */
    NEAR_DUPLICATES,
    /** Images that are the same, or almost, and are labelled differently. */
    CONFLICTS,
    /** Images of validation and test that are known from the parts before: the same, almost the same, or the same wall. */
    LEAKS,
    /** Images whose label the model contradicts. */
    LABEL_SUSPECTS,
    BLURRED,
    DARK,
    OVEREXPOSED,
    /** Files that cannot be used. */
    UNREADABLE,
    /** Images that are much smaller, or of other proportions, than most. */
    ODD_SIZE,
    /** One class is rare. */
    IMBALANCE;

    /** The key of its texts, such as {@code odd_size}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
