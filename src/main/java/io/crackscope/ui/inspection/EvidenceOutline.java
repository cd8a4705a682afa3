package io.crackscope.ui.inspection;

import io.crackscope.domain.TileScore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The line around all tiles of one piece of evidence together. */
final class EvidenceOutline {
    /** A corner in pixels of the oriented photo. */
    record Corner(int x, int y) {}

    private EvidenceOutline() {}

    /** Closed loops around the union of {@code tiles}, holes included; the last corner joins the first. */
    static List<List<Corner>> trace(List<TileScore> tiles) {
        int[] xs = edges(tiles.stream().flatMapToInt(t -> IntStream.of(t.x(), t.x() + t.width())));
        int[] ys = edges(tiles.stream().flatMapToInt(t -> IntStream.of(t.y(), t.y() + t.height())));
        boolean[][] covered = new boolean[ys.length + 1][xs.length + 1];
        for (TileScore tile : tiles) {
            int left = Arrays.binarySearch(xs, tile.x());
            int right = Arrays.binarySearch(xs, tile.x() + tile.width());
            int top = Arrays.binarySearch(ys, tile.y());
            int bottom = Arrays.binarySearch(ys, tile.y() + tile.height());
            for (int row = top; row < bottom; row++) {
                // Shifted by one: row 0 and column 0 stand for what lies outside.
                Arrays.fill(covered[row + 1], left + 1, right + 1, true);
            }
        }
        return loops(borders(covered, xs, ys));
    }

    private static int[] edges(IntStream all) {
        return all.sorted().distinct().toArray();
    }

    /** Border pieces by where they start, the covered side always to the right of the way. */
    private static Map<Corner, Deque<Corner>> borders(boolean[][] covered, int[] xs, int[] ys) {
        Map<Corner, Deque<Corner>> pieces = new HashMap<>();
        for (int row = 0; row < ys.length; row++) {
            for (int column = 0; column < xs.length; column++) {
                Corner here = new Corner(xs[column], ys[row]);
                boolean below = covered[row + 1][column + 1];
                if (column + 1 < xs.length && covered[row][column + 1] != below) {
                    Corner east = new Corner(xs[column + 1], ys[row]);
                    piece(pieces, below ? here : east, below ? east : here);
                }
                if (row + 1 < ys.length && covered[row + 1][column] != below) {
                    Corner south = new Corner(xs[column], ys[row + 1]);
                    piece(pieces, below ? south : here, below ? here : south);
                }
            }
        }
        return pieces;
    }

    private static void piece(Map<Corner, Deque<Corner>> pieces, Corner from, Corner to) {
        pieces.computeIfAbsent(from, corner -> new ArrayDeque<>()).add(to);
    }

    private static List<List<Corner>> loops(Map<Corner, Deque<Corner>> pieces) {
        List<List<Corner>> loops = new ArrayList<>();
        while (!pieces.isEmpty()) {
            Corner start = pieces.keySet().iterator().next();
            List<Corner> loop = new ArrayList<>();
            Corner at = start;
            do {
                loop.add(at);
                Deque<Corner> onward = pieces.get(at);
                Corner next = onward.remove();
                if (onward.isEmpty()) {
                    pieces.remove(at);
                }
                at = next;
            } while (!at.equals(start));
            loops.add(withoutStraightCorners(loop));
        }
        return loops;
    }

    private static List<Corner> withoutStraightCorners(List<Corner> loop) {
        List<Corner> kept = new ArrayList<>();
        for (int i = 0; i < loop.size(); i++) {
            Corner before = loop.get((i + loop.size() - 1) % loop.size());
            Corner here = loop.get(i);
            Corner after = loop.get((i + 1) % loop.size());
            boolean straight =
                    before.x() == here.x() && here.x() == after.x() || before.y() == here.y() && here.y() == after.y();
            if (!straight) {
                kept.add(here);
            }
        }
        return kept;
    }
}
