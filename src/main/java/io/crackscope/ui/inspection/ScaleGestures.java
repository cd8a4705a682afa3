package io.crackscope.ui.inspection;

import io.crackscope.ui.inspection.ScaleLine.End;
import io.crackscope.ui.inspection.ScaleLine.Mark;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Draws the line of the scale tool with the primary button, and moves its ends. The other buttons still move the photo and
 * the wheel still zooms. An arrow key puts a first line into the middle of what is seen.
 */
final class ScaleGestures {
    private static final double LEAST_DRAG = 3;
    private static final double SHARE = 0.25;

    private final PhotoCanvas canvas;
    private final ScaleViewModel scale;
    private final ScaleLayer layer;
    private final Runnable drawn;
    private Optional<End> held = Optional.empty();
    private boolean isPressed;
    private double pressX;
    private double pressY;

    /** {@code drawn} is called when the mouse has let a line go. */
    ScaleGestures(PhotoCanvas canvas, ScaleViewModel scale, ScaleLayer layer, Runnable drawn) {
        this.canvas = canvas;
        this.scale = scale;
        this.layer = layer;
        this.drawn = drawn;
        canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.addEventFilter(MouseEvent.MOUSE_CLICKED, this::keep);
        canvas.addEventFilter(KeyEvent.KEY_PRESSED, this::type);
        scale.activeProperty().subscribe(active -> canvas.setCursor(active ? Cursor.CROSSHAIR : null));
    }

    private boolean keep(MouseEvent event) {
        boolean ours = scale.activeProperty().get() && event.getButton() == MouseButton.PRIMARY && !canvas.isEmpty();
        if (ours) {
            event.consume();
        }
        return ours;
    }

    private void press(MouseEvent event) {
        isPressed = keep(event);
        if (isPressed) {
            pressX = event.getX();
            pressY = event.getY();
            held = layer.at(pressX, pressY);
            held.ifPresentOrElse(layer::takeFocus, canvas::requestFocus);
        }
    }

    private void drag(MouseEvent event) {
        if (!isPressed || !keep(event)) {
            return;
        }
        if (held.isEmpty() && Math.hypot(event.getX() - pressX, event.getY() - pressY) >= LEAST_DRAG) {
            held = Optional.of(End.TO);
            double x = photoX(pressX);
            double y = photoY(pressY);
            scale.draw(new ScaleLine(mark(x, y), mark(x, y)));
            move(End.FROM, x, y);
        }
        held.ifPresent(end -> move(end, photoX(event.getX()), photoY(event.getY())));
    }

    private void release(MouseEvent event) {
        if (isPressed && keep(event)) {
            isPressed = false;
            if (held.isPresent()) {
                drawn.run();
            }
        }
    }

    private void type(KeyEvent event) {
        boolean isPlain = !event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown();
        if (scale.activeProperty().get()
                && scale.lineProperty().get().isEmpty()
                && event.getCode().isArrowKey()
                && isPlain
                && !canvas.isEmpty()) {
            Area seen = canvas.seen();
            scale.draw(new ScaleLine(
                    mark(seen.centreX() - SHARE * seen.width(), seen.centreY()),
                    mark(seen.centreX() + SHARE * seen.width(), seen.centreY())));
            layer.takeFocus(End.FROM);
            event.consume();
        }
    }

    private void move(End end, double x, double y) {
        scale.move(end, mark(x, y), canvas.pyramid().width(), canvas.pyramid().height());
    }

    private Mark mark(double x, double y) {
        return Mark.seenAt(x, y, canvas.placementProperty().get().scale());
    }

    private double photoX(double x) {
        Placement placement = canvas.placementProperty().get();
        return (x - placement.x()) / placement.scale();
    }

    private double photoY(double y) {
        Placement placement = canvas.placementProperty().get();
        return (y - placement.y()) / placement.scale();
    }
}
