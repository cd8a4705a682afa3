package io.crackscope.samples;

/** What the photographed concrete belongs to. */
public enum SceneKind {
    /** A bridge deck: neutral grey, trowelled or worn, dimpled by a slanting light. */
    DECK("deck"),
    /** A formed wall: smooth, blotchy, with bug holes. */
    WALL("wall"),
    /** A pavement: sandy, broomed, with showing aggregate. */
    PAVEMENT("pavement");

    private final String word;

    SceneKind(String word) {
        this.word = word;
    }

    /** The word used in files. */
    public String word() {
        return word;
    }
}
