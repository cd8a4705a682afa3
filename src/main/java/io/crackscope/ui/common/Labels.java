package io.crackscope.ui.common;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels for more than a word. */
public final class Labels {
    private Labels() {}

    /** One of a style class that breaks its lines, and is always high enough for them: no text ends in dots. */
    public static Label wrapped(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
