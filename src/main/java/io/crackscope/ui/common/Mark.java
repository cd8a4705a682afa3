package io.crackscope.ui.common;

import io.crackscope.domain.Verdict;

/**
 * The signs of a photo's state. Each has a shape of its own besides its colour, so that nobody needs to tell colours
 * apart; the colours (Okabe and Ito) stand in the style sheet. Shapes fill a square of 16 units.
 */
public enum Mark {
    CRACK("mark-crack", "M8 1 L15 8 L8 15 L1 8 Z"),
    /** A diamond of which only the left half is filled. */
    UNCERTAIN("mark-uncertain", "M8 1 L15 8 L8 15 L1 8 Z M8 3.5 L8 12.5 L12.5 8 Z"),
    NO_CRACK(
            "mark-no-crack",
            "M8 1 A7 7 0 1 0 8 15 A7 7 0 1 0 8 1 Z M8 3.5 A4.5 4.5 0 1 1 8 12.5 A4.5 4.5 0 1 1 8 3.5 Z"),
    REFUSED("mark-refused", "M12.6 1.5 L14.5 3.4 L3.4 14.5 L1.5 12.6 Z"),
    INSPECTING("mark-inspecting", "M2 6.5 h3 v3 h-3 Z M6.5 6.5 h3 v3 h-3 Z M11 6.5 h3 v3 h-3 Z"),
    WAITING("mark-waiting", "M6 6 h4 v4 h-4 Z");

    private final String styleClass;
    private final String path;

    Mark(String styleClass, String path) {
        this.styleClass = styleClass;
        this.path = path;
    }

    /** The mark of a verdict. */
    public static Mark of(Verdict verdict) {
        return switch (verdict) {
            case CRACK -> CRACK;
            case UNCERTAIN -> UNCERTAIN;
            case NO_CRACK -> NO_CRACK;
        };
    }

    String styleClass() {
        return styleClass;
    }

    /** Its outline as an SVG path, to be filled even-odd. */
    String path() {
        return path;
    }
}
