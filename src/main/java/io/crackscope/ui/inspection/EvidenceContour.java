package io.crackscope.ui.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.TileScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The line around a piece of evidence: where the crack map, taken as a surface that runs straight between the middles of
 * its tiles, passes the threshold. It hugs what the heat shows, where the border of all tiles together, each four times as
 * large as its step, would fence in half a busy photo. By marching squares.
 */
final class EvidenceContour {
    /** A point in pixels of the oriented photo. */
    record Point(double x, double y) {}

    /**
     * A closed line; its last point joins its first.
     *
     * @param size of what it encloses, in steps from tile to tile squared: about how many tiles speak in it; negative if it
     *     encloses a hole
     */
    record Loop(List<Point> points, double size) {}

    /** Smaller spots and holes are left to the heat: as lines they would be specks. */
    private static final double LEAST_SPOT = 0.3;

    private static final double LEAST_HOLE = 1.5;

    private static final int FINER = 4;

    /** Below every threshold: what lies beyond the photo's border. */
    private static final double NOTHING = -1;

    private final double[] xs;
    private final double[] ys;
    private final double[][] surface;
    private final double level;
    private final double step;
    private final Map<Integer, Integer> next = new LinkedHashMap<>();

    private EvidenceContour(double[] xs, double[] ys, double[][] surface, double level, double step) {
        this.step = step;
        this.xs = xs;
        this.ys = ys;
        this.surface = surface;
        this.level = level;
    }

    /**
     * The lines around the tiles of {@code evidence}, the largest first, at least one; those of specks are left out.
     * Tiles that do not reach {@code threshold} although the evidence lists them are enclosed all the same.
     */
    static List<Loop> trace(CrackMap map, Evidence evidence, double threshold) {
        List<Loop> lines = lines(map, evidence, threshold);
        Loop largest = lines.getFirst();
        return lines.stream()
                .filter(line -> line == largest || line.size() >= LEAST_SPOT || line.size() <= -LEAST_HOLE)
                .toList();
    }

    /** The box around all of these lines. */
    static Area around(List<Loop> loops) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = 0;
        double bottom = 0;
        for (Loop loop : loops) {
            for (Point point : loop.points()) {
                left = Math.min(left, point.x());
                top = Math.min(top, point.y());
                right = Math.max(right, point.x());
                bottom = Math.max(bottom, point.y());
            }
        }
        return new Area(left, top, right, bottom);
    }

    /** All lines, specks too, the largest first. */
    static List<Loop> lines(CrackMap map, Evidence evidence, double threshold) {
        double least = evidence.tiles().stream()
                .mapToDouble(TileScore::probability)
                .min()
                .orElseThrow();
        double level = Math.min(threshold, 0.98 * least);
        Set<TileScore> own = Set.copyOf(evidence.tiles());
        // Two nodes beyond the first and the last tile, both on the photo's border: the surface runs level up to there
        // and falls at once.
        double[][] surface = new double[map.rows() + 4][map.columns() + 4];
        for (double[] row : surface) {
            Arrays.fill(row, NOTHING);
        }
        for (int row = 0; row < map.rows() + 2; row++) {
            for (int column = 0; column < map.columns() + 2; column++) {
                TileScore tile =
                        map.tile(Math.clamp(column - 1, 0, map.columns() - 1), Math.clamp(row - 1, 0, map.rows() - 1));
                surface[row + 1][column + 1] =
                        own.contains(tile) ? tile.probability() : Math.min(tile.probability(), 0.999 * level);
            }
        }
        double[] xs = new double[map.columns() + 4];
        for (int column = 0; column < map.columns(); column++) {
            TileScore tile = map.tile(column, 0);
            xs[column + 2] = tile.x() + tile.width() / 2.0;
        }
        double[] ys = new double[map.rows() + 4];
        for (int row = 0; row < map.rows(); row++) {
            TileScore tile = map.tile(0, row);
            ys[row + 2] = tile.y() + tile.height() / 2.0;
        }
        Arrays.fill(xs, map.columns() + 2, xs.length, map.photoWidth());
        Arrays.fill(ys, map.rows() + 2, ys.length, map.photoHeight());
        double step = middle(xs) * middle(ys);
        // Only where the evidence lies, and a step around it.
        int left = Math.max(0, below(xs, evidence.left()) - 1);
        int right = Math.min(xs.length, below(xs, evidence.right()) + 3);
        int top = Math.max(0, below(ys, evidence.top()) - 1);
        int bottom = Math.min(ys.length, below(ys, evidence.bottom()) + 3);
        double[][] part = new double[bottom - top][];
        for (int row = top; row < bottom; row++) {
            part[row - top] = finer(Arrays.copyOfRange(surface[row], left, right));
        }
        return new EvidenceContour(
                        finer(Arrays.copyOfRange(xs, left, right)),
                        finer(Arrays.copyOfRange(ys, top, bottom)),
                        finer(part),
                        level,
                        step)
                .loops();
    }

    /** The distance from one tile's middle to the next, away from the border. */
    private static double middle(double[] positions) {
        int inner = positions.length / 2;
        double distance = positions[inner] - positions[inner - 1];
        return distance > 0 ? distance : positions[positions.length - 1];
    }

    /** The last whose position is not beyond {@code edge}. */
    private static int below(double[] positions, double edge) {
        int last = 0;
        while (last + 1 < positions.length && positions[last + 1] <= edge) {
            last++;
        }
        return last;
    }

    /** With values in between, evenly: the line then follows the heat instead of cutting its corners. */
    private static double[] finer(double[] values) {
        double[] fine = new double[(values.length - 1) * FINER + 1];
        for (int i = 0; i < fine.length; i++) {
            double share = (double) (i % FINER) / FINER;
            double from = values[i / FINER];
            fine[i] = share == 0 ? from : from + share * (values[i / FINER + 1] - from);
        }
        return fine;
    }

    private static double[][] finer(double[][] rows) {
        double[][] fine = new double[(rows.length - 1) * FINER + 1][];
        for (int i = 0; i < fine.length; i++) {
            double share = (double) (i % FINER) / FINER;
            double[] from = rows[i / FINER];
            double[] to = share == 0 ? from : rows[i / FINER + 1];
            fine[i] = new double[from.length];
            for (int column = 0; column < from.length; column++) {
                fine[i][column] = from[column] + share * (to[column] - from[column]);
            }
        }
        return fine;
    }

    private List<Loop> loops() {
        for (int row = 0; row + 1 < ys.length; row++) {
            for (int column = 0; column + 1 < xs.length; column++) {
                march(column, row);
            }
        }
        List<Loop> loops = new ArrayList<>();
        while (!next.isEmpty()) {
            List<Point> loop = new ArrayList<>();
            Integer edge = next.keySet().iterator().next();
            while (edge != null) {
                Integer onward = next.remove(edge);
                if (onward != null) {
                    loop.add(crossing(edge));
                }
                edge = onward;
            }
            loops.add(new Loop(loop, area(loop) / step));
        }
        loops.sort(Comparator.comparingDouble(Loop::size).reversed());
        return loops;
    }

    /** Adds the way of the line through the square right below a node, with what is inside on its left. */
    private void march(int column, int row) {
        int top = edge(column, row, false);
        int left = edge(column, row, true);
        int bottom = edge(column, row + 1, false);
        int right = edge(column + 1, row, true);
        double a = surface[row][column];
        double b = surface[row][column + 1];
        double c = surface[row + 1][column + 1];
        double d = surface[row + 1][column];
        boolean joined = (a + b + c + d) / 4 >= level;
        int inside = (a >= level ? 8 : 0) + (b >= level ? 4 : 0) + (c >= level ? 2 : 0) + (d >= level ? 1 : 0);
        switch (inside) {
            case 8 -> next.put(left, top);
            case 4 -> next.put(top, right);
            case 2 -> next.put(right, bottom);
            case 1 -> next.put(bottom, left);
            case 12 -> next.put(left, right);
            case 6 -> next.put(top, bottom);
            case 3 -> next.put(right, left);
            case 9 -> next.put(bottom, top);
            case 7 -> next.put(top, left);
            case 11 -> next.put(right, top);
            case 13 -> next.put(bottom, right);
            case 14 -> next.put(left, bottom);
            case 10 -> {
                next.put(left, joined ? bottom : top);
                next.put(right, joined ? top : bottom);
            }
            case 5 -> {
                next.put(top, joined ? left : right);
                next.put(bottom, joined ? right : left);
            }
            default -> {} // all inside or all outside
        }
    }

    /** The number of the edge from a node to its neighbour below or, else, to the right. */
    private int edge(int column, int row, boolean down) {
        return 2 * (row * xs.length + column) + (down ? 1 : 0);
    }

    private Point crossing(int edge) {
        int column = edge / 2 % xs.length;
        int row = edge / 2 / xs.length;
        double from = surface[row][column];
        if (edge % 2 == 1) {
            double share = (level - from) / (surface[row + 1][column] - from);
            return new Point(xs[column], ys[row] + share * (ys[row + 1] - ys[row]));
        }
        double share = (level - from) / (surface[row][column + 1] - from);
        return new Point(xs[column] + share * (xs[column + 1] - xs[column]), ys[row]);
    }

    /** By the shoelace formula; positive with what is inside on the left of the way. */
    private static double area(List<Point> loop) {
        double twice = 0;
        for (int i = 0; i < loop.size(); i++) {
            Point a = loop.get(i);
            Point b = loop.get((i + 1) % loop.size());
            twice += b.x() * a.y() - a.x() * b.y();
        }
        return twice / 2;
    }
}
