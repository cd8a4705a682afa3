package io.crackscope.samples;

/** What is on concrete and is not a crack. */
public enum ConfuserKind {
    /** A sawn or tooled joint: straight, of even width. */
    JOINT("joint"),
    /** The seam that a formwork panel or board leaves. */
    FORM_LINE("form_line"),
    /** The round recess of a formwork tie. */
    TIE_HOLE("tie_hole"),
    /** The soft-edged shadow of a railing or a branch. */
    SHADOW("shadow"),
    /** A run of water or rust, or a patch of oil. */
    STAIN("stain"),
    /** A cable fixed to the surface, or lying on it. */
    CABLE("cable"),
    /** A mark sprayed or chalked by a surveyor. */
    PAINT("paint"),
    /** A fallen leaf. */
    LEAF("leaf"),
    /** Grass growing out of the surface. */
    GRASS("grass");

    private final String word;

    ConfuserKind(String word) {
        this.word = word;
    }

    /** The word used in files. */
    public String word() {
        return word;
    }
}
