package io.crackscope.ui.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * In which sizes a photo is drawn. Seen from afar it is drawn from whole pictures, the largest of which, the overview,
 * is the photo divided by {@code overview}. Nearer than that it is drawn from tiles: squares of {@value #SIDE} photo
 * pixels at a half, a quarter ... of their size as far as that is larger than the overview, and at full size.
 *
 * @param width of the oriented photo in pixels
 * @param height of the oriented photo in pixels
 * @param overview photo pixels, on each side, that one pixel of the overview stands for, at least 1
 */
record Pyramid(int width, int height, int overview) {
    /**
     * Not 512: the pixels of such a tile and the header of their array take a few bytes more than a region of the
     * garbage collector (1 MB up to a heap of 2 GB), and would occupy two.
     */
    static final int SIDE = 504;

    private static final int BYTES_PER_PIXEL = 4;

    /**
     * A square of the photo at one size.
     *
     * @param factor photo pixels, on each side, that one of its pixels stands for: a power of two
     * @param column of the square, from 0
     * @param row of the square, from 0
     */
    record Tile(int factor, int column, int row) {}

    int columns() {
        return Math.ceilDiv(width, SIDE);
    }

    int rows() {
        return Math.ceilDiv(height, SIDE);
    }

    /** The factors in which there are tiles, smallest first; none if the overview is the photo at full size. */
    List<Integer> factors() {
        List<Integer> factors = new ArrayList<>();
        for (int factor = 1; factor < overview; factor *= 2) {
            factors.add(factor);
        }
        return factors;
    }

    /** The largest factor at which the photo need not be enlarged to be drawn at this scale, but at least 1. */
    int factorFor(double screenPixelsPerPhotoPixel) {
        // A hair of enlargement is not seen, and rounding must not cost four times the pixels.
        double most = 1.001 / screenPixelsPerPhotoPixel;
        if (overview <= most) {
            return overview;
        }
        int best = 1;
        for (int factor : factors()) {
            best = factor <= most ? factor : best;
        }
        return best;
    }

    /** Whether this is the factor of tiles, not of the overview. */
    boolean isTiled(int factor) {
        return factor < overview;
    }

    Area area(Tile tile) {
        return new Area(
                tile.column() * SIDE,
                tile.row() * SIDE,
                Math.min(width, (tile.column() + 1) * SIDE),
                Math.min(height, (tile.row() + 1) * SIDE));
    }

    /** The tiles of {@code factor} that cover what of {@code seen} lies on the photo, row by row. */
    List<Tile> tiles(int factor, Area seen) {
        List<Tile> tiles = new ArrayList<>();
        double fromX = Math.max(0, seen.left());
        double fromY = Math.max(0, seen.top());
        double toX = Math.min(width, seen.right());
        double toY = Math.min(height, seen.bottom());
        if (fromX >= toX || fromY >= toY) {
            return tiles;
        }
        int left = (int) (fromX / SIDE);
        int top = (int) (fromY / SIDE);
        int right = (int) Math.ceil(toX / SIDE);
        int bottom = (int) Math.ceil(toY / SIDE);
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                tiles.add(new Tile(factor, column, row));
            }
        }
        return tiles;
    }

    /** Memory that the pixels of {@code tile} take. */
    long bytes(Tile tile) {
        Area area = area(tile);
        long across = (long) Math.ceil(area.width() / tile.factor());
        long down = (long) Math.ceil(area.height() / tile.factor());
        return BYTES_PER_PIXEL * across * down;
    }

    /**
     * The tiles worth keeping while someone looks at {@code seen} at this factor: those of the factor first, the nearest
     * first, then the others, as many as take {@code budget} bytes at most.
     */
    Set<Tile> plan(int factor, Area seen, long budget) {
        record Candidate(Tile tile, double away, double fromCentre) {}
        List<Candidate> candidates = new ArrayList<>();
        Area all = new Area(0, 0, width, height);
        Area centre = new Area(seen.centreX(), seen.centreY(), seen.centreX(), seen.centreY());
        for (int other : factors()) {
            for (Tile tile : tiles(other, all)) {
                Area area = area(tile);
                candidates.add(new Candidate(tile, seen.distance(area), centre.distance(area)));
            }
        }
        candidates.sort(Comparator.comparing((Candidate c) -> c.tile().factor() != factor)
                .thenComparingDouble(Candidate::away)
                .thenComparingDouble(Candidate::fromCentre));
        Set<Tile> plan = new LinkedHashSet<>();
        long left = budget;
        for (Candidate candidate : candidates) {
            long bytes = bytes(candidate.tile());
            if (bytes > left) {
                break;
            }
            left -= bytes;
            plan.add(candidate.tile());
        }
        return plan;
    }
}
