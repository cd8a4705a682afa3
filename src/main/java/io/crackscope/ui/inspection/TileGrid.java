package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.text.WholePercent;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The tiles that the model judged, over the photo, and what it said of one of them: that under the pointer, or, when keys
 * move the view, that in its middle. Where there is room each tile shows its probability.
 */
final class TileGrid extends Pane {
    private static final double ROOM_FOR_NUMBERS = 56;
    private static final double LEAST_STEP = 5;
    /** From this distance on lines are drawn at full strength; closer ones would lie like a veil over the photo. */
    private static final double WIDE_STEP = 48;

    private final Canvas lines = new Canvas();
    private final Region probed = new Region();
    private final Label words = new Label();
    private final Messages messages;
    private @Nullable TileCells cells;
    private Placement placement = new Placement(1, 0, 0);
    private @Nullable Point2D pointer;

    TileGrid(Messages messages) {
        this.messages = messages;
        setManaged(false);
        setMouseTransparent(true);
        probed.getStyleClass().add("probed-tile");
        probed.setManaged(false);
        words.getStyleClass().addAll("viewer-chip", "probed-words");
        words.setId("probed-words");
        words.setManaged(false);
        words.setMouseTransparent(true);
        getChildren().addAll(lines, probed);
        visibleProperty().addListener(change -> draw());
    }

    /** What the model said of the tile that is asked for, to lie in the same place as this but above all else. */
    Label words() {
        return words;
    }

    /** The tiles of another photo, or none. */
    void show(@Nullable TileCells other) {
        cells = other;
        draw();
    }

    /** Draws over a viewer of this size with the photo at {@code now}. */
    void place(Placement now, double width, double height) {
        placement = now;
        resize(width, height);
        lines.setWidth(width);
        lines.setHeight(height);
        draw();
    }

    /** Asks for the tile here; null asks for that in the middle of the view. */
    void probe(@Nullable Point2D here) {
        pointer = here;
        if (isVisible()) {
            probe();
        }
    }

    private void draw() {
        GraphicsContext g = lines.getGraphicsContext2D();
        g.clearRect(0, 0, lines.getWidth(), lines.getHeight());
        if (cells != null && isVisible()) {
            draw(cells, g);
        }
        probe();
    }

    private void draw(TileCells grid, GraphicsContext g) {
        int left = grid.columnAt(-placement.x() / placement.scale());
        int right = grid.columnAt((getWidth() - placement.x()) / placement.scale());
        int top = grid.rowAt(-placement.y() / placement.scale());
        int bottom = grid.rowAt((getHeight() - placement.y()) / placement.scale());
        double fromX = Math.max(0, screenX(grid.x(0)));
        double toX = Math.min(getWidth(), screenX(grid.x(grid.columns())));
        double fromY = Math.max(0, screenY(grid.y(0)));
        double toY = Math.min(getHeight(), screenY(grid.y(grid.rows())));
        double step = (grid.x(grid.columns()) - grid.x(0)) / grid.columns() * placement.scale();
        if (step >= LEAST_STEP) {
            // A dark line beside each light one: seen on light and dark concrete.
            double strength = Math.clamp(step / WIDE_STEP, 0.5, 1);
            for (double shift : new double[] {1, 0}) {
                g.setFill(shift == 0 ? Color.gray(1, 0.55 * strength) : Color.gray(0, 0.35 * strength));
                for (int column = left; column <= right + 1; column++) {
                    g.fillRect(Math.round(screenX(grid.x(column))) + shift, fromY, 1, toY - fromY);
                }
                for (int row = top; row <= bottom + 1; row++) {
                    g.fillRect(fromX, Math.round(screenY(grid.y(row))) + shift, toX - fromX, 1);
                }
            }
        }
        if (step >= ROOM_FOR_NUMBERS) {
            numbers(grid, g, left, right, top, bottom);
        }
    }

    private void numbers(TileCells grid, GraphicsContext g, int left, int right, int top, int bottom) {
        g.setFont(Font.font("Inter Tabular", 11));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                String text = WholePercent.of(grid.cell(column, row).tile().probability());
                double x = Math.round(screenX(grid.x(column))) + 5;
                double y = Math.round(screenY(grid.y(row))) + 4;
                g.setFill(Color.gray(0, 0.75));
                g.fillText(text, x + 1, y + 1);
                g.setFill(Color.WHITE);
                g.fillText(text, x, y);
            }
        }
    }

    private void probe() {
        Point2D here = pointer != null ? pointer : new Point2D(getWidth() / 2, getHeight() / 2);
        Optional<TileCells.Cell> cell = cells == null || !isVisible()
                ? Optional.empty()
                : cells.at(
                        (here.getX() - placement.x()) / placement.scale(),
                        (here.getY() - placement.y()) / placement.scale());
        probed.setVisible(cell.isPresent());
        words.setVisible(cell.isPresent());
        if (cell.isEmpty()) {
            words.setText("");
            return;
        }
        Area area = cell.get().area();
        probed.resizeRelocate(
                screenX(area.left()),
                screenY(area.top()),
                area.width() * placement.scale(),
                area.height() * placement.scale());
        words.setText(messages.get(
                "ui.viewer.tile",
                cell.get().column() + 1,
                cell.get().row() + 1,
                WholePercent.of(cell.get().tile().probability())));
        words.applyCss();
        words.autosize();
        // Beside the pointer, on the side where there is room.
        double x = here.getX() + 16;
        double y = here.getY() + 20;
        words.relocate(
                Math.round(x + words.getWidth() > getWidth() ? here.getX() - 8 - words.getWidth() : x),
                Math.round(y + words.getHeight() > getHeight() ? here.getY() - 8 - words.getHeight() : y));
    }

    private double screenX(double x) {
        return placement.x() + x * placement.scale();
    }

    private double screenY(double y) {
        return placement.y() + y * placement.scale();
    }
}
