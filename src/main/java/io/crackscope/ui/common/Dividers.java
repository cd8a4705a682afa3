package io.crackscope.ui.common;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The dividers of a split pane. */
public final class Dividers {
    private Dividers() {}

    /**
     * Runs {@code dragged} after a person dragged a divider of {@code split}. Only that is worth keeping: placing dividers
     * by the program takes their own width off, a little more each time.
     */
    public static void onDragged(SplitPane split, Runnable dragged) {
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node target && (isDivider(target) || isDivider(target.getParent()))) {
                dragged.run();
            }
        });
    }

    private static boolean isDivider(@Nullable Node node) {
        return node != null && node.getStyleClass().contains("split-pane-divider");
    }
}
