package io.crackscope.ui.dataset;

import java.util.BitSet;

/**
 * Where the cells of the grid are: rows of equal cells, as many in a row as fit.
 *
 * @param width of the grid in pixels
 * @param cellWidth width of a cell
 * @param cellHeight height of a cell
 * @param gap between cells and around them
 * @param count how many cells there are
 */
record GridGeometry(double width, double cellWidth, double cellHeight, double gap, int count) {
    int columns() {
        return Math.max(1, (int) ((width - gap) / (cellWidth + gap)));
    }

    int rows() {
        return Math.ceilDiv(count, columns());
    }

    double rowHeight() {
        return cellHeight + gap;
    }

    /** Height of all rows together. */
    double height() {
        return rows() * rowHeight() + gap;
    }

    /** What is left of a row is spread evenly, so that the grid fills its width. */
    private double step() {
        return (width - cellWidth - 2 * gap) / Math.max(1, columns() - 1);
    }

    private boolean isSpread() {
        return columns() > 1 && count > columns();
    }

    double x(int place) {
        return gap + Math.rint(place % columns() * (isSpread() ? step() : cellWidth + gap));
    }

    double y(int place) {
        return gap + place / columns() * rowHeight();
    }

    /** The cell at a point of the whole, or -1. */
    int placeAt(double x, double y) {
        int column = (int) Math.floor((x - gap + 0.5) / (isSpread() ? step() : cellWidth + gap));
        int row = (int) Math.floor((y - gap) / rowHeight());
        boolean isInCell = column >= 0
                && row >= 0
                && column < columns()
                && x - this.x(column) <= cellWidth
                && y - gap - row * rowHeight() <= cellHeight;
        int place = row * columns() + column;
        return isInCell && place < count ? place : -1;
    }

    /** The first cell of the first row that reaches below {@code top}. */
    int firstBelow(double top) {
        return Math.max(0, (int) Math.floor((top - gap) / rowHeight())) * columns();
    }

    /** The end of the cells of rows that begin above {@code bottom}. */
    int endAbove(double bottom) {
        int rows = (int) Math.ceil((bottom - gap) / rowHeight());
        return Math.clamp((long) rows * columns(), 0, count);
    }

    /** The cells that a band between two points of the whole touches. */
    BitSet touchedBy(double x1, double y1, double x2, double y2) {
        BitSet touched = new BitSet();
        double left = Math.min(x1, x2);
        double right = Math.max(x1, x2);
        double top = Math.min(y1, y2);
        double bottom = Math.max(y1, y2);
        for (int place = firstBelow(top); place < endAbove(bottom); place++) {
            if (x(place) <= right
                    && x(place) + cellWidth >= left
                    && y(place) <= bottom
                    && y(place) + cellHeight >= top) {
                touched.set(place);
            }
        }
        return touched;
    }

    /** How far to scroll, from {@code scroll}, so that a cell is in sight in a window of {@code height}. */
    double reveal(int place, double scroll, double height) {
        double top = y(place) - gap;
        double bottom = y(place) + cellHeight + gap;
        if (top < scroll) {
            return top;
        }
        return bottom > scroll + height ? bottom - height : scroll;
    }
}
