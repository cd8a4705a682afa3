package io.crackscope.ui.dataset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A grid of any number of images that makes only the cells in sight and uses them again: scrolling moves nodes and changes
 * pictures, it makes none. ControlsFX's GridView was not taken because it has no selection, no bands, and keeps a list item
 * for every image.
 */
final class ImageGrid extends Region {
    private static final double GAP = 8;
    private static final double WHEEL_ROWS = 1.0 / 80;
    private static final double LEAST_THUMB = 0.06;

    /** Free space below the last row: what a notice covers there can be scrolled out from under it. Always, so nothing jumps. */
    private static final double ROOM_BELOW = 72;

    private final ImageSelection selection;
    private final Supplier<GridCell> cells;
    private final Pane content = new Pane();
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle band = new Rectangle();
    private final DoubleProperty cellSide = new SimpleDoubleProperty(128);
    private final Map<Integer, GridCell> used = new HashMap<>();
    private final Deque<GridCell> spare = new ArrayDeque<>();
    private int[] shown = {};
    private @Nullable GridGeometry geometry;

    /**
     * Shows cells made by {@code cells}; {@code scrolled} hears of every movement, {@code opened} of the place that was
     * opened by a double click.
     */
    ImageGrid(ImageSelection selection, Supplier<GridCell> cells, Runnable scrolled, IntConsumer opened) {
        this.selection = selection;
        this.cells = cells;
        setId("image-grid");
        getStyleClass().add("image-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        bar.setOrientation(Orientation.VERTICAL);
        band.getStyleClass().add("grid-band");
        band.setVisible(false);
        band.setManaged(false);
        band.setMouseTransparent(true);
        content.setManaged(false);
        getChildren().addAll(content, bar);
        content.getChildren().add(band);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        bar.valueProperty().addListener(change -> {
            scrolled.run();
            requestLayout();
        });
        cellSide.addListener(change -> {
            double share = bar.getMax() > 0 ? bar.getValue() / bar.getMax() : 0;
            recycleAll();
            measure();
            bar.setValue(share * bar.getMax());
            requestLayout();
        });
        selection.revisionProperty().addListener(change -> used.forEach(this::showSelected));
        selection.leadProperty().addListener((observable, before, now) -> {
            // a band scrolls by itself: the grid must not jump below it
            if (now.intValue() >= 0 && !band.isVisible()) {
                reveal(now.intValue());
            }
            used.forEach(this::showSelected);
        });
        focusedProperty().addListener(change -> used.forEach(this::showSelected));
        GridGestures.install(this, selection, opened);
        setOnScroll(event -> {
            scrollBy(-event.getDeltaY() * geometry().rowHeight() * WHEEL_ROWS);
            event.consume();
        });
    }

    /** The side of the pictures, in logical pixels. */
    DoubleProperty cellSideProperty() {
        return cellSide;
    }

    /** Shows other images; stays at the top row it had where that is still there. */
    void show(int[] images) {
        shown = images;
        recycleAll();
        geometry = null;
        measure();
        requestLayout();
    }

    /** Draws again what cells in sight say. */
    void refresh() {
        used.forEach((place, cell) -> cell.show(shown[place]));
    }

    /** Rows in sight, at least 1. */
    int rowsInSight() {
        return Math.max(1, (int) (getHeight() / geometry().rowHeight()));
    }

    GridGeometry geometry() {
        if (geometry == null) {
            geometry = new GridGeometry(
                    Math.max(1, getWidth() - bar.prefWidth(-1)),
                    cellSide.get() + 2 * GridCell.INSET,
                    cellSide.get() + 2 * GridCell.INSET + GridCell.footer(cellSide.get()),
                    GAP,
                    shown.length);
        }
        return geometry;
    }

    /** How far the images are scrolled, in pixels. */
    double scroll() {
        return bar.getValue();
    }

    void scrollBy(double pixels) {
        scrollTo(bar.getValue() + pixels);
    }

    void scrollTo(double pixels) {
        bar.setValue(Math.clamp(Math.rint(pixels), 0, bar.getMax()));
    }

    private void reveal(int place) {
        if (getHeight() > 0 && place < shown.length) {
            scrollTo(geometry().reveal(place, bar.getValue(), getHeight() - ROOM_BELOW));
        }
    }

    /** Shows a band between two points of the grid and selects what it touches. */
    void band(double x1, double y1, double x2, double y2) {
        band.setX(Math.min(x1, x2));
        band.setY(Math.min(y1, y2) - scroll());
        band.setWidth(Math.abs(x1 - x2));
        band.setHeight(Math.abs(y1 - y2));
        band.setVisible(true);
        band.toFront();
        BitSet touched = geometry().touchedBy(x1, y1, x2, y2);
        selection.band(touched);
    }

    void endBand() {
        band.setVisible(false);
    }

    private void measure() {
        geometry = null;
        double whole = geometry().height() + ROOM_BELOW;
        double most = Math.max(0, whole - getHeight());
        bar.setMax(most);
        // never so small that it cannot be grabbed
        bar.setVisibleAmount(most * Math.max(LEAST_THUMB, getHeight() / whole));
        bar.setUnitIncrement(geometry().rowHeight());
        bar.setBlockIncrement(
                Math.max(geometry().rowHeight(), getHeight() - geometry().rowHeight()));
        bar.setValue(Math.clamp(bar.getValue(), 0, most));
        bar.setVisible(most > 0);
    }

    @Override
    protected void layoutChildren() {
        GridGeometry before = geometry();
        measure();
        if (before.columns() != geometry().columns()) {
            recycleAll();
        }
        double barWidth = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight());
        content.resizeRelocate(0, 0, getWidth() - barWidth, getHeight());
        double scroll = scroll();
        int from = geometry().firstBelow(scroll);
        int end = geometry().endAbove(scroll + getHeight());
        List<Integer> gone = new ArrayList<>();
        used.keySet().forEach(place -> {
            if (place < from || place >= end) {
                gone.add(place);
            }
        });
        gone.forEach(this::recycle);
        for (int place = from; place < end; place++) {
            GridCell cell = used.get(place);
            if (cell == null) {
                cell = take();
                used.put(place, cell);
                cell.side(cellSide.get());
                cell.show(shown[place]);
                showSelected(place, cell);
            }
            cell.resizeRelocate(
                    geometry().x(place),
                    Math.rint(geometry().y(place) - scroll),
                    geometry().cellWidth(),
                    geometry().cellHeight());
        }
        spare.forEach(cell -> cell.setVisible(false));
    }

    private GridCell take() {
        GridCell cell = spare.poll();
        if (cell == null) {
            cell = cells.get();
            cell.setManaged(false);
            content.getChildren().add(cell);
        }
        cell.setVisible(true);
        return cell;
    }

    private void recycle(int place) {
        GridCell cell = used.remove(place);
        if (cell != null) {
            cell.clear();
            spare.push(cell);
        }
    }

    private void recycleAll() {
        List.copyOf(used.keySet()).forEach(this::recycle);
    }

    boolean isSelectedAt(int place) {
        return selection.isSelected(shown[place]);
    }

    private void showSelected(int place, GridCell cell) {
        boolean isLead = place == selection.leadProperty().get();
        cell.select(selection.isSelected(shown[place]), isLead && isFocused());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 100;
    }
}
