package io.crackscope.ui.common;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** Draws a {@link Mark} in a square of fixed size. */
public final class MarkNode extends StackPane {
    private final SVGPath shape = new SVGPath();
    private Mark mark;

    /** Shows {@code mark} in a square of {@code size} logical pixels. */
    public MarkNode(Mark mark, double size) {
        getStyleClass().add("mark");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
        shape.getStyleClass().add("mark-shape");
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.setManaged(false);
        shape.getTransforms().add(new javafx.scene.transform.Scale(size / 16, size / 16));
        getChildren().add(shape);
        this.mark = mark;
        draw();
    }

    /** Shows another mark. */
    public void show(Mark other) {
        if (other != mark) {
            getStyleClass().remove(mark.styleClass());
            mark = other;
            draw();
        }
    }

    private void draw() {
        shape.setContent(mark.path());
        getStyleClass().add(mark.styleClass());
    }
}
