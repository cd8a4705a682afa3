package io.crackscope.ui.common;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Line icons that take size and colour from the style sheet. */
public final class Icons {
    private Icons() {}

    /** The icon in the size and colour of the text around it. */
    public static Node of(Feather icon) {
        FontIcon node = new FontIcon(icon);
        node.setMouseTransparent(true);
        return node;
    }
}
