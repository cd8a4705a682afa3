package io.crackscope.samples;

import java.util.ArrayList;
import java.util.List;

/** A surveyor's mark: a dash, a cross, an arrow or a number, sprayed or chalked by hand. */
final class PaintMark implements Layer {
    private static final float[][] COLOURS = {
        {206, 98, 58}, {232, 231, 224}, {74, 100, 156}, {206, 184, 84}, {178, 70, 68}
    };

    /** Lines of each mark in a box one high: x, y, x, y, ... */
    private static final float[][][] MARKS = {
        {{0, 0.5f, 1.6f, 0.45f}},
        {{0, 0, 0.8f, 1}, {0.75f, 0, 0.05f, 1}},
        {{0, 0.5f, 1.5f, 0.5f}, {1.15f, 0.2f, 1.5f, 0.5f, 1.15f, 0.82f}},
        {{0.1f, 0.25f, 0.35f, 0, 0.35f, 1}, {0.7f, 0.1f, 1.2f, 0, 1.25f, 0.35f, 0.7f, 1, 1.3f, 0.97f}},
        {{0.05f, 0, 0.5f, 0.05f, 0.2f, 1}, {1.2f, 0, 0.75f, 0.6f, 1.35f, 0.62f}, {1.2f, 0.3f, 1.15f, 1}}
    };

    private final Look look;
    private final List<Stroke> strokes;
    private final float[] colour;
    private final boolean sprayed;
    private final int seed;

    private PaintMark(Look look, List<Stroke> strokes, float[] colour, boolean sprayed, int seed) {
        this.look = look;
        this.strokes = strokes;
        this.colour = colour;
        this.sprayed = sprayed;
        this.seed = seed;
    }

    static Prop draw(Frame frame, Dice dice) {
        float s = frame.scale();
        double size = Math.min(dice.between(240, 460) * s, frame.shortSide() * 0.55);
        double angle = dice.between(-0.3, 0.3);
        double x0 = dice.between(0.08, 0.45) * frame.width();
        double y0 = dice.between(0.12, 0.5) * frame.height();
        boolean sprayed = dice.chance(0.6);
        double width = size * (sprayed ? dice.between(0.09, 0.14) : dice.between(0.035, 0.06));
        List<Stroke> strokes = new ArrayList<>();
        for (float[] mark : MARKS[dice.below(MARKS.length)]) {
            strokes.add(stroke(mark, x0, y0, size, angle, width, dice));
        }
        double margin = sprayed ? 0.8 * width : 2;
        List<Box> boxes = new ArrayList<>();
        for (Stroke stroke : strokes) {
            Box box = stroke.box(frame.width(), frame.height());
            boxes.add(frame.box(
                    box.x() - margin,
                    box.y() - margin,
                    box.x() + box.width() + margin,
                    box.y() + box.height() + margin));
        }
        return new Prop(
                new PaintMark(frame.look(), strokes, COLOURS[dice.below(COLOURS.length)], sprayed, dice.noiseSeed()),
                boxes);
    }

    /** Follows the corners with an unsteady hand. */
    private static Stroke stroke(
            float[] mark, double x0, double y0, double size, double angle, double width, Dice dice) {
        int per = 9;
        int n = (mark.length / 2 - 1) * per + 1;
        float[] x = new float[n];
        float[] y = new float[n];
        float[] w = new float[n];
        int seed = dice.noiseSeed();
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        for (int i = 0; i < n; i++) {
            int leg = Math.min(i / per, mark.length / 2 - 2);
            float t = (i - leg * per) / (float) per;
            double u = mark[2 * leg] + t * (mark[2 * leg + 2] - mark[2 * leg]) + 0.025 * Noise.at(i / 4f, 0.5f, seed);
            double v = mark[2 * leg + 1]
                    + t * (mark[2 * leg + 3] - mark[2 * leg + 1])
                    + 0.025 * Noise.at(i / 4f, 9.5f, seed);
            x[i] = (float) (x0 + size * (u * cos - v * sin));
            y[i] = (float) (y0 + size * (u * sin + v * cos));
            w[i] = (float) (width * (1 + 0.18 * Noise.at(i / 3f, 20.5f, seed)));
        }
        return new Stroke(x, y, w);
    }

    @Override
    public void paint(Band band) {
        float s = look.scale();
        float[] coat = new float[band.relief.length];
        for (Stroke stroke : strokes) {
            float soft = sprayed ? 0.7f * stroke.width[0] : 1;
            stroke.visit(band, soft + 1, near -> {
                int k = near.index;
                float grain = Noise.at(near.x / (2.4f * s), near.y / (2.4f * s), seed);
                float wear = Noise.at(near.x / (30 * s), near.y / (30 * s), seed + 1) + 0.5f * grain;
                // paint catches the tops and misses the hollows
                float top = band.relief[k] * 1.5f / s;
                float amount = sprayed
                        ? Noise.step(soft, -0.5f * near.half, near.outside() + 0.25f * soft * grain) * 0.9f
                                - 0.35f * Noise.step(0.4f, 1, wear)
                        : Math.max(0, Math.min(1, 0.5f - near.outside()))
                                * Noise.step(-0.7f, 0.3f, top + 0.7f * grain + 0.2f);
                coat[k] = Math.max(coat[k], Math.min(0.9f, amount));
            });
        }
        for (int k = 0; k < coat.length; k++) {
            if (coat[k] > 0) {
                float tone = band.green[k] / look.green();
                band.cover(k, colour[0] * tone, colour[1] * tone, colour[2] * tone, coat[k]);
            }
        }
    }
}
