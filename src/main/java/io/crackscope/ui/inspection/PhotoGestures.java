package io.crackscope.ui.inspection;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** What wheel, pinch, drag, double click and, once zoomed in, the arrow keys do to a photo. */
final class PhotoGestures {
    /** A wheel notch (40 units) zooms by a fifth. */
    private static final double ZOOM_PER_SCROLL_UNIT = Math.log(1.2) / 40;

    private final PhotoCanvas canvas;
    private final Viewport viewport;
    private final Flight flight;
    private double dragX;
    private double dragY;

    PhotoGestures(PhotoCanvas canvas, Viewport viewport, Flight flight) {
        this.canvas = canvas;
        this.viewport = viewport;
        this.flight = flight;
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        canvas.addEventHandler(ZoomEvent.ZOOM, event -> {
            flight.stop();
            viewport.place(viewport.zoomed(event.getX(), event.getY(), event.getZoomFactor()));
            event.consume();
        });
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            canvas.requestFocus();
            flight.stop();
            dragX = event.getX();
            dragY = event.getY();
        });
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            viewport.place(viewport.panned(event.getX() - dragX, event.getY() - dragY));
            dragX = event.getX();
            dragY = event.getY();
        });
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
                flight.to(
                        viewport.isFitting()
                                ? viewport.actualSize(event.getX(), event.getY(), canvas.screenPixels())
                                : viewport.fit());
            }
        });
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            flight.stop();
            double factor = Math.exp(event.getDeltaY() * ZOOM_PER_SCROLL_UNIT);
            viewport.place(viewport.zoomed(event.getX(), event.getY(), factor));
            event.consume();
        } else if (event.getDeltaX() != 0) {
            flight.stop();
            viewport.place(viewport.panned(event.getDeltaX(), 0));
            event.consume();
        }
    }

    /** A photo that is all in view cannot be moved: then the keys go on to those who walk the list with them. */
    private void press(KeyEvent event) {
        boolean isPlain = !event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown() && !event.isMetaDown();
        if (!event.getCode().isArrowKey() || !isPlain || viewport.isFitting()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> canvas.moveView(-1, 0);
            case RIGHT, KP_RIGHT -> canvas.moveView(1, 0);
            case UP, KP_UP -> canvas.moveView(0, -1);
            default -> canvas.moveView(0, 1);
        }
        event.consume();
    }
}
