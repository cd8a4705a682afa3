package io.crackscope.ui.common;

import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Events of a mouse that is not there. */
public final class MouseEvents {
    private MouseEvents() {}

    /** One of the left button, held, at this place of the node it is fired at. */
    public static MouseEvent of(EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }
}
