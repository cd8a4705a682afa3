package io.crackscope.domain;

import java.util.List;

/**
 * Where in a photo the model sees cracks: overlapping tiles in rows and columns, row-major. Neighbouring columns and
 * rows are linked neighbours whatever their distance in pixels (the last row and column are aligned to the photo's
 * edge and may overlap more).
 *
 * @param photoWidth width in pixels of the oriented photo
 * @param photoHeight height in pixels of the oriented photo
 * @param columns tiles in a row, at least 1
 * @param rows rows of tiles, at least 1
 * @param tiles {@code columns * rows} tiles, row-major
 */
public record CrackMap(int photoWidth, int photoHeight, int columns, int rows, List<TileScore> tiles) {
    /** @throws IllegalArgumentException if there are not as many tiles as columns and rows say */
    public CrackMap {
        tiles = List.copyOf(tiles);
        if (columns < 1 || rows < 1 || tiles.size() != columns * rows) {
            throw new IllegalArgumentException(
                    "a crack map of " + columns + " x " + rows + " tiles cannot hold " + tiles.size());
        }
    }

    /** The tile in this column and row, both from 0. */
    public TileScore tile(int column, int row) {
        return tiles.get(row * columns + column);
    }
}
