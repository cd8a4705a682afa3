package io.crackscope.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays the centre lines of cracks: fractal lines by midpoint displacement (rough at the scale of the aggregate, calm at
 * large), widths that swell and pinch along the way, branches, strands and nets. All in pixels of the scene.
 */
final class Fractures {
    private static final float STEP = 4;

    private final int width;
    private final int height;
    private final float scale;
    private final Dice dice;

    Fractures(int width, int height, float scale, Dice dice) {
        this.width = width;
        this.height = height;
        this.scale = scale;
        this.dice = dice;
    }

    /** The pieces of one crack of this style, each inside the picture; never empty. */
    List<Stroke> lay(CrackStyle style, SceneKind kind) {
        List<Stroke> pieces = new ArrayList<>();
        // the dice decide; a net whose every edge fell outside, or a piece too short to see, is laid again
        while (pieces.isEmpty()) {
            double w = fitted(style.width(dice));
            switch (style) {
                case HAIRLINE -> add(pieces, line(kind, w), 0.25);
                case MEDIUM -> add(pieces, line(kind, w), 0.35);
                case WIDE -> add(pieces, line(kind, w), 0);
                case BRANCHED -> branched(pieces, line(kind, w), w);
                case MAP -> net(pieces, w);
            }
        }
        return pieces;
    }

    /** On a small tile a crack must leave concrete around it. */
    private double fitted(double w) {
        return Math.min(w, Math.max(1.2, Math.min(width, height) / 7.0));
    }

    /** A line across the picture, by a point in its middle part; one in three ends inside. */
    private Stroke line(SceneKind kind, double w) {
        double angle = kind == SceneKind.WALL && dice.chance(0.75)
                ? dice.between(-0.35, 0.35) + Math.PI / 2
                : dice.between(0, 2 * Math.PI);
        double cx = width * dice.between(0.28, 0.72);
        double cy = height * dice.between(0.28, 0.72);
        double far = 1.2 * (width + height);
        double dx = StrictMath.cos(angle) * dice.sign();
        double dy = StrictMath.sin(angle);
        double ahead = dice.chance(0.33) ? Math.min(width, height) * dice.between(0.25, 0.5) : far;
        double[] from = cut(cx, cy, -dx, -dy, far);
        double[] to = cut(cx, cy, dx, dy, ahead);
        boolean taper = ahead < far;
        return fractal(from[0], from[1], to[0], to[1], w, 0.13, 1, taper ? 0.12 : 1);
    }

    /** Where a ray leaves the picture with some to spare, at most {@code far} away. */
    private double[] cut(double x, double y, double dx, double dy, double far) {
        double t = far;
        double spare = 0.06 * (width + height);
        if (dx != 0) {
            t = Math.min(t, ((dx > 0 ? width + spare : -spare) - x) / dx);
        }
        if (dy != 0) {
            t = Math.min(t, ((dy > 0 ? height + spare : -spare) - y) / dy);
        }
        return new double[] {x + t * dx, y + t * dy};
    }

    /** A fractal line; the width factors hold at its ends and change over its last fifth. */
    private Stroke fractal(
            double x0, double y0, double x1, double y1, double w, double rough, double startWidth, double endWidth) {
        double chord = root(x1 - x0, y1 - y0);
        int levels = 1;
        while (chord / (1 << levels) > STEP * Math.max(0.7, scale) && levels < 11) {
            levels++;
        }
        int n = (1 << levels) + 1;
        float[] x = new float[n];
        float[] y = new float[n];
        x[0] = (float) x0;
        y[0] = (float) y0;
        x[n - 1] = (float) x1;
        y[n - 1] = (float) y1;
        for (int span = n - 1; span > 1; span /= 2) {
            for (int i = 0; i + span < n; i += span) {
                int m = i + span / 2;
                float dx = x[i + span] - x[i];
                float dy = y[i + span] - y[i];
                double length = Math.sqrt(dx * dx + dy * dy);
                // calmer than self-similar at large, rougher where it walks round single grains
                double grains = length < 70 * scale ? 1.75 : Math.min(1, 0.5 + 130 * scale / length);
                double push = dice.between(-1, 1) * rough * grains;
                x[m] = (float) ((x[i] + x[i + span]) / 2 - dy * push);
                y[m] = (float) ((y[i] + y[i + span]) / 2 + dx * push);
            }
        }
        return new Stroke(x, y, widths(x, y, w, startWidth, endWidth));
    }

    private float[] widths(float[] x, float[] y, double w, double startWidth, double endWidth) {
        int slow = dice.noiseSeed();
        int quick = dice.noiseSeed();
        boolean pinches = w < 9 && dice.chance(0.6);
        float[] widths = new float[x.length];
        float walked = 0;
        for (int i = 0; i < x.length; i++) {
            if (i > 0) {
                walked += (float)
                        Math.sqrt((x[i] - x[i - 1]) * (x[i] - x[i - 1]) + (y[i] - y[i - 1]) * (y[i] - y[i - 1]));
            }
            double share = (double) i / (x.length - 1);
            double ends = share < 0.2
                    ? startWidth + (1 - startWidth) * share / 0.2
                    : share > 0.8 ? endWidth + (1 - endWidth) * (1 - share) / 0.2 : 1;
            double swell = 1
                    + 0.45 * Noise.at(walked / (190 * scale), 0.5f, slow)
                    + Math.min(0.36, 2.2 / w) * Noise.at(walked / (22 * scale), 0.5f, quick);
            double pinch = pinches ? 1 - 0.8 * Noise.step(0.35f, 0.8f, Noise.at(walked / (75 * scale), 9.5f, slow)) : 1;
            widths[i] = (float) Math.min(40, Math.max(0.6, w * ends * pinch * Math.max(0.3, swell)));
        }
        return widths;
    }

    private void branched(List<Stroke> pieces, Stroke main, double w) {
        add(pieces, main, 0.1);
        int branches = 2 + dice.below(3);
        for (int i = 0; i < branches; i++) {
            int at = (int) ((0.2 + 0.6 * dice.uniform()) * main.x.length);
            int ahead = Math.min(main.x.length - 1, at + 8);
            double dx = main.x[ahead] - main.x[at - 1];
            double dy = main.y[ahead] - main.y[at - 1];
            double angle = StrictMath.atan2(dy, dx) + dice.sign() * dice.between(0.45, 1.15);
            double far = Math.max(30, (width + height) * dice.between(0.12, 0.4));
            double[] to = cut(main.x[at], main.y[at], StrictMath.cos(angle), StrictMath.sin(angle), far);
            double thin = Math.max(1, w * dice.between(0.35, 0.7));
            add(pieces, fractal(main.x[at], main.y[at], to[0], to[1], thin, 0.15, 1, 0.15), 0.1);
        }
        int strands = dice.below(3);
        for (int i = 0; i < strands; i++) {
            int length = Math.min(main.x.length / 3, 10 + dice.below(30));
            int at = (int) (dice.uniform() * (main.x.length - length - 1));
            double thin = Math.max(0.9, w * dice.between(0.3, 0.5));
            add(pieces, strand(main, at, length, thin, dice.sign() * dice.between(4, 11) * scale + dice.sign() * w), 0);
        }
    }

    /** A thin strand that leaves the main crack and comes back. */
    private Stroke strand(Stroke main, int at, int length, double w, double bow) {
        float[] x = new float[length + 1];
        float[] y = new float[length + 1];
        float[] widths = new float[length + 1];
        double dx = main.x[at + length] - main.x[at];
        double dy = main.y[at + length] - main.y[at];
        double chord = Math.max(1, root(dx, dy));
        int seed = dice.noiseSeed();
        for (int i = 0; i <= length; i++) {
            double t = (double) i / length;
            double push = bow * 4 * t * (1 - t) * (1 + 0.5 * Noise.at(i / 3f, 0.5f, seed));
            x[i] = (float) (main.x[at + i] - dy / chord * push);
            y[i] = (float) (main.y[at + i] + dx / chord * push);
            widths[i] = (float) w;
        }
        return new Stroke(x, y, widths);
    }

    /** Map cracking: the edges of an uneven honeycomb, fading out towards the rim of the affected part. */
    private void net(List<Stroke> pieces, double w) {
        double cell = Math.max(22, Math.min(dice.between(95, 170) * scale, Math.min(width, height) / 3.2));
        double turn = dice.between(0, Math.PI);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        int seed = dice.noiseSeed();
        double cx = width * dice.between(0.35, 0.65);
        double cy = height * dice.between(0.35, 0.65);
        double rx = width * dice.between(0.4, 0.65);
        double ry = height * dice.between(0.4, 0.65);
        int columns = (int) (0.6 * (width + height) / cell) + 2;
        int rows = (int) (0.6 * (width + height) / (1.6 * cell)) + 2;
        for (int r = -rows; r < rows; r++) {
            for (int c = -columns; c < columns; c++) {
                // a zigzag of bricks is a honeycomb: each corner joins three edges
                boolean down = ((r + c) & 1) == 0;
                double[] here = corner(c, r, cell, seed);
                for (double[] there : down
                        ? List.of(corner(c + 1, r, cell, seed), corner(c, r + 1, cell, seed))
                        : List.of(corner(c + 1, r, cell, seed))) {
                    double x0 = cx + here[0] * cos - here[1] * sin;
                    double y0 = cy + here[0] * sin + here[1] * cos;
                    double x1 = cx + there[0] * cos - there[1] * sin;
                    double y1 = cy + there[0] * sin + there[1] * cos;
                    double mx = ((x0 + x1) / 2 - cx) / rx;
                    double my = ((y0 + y1) / 2 - cy) / ry;
                    double rim = mx * mx + my * my;
                    if (rim < dice.between(0.6, 1.2) && dice.chance(0.93)) {
                        double thin = w * (1.15 - 0.5 * Math.min(1, rim)) * dice.between(0.6, 1.35);
                        add(pieces, fractal(x0, y0, x1, y1, thin, 0.15, 1, 1), 0.05);
                    }
                }
            }
        }
    }

    private static double[] corner(int c, int r, double cell, int seed) {
        return new double[] {
            (c + 0.42 * Noise.signed(Noise.hash(c, r, seed))) * cell,
            (1.6 * r + (((r + c) & 1) == 0 ? 0.28 : -0.28) + 0.42 * Noise.signed(Noise.hash(c, r, seed + 1))) * cell
        };
    }

    /** Cuts a line to the picture and, with some chance, opens gaps in it; keeps the pieces that can be seen. */
    private void add(List<Stroke> pieces, Stroke line, double gapChance) {
        boolean gaps = dice.chance(gapChance) && line.length() > 240;
        int gapSeed = dice.noiseSeed();
        List<float[]> piece = new ArrayList<>();
        float walked = 0;
        for (int i = 0; i < line.x.length; i++) {
            boolean inside = inside(line.x[i], line.y[i]);
            if (i > 0) {
                walked += (float) root(line.x[i] - line.x[i - 1], line.y[i] - line.y[i - 1]);
                if (inside != inside(line.x[i - 1], line.y[i - 1])) {
                    piece.add(border(line, inside ? i : i - 1, inside ? i - 1 : i));
                }
            }
            boolean gap = gaps && Noise.at(walked / (55 * scale), 0.5f, gapSeed) > 0.85f;
            if (inside && !gap) {
                piece.add(new float[] {line.x[i], line.y[i], line.width[i]});
            } else {
                keep(pieces, piece);
            }
        }
        keep(pieces, piece);
    }

    private boolean inside(float x, float y) {
        return x >= 0 && y >= 0 && x <= width && y <= height;
    }

    /** The last point inside the picture between a point inside and one outside. */
    private float[] border(Stroke line, int in, int out) {
        float low = 0;
        float high = 1;
        for (int i = 0; i < 16; i++) {
            float t = (low + high) / 2;
            boolean inside =
                    inside(line.x[in] + t * (line.x[out] - line.x[in]), line.y[in] + t * (line.y[out] - line.y[in]));
            low = inside ? t : low;
            high = inside ? high : t;
        }
        return new float[] {
            line.x[in] + low * (line.x[out] - line.x[in]), line.y[in] + low * (line.y[out] - line.y[in]), line.width[in]
        };
    }

    private void keep(List<Stroke> pieces, List<float[]> points) {
        if (points.size() >= 3) {
            Stroke piece = Stroke.through(points);
            taper(piece.x, piece.y, piece.width, 0, 1);
            taper(piece.x, piece.y, piece.width, piece.x.length - 1, -1);
            if (piece.length() >= Math.min(12, Math.min(width, height) / 6.0)) {
                pieces.add(piece);
            }
        }
        points.clear();
    }

    /** A gap opens gradually: from an end that is inside the picture a crack widens over the length of a few grains. */
    private void taper(float[] x, float[] y, float[] widths, int end, int ahead) {
        float rim = 1.5f;
        if (x[end] < rim || y[end] < rim || x[end] > width - rim || y[end] > height - rim) {
            return;
        }
        double reach = (6 + 5 * widths[end]) * scale;
        double walked = 0;
        for (int i = end; i >= 0 && i < x.length && walked < reach; i += ahead) {
            widths[i] = (float) Math.max(0.6, widths[i] * (0.25 + 0.75 * walked / reach));
            int next = i + ahead;
            if (next >= 0 && next < x.length) {
                walked += root(x[next] - x[i], y[next] - y[i]);
            }
        }
    }

    /** The hypotenuse, rounded alike everywhere. */
    private static double root(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }
}
