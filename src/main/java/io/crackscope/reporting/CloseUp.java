package io.crackscope.reporting;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.TileScore;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a photo that shows evidence near by: around its most probable tile, three tiles wide.
 *
 * @param number of the evidence, from 1
 * @param x left edge in pixels of the oriented photo
 * @param y top edge
 * @param width in pixels
 * @param height in pixels
 */
record CloseUp(int number, int x, int y, int width, int height) {
    /** Close-ups that fit beside each other on a page. */
    static final int MOST = 4;

    /** Height of a close-up with the width 1. */
    static final double SHAPE = 0.75;

    private static final double TILES = 3;

    /** Those of the first pieces of evidence. */
    static List<CloseUp> of(List<Evidence> evidence, PhotoFacts facts) {
        List<CloseUp> all = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, evidence.size()); i++) {
            TileScore tile = evidence.get(i).tiles().getFirst();
            double width = Math.min(TILES * tile.width(), Math.min(facts.width(), facts.height() / SHAPE));
            int w = Math.max(1, (int) width);
            int h = Math.max(1, (int) (width * SHAPE));
            all.add(new CloseUp(
                    i + 1,
                    Math.clamp(tile.x() + (tile.width() - w) / 2, 0, facts.width() - w),
                    Math.clamp(tile.y() + (tile.height() - h) / 2, 0, facts.height() - h),
                    w,
                    h));
        }
        return all;
    }
}
