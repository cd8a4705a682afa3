package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** The line over a photo whose length a person knows. Mouse and arrow keys move its ends; Shift moves ten pixels. */
final class ScaleLayer extends Pane {
    private static final double GRIP = 9;
    private static final double FAR = 10;

    private final PhotoCanvas canvas;
    private final ScaleViewModel model;
    private final Line halo = new Line();
    private final Line line = new Line();
    private final Circle first;
    private final Circle second;

    ScaleLayer(PhotoCanvas canvas, ScaleViewModel model, Messages messages) {
        this.canvas = canvas;
        this.model = model;
        first = grip(true, "scale-first", messages.get("ui.scale.end", 1));
        second = grip(false, "scale-second", messages.get("ui.scale.end", 2));
        setManaged(false);
        setPickOnBounds(false);
        halo.getStyleClass().add("scale-halo");
        line.getStyleClass().add("scale-line");
        halo.setMouseTransparent(true);
        line.setMouseTransparent(true);
        getChildren().addAll(halo, line, first, second);
        visibleProperty().bind(model.measuringProperty());
        canvas.placementProperty().addListener(change -> place());
        model.lineProperty().addListener(change -> place());
    }

    private Circle grip(boolean isFirst, String id, String name) {
        Circle grip = new Circle(GRIP);
        grip.setId(id);
        grip.getStyleClass().add("scale-grip");
        grip.setCursor(Cursor.CROSSHAIR);
        grip.setFocusTraversable(true);
        grip.setAccessibleRole(AccessibleRole.SLIDER);
        grip.setAccessibleText(name);
        grip.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            grip.requestFocus();
            event.consume();
        });
        grip.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            Placement now = canvas.placementProperty().get();
            var at = canvas.sceneToLocal(event.getSceneX(), event.getSceneY());
            move(isFirst, (at.getX() - now.x()) / now.scale(), (at.getY() - now.y()) / now.scale());
            event.consume();
        });
        grip.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(isFirst, event));
        return grip;
    }

    private void press(boolean isFirst, KeyEvent event) {
        boolean isPlain = !event.isAltDown() && !event.isShortcutDown() && !event.isMetaDown();
        if (!event.getCode().isArrowKey() || !isPlain) {
            return;
        }
        double step = event.isShiftDown() ? FAR : 1;
        ScaleLine now = model.lineProperty().get();
        double x = isFirst ? now.x1() : now.x2();
        double y = isFirst ? now.y1() : now.y2();
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> move(isFirst, x - step, y);
            case RIGHT, KP_RIGHT -> move(isFirst, x + step, y);
            case UP, KP_UP -> move(isFirst, x, y - step);
            default -> move(isFirst, x, y + step);
        }
        event.consume();
    }

    private void move(boolean isFirst, double x, double y) {
        Pyramid photo = canvas.pyramid();
        model.move(isFirst, Math.clamp(x, 0, photo.width()), Math.clamp(y, 0, photo.height()));
    }

    private void place() {
        Placement now = canvas.placementProperty().get();
        ScaleLine at = model.lineProperty().get();
        place(first, now.x() + at.x1() * now.scale(), now.y() + at.y1() * now.scale());
        place(second, now.x() + at.x2() * now.scale(), now.y() + at.y2() * now.scale());
        for (Line stroke : new Line[] {halo, line}) {
            stroke.setStartX(first.getCenterX());
            stroke.setStartY(first.getCenterY());
            stroke.setEndX(second.getCenterX());
            stroke.setEndY(second.getCenterY());
        }
    }

    private static void place(Circle grip, double x, double y) {
        grip.setCenterX(x);
        grip.setCenterY(y);
    }
}
