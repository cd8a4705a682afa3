package io.crackscope.ui.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.TileScore;
import java.util.Optional;

/**
 * The photo parted among the tiles of its crack map. Tiles overlap, so that up to four cover a place; it belongs to the
 * one whose middle is nearest.
 */
final class TileCells {
    /**
     * The part of a tile.
     *
     * @param column of the tile, from 0
     * @param row of the tile, from 0
     * @param area of the part
     */
    record Cell(int column, int row, Area area, TileScore tile) {}

    private final CrackMap map;
    private final double[] xs;
    private final double[] ys;

    TileCells(CrackMap map) {
        this.map = map;
        xs = new double[map.columns() + 1];
        for (int column = 1; column < map.columns(); column++) {
            xs[column] = (middleX(map.tile(column - 1, 0)) + middleX(map.tile(column, 0))) / 2;
        }
        xs[map.columns()] = map.photoWidth();
        ys = new double[map.rows() + 1];
        for (int row = 1; row < map.rows(); row++) {
            ys[row] = (middleY(map.tile(0, row - 1)) + middleY(map.tile(0, row))) / 2;
        }
        ys[map.rows()] = map.photoHeight();
    }

    int columns() {
        return map.columns();
    }

    int rows() {
        return map.rows();
    }

    /** Where the parts of one column end and those of the next begin; from 0 to {@link #columns()}. */
    double x(int column) {
        return xs[column];
    }

    /** Where the parts of one row end and those of the next begin; from 0 to {@link #rows()}. */
    double y(int row) {
        return ys[row];
    }

    Cell cell(int column, int row) {
        return new Cell(column, row, new Area(xs[column], ys[row], xs[column + 1], ys[row + 1]), map.tile(column, row));
    }

    /** The part that a place of the photo belongs to; none outside of the photo. */
    Optional<Cell> at(double x, double y) {
        if (x < 0 || y < 0 || x >= map.photoWidth() || y >= map.photoHeight()) {
            return Optional.empty();
        }
        return Optional.of(cell(index(xs, x), index(ys, y)));
    }

    /** The last whose edge is not beyond {@code position}. */
    private static int index(double[] edges, double position) {
        int found = java.util.Arrays.binarySearch(edges, position);
        int index = found >= 0 ? found : -found - 2;
        return Math.clamp(index, 0, edges.length - 2);
    }

    int columnAt(double x) {
        return index(xs, x);
    }

    int rowAt(double y) {
        return index(ys, y);
    }

    private static double middleX(TileScore tile) {
        return tile.x() + tile.width() / 2.0;
    }

    private static double middleY(TileScore tile) {
        return tile.y() + tile.height() / 2.0;
    }
}
