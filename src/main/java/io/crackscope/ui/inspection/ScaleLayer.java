package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.ui.inspection.ScaleLine.End;
import io.crackscope.ui.inspection.ScaleLine.Mark;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** The line that gives a photo its scale, with a ring around each end: rings take the keyboard, arrow keys move them. */
final class ScaleLayer extends Pane {
    private static final double RADIUS = 8;
    private static final double STEP = 1;
    private static final double LONG_STEP = 10;

    private final PhotoCanvas canvas;
    private final ScaleViewModel scale;
    private final Messages messages;
    private final Line halo = new Line();
    private final Line line = new Line();
    private final Map<End, Circle> ends = new EnumMap<>(End.class);

    ScaleLayer(PhotoCanvas canvas, ScaleViewModel scale, Messages messages) {
        this.canvas = canvas;
        this.scale = scale;
        this.messages = messages;
        setManaged(false);
        setPickOnBounds(false);
        halo.getStyleClass().add("scale-halo");
        line.getStyleClass().add("scale-line");
        halo.setMouseTransparent(true);
        line.setMouseTransparent(true);
        getChildren().addAll(halo, line);
        for (End end : End.values()) {
            Circle ring = new Circle(RADIUS);
            ring.setId(end == End.FROM ? "scale-from" : "scale-to");
            ring.getStyleClass().add("scale-end");
            ring.setFocusTraversable(true);
            ring.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(end, event));
            ends.put(end, ring);
            getChildren().add(ring);
        }
        scale.lineProperty().addListener(change -> place());
        canvas.placementProperty().addListener(change -> place());
        place();
    }

    /** The end whose ring is under (x, y) of the canvas. */
    Optional<End> at(double x, double y) {
        return isVisible()
                ? ends.entrySet().stream()
                        .filter(end -> Math.hypot(
                                        end.getValue().getCenterX() - x,
                                        end.getValue().getCenterY() - y)
                                <= RADIUS + 4)
                        .map(Map.Entry::getKey)
                        .findFirst()
                : Optional.empty();
    }

    void takeFocus(End end) {
        ends.get(end).requestFocus();
    }

    private void place() {
        setVisible(scale.lineProperty().get().isPresent());
        scale.lineProperty().get().ifPresent(shown -> {
            Placement placement = canvas.placementProperty().get();
            ends.forEach((end, ring) -> {
                Mark mark = shown.mark(end);
                ring.setCenterX(placement.x() + mark.x() * placement.scale());
                ring.setCenterY(placement.y() + mark.y() * placement.scale());
                ring.setAccessibleText(messages.get("ui.scale." + ring.getId(), mark.x(), mark.y()));
            });
            between(halo);
            between(line);
        });
    }

    private void between(Line drawn) {
        Circle from = ends.get(End.FROM);
        Circle to = ends.get(End.TO);
        drawn.setStartX(from.getCenterX());
        drawn.setStartY(from.getCenterY());
        drawn.setEndX(to.getCenterX());
        drawn.setEndY(to.getCenterY());
    }

    private void press(End end, KeyEvent event) {
        if (!event.getCode().isArrowKey() || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        double step = event.isShiftDown() ? LONG_STEP : STEP;
        scale.lineProperty().get().ifPresent(now -> {
            double x = now.mark(end).x();
            double y = now.mark(end).y();
            switch (event.getCode()) {
                case LEFT, KP_LEFT -> x -= step;
                case RIGHT, KP_RIGHT -> x += step;
                case UP, KP_UP -> y -= step;
                default -> y += step;
            }
            Mark mark = Mark.seenAt(x, y, canvas.placementProperty().get().scale());
            scale.move(end, mark, canvas.pyramid().width(), canvas.pyramid().height());
        });
        event.consume();
    }
}
