package io.crackscope.domain;

import java.util.List;

/**
 * Neighbouring tiles of a crack map that together speak for one crack.
 *
 * @param tiles the linked tiles, most probable first, at least one
 * @param probability calibrated probability in [0,1] that this evidence is a crack
 */
public record Evidence(List<TileScore> tiles, double probability) {
    /** @throws IllegalArgumentException if there is no tile */
    public Evidence {
        tiles = List.copyOf(tiles);
        if (tiles.isEmpty()) {
            throw new IllegalArgumentException("evidence without tiles");
        }
    }

    /** Left edge of the smallest box around all tiles, in pixels of the oriented photo. */
    public int left() {
        return tiles.stream().mapToInt(TileScore::x).min().orElseThrow();
    }

    /** Top edge of the smallest box around all tiles, in pixels of the oriented photo. */
    public int top() {
        return tiles.stream().mapToInt(TileScore::y).min().orElseThrow();
    }

    /** First pixel column right of all tiles. */
    public int right() {
        return tiles.stream().mapToInt(t -> t.x() + t.width()).max().orElseThrow();
    }

    /** First pixel row below all tiles. */
    public int bottom() {
        return tiles.stream().mapToInt(t -> t.y() + t.height()).max().orElseThrow();
    }
}
