package io.crackscope.samples;

import java.util.List;

/** A round cable along the surface, with its saddles on a wall, and the shadow it throws. */
final class Cable implements Layer {
    private final Look look;
    private final Stroke line;
    private final Stroke shade;
    private final float[] colour;
    private final float pitch;
    private final int seed;

    private Cable(Look look, Stroke line, Stroke shade, float[] colour, float pitch, int seed) {
        this.look = look;
        this.line = line;
        this.shade = shade;
        this.colour = colour;
        this.pitch = pitch;
        this.seed = seed;
    }

    static Prop draw(Frame frame, Dice dice) {
        float s = frame.scale();
        boolean upright = dice.chance(0.5);
        double width = Math.max(3, dice.between(12, 24) * s);
        Stroke straight = frame.across(upright, 0.08, width, dice);
        int n = 40;
        float[] x = new float[n];
        float[] y = new float[n];
        float[] w = new float[n];
        float[] sx = new float[n];
        float[] sy = new float[n];
        boolean wall = frame.look().kind() == SceneKind.WALL;
        float wave = (wall ? 7 : 60) * s;
        int seed = dice.noiseSeed();
        float off = dice.betweenF(0.5, 0.95) * (float) width;
        for (int i = 0; i < n; i++) {
            float t = i / (n - 1f);
            float push = wave * (Noise.at(t * 3.2f, 0.5f, seed) + 0.2f * Noise.at(t * 11, 0.5f, seed + 1));
            x[i] = straight.x[0] + t * (straight.x[1] - straight.x[0]) + (upright ? push : 0);
            y[i] = straight.y[0] + t * (straight.y[1] - straight.y[0]) + (upright ? 0 : push);
            w[i] = (float) width;
            sx[i] = x[i] - off * frame.look().lightX();
            sy[i] = y[i] - off * frame.look().lightY();
        }
        Stroke line = new Stroke(x, y, w);
        float[][] colours = {{38, 38, 40}, {70, 72, 74}, {196, 196, 190}, {48, 46, 44}};
        float pitch = wall ? dice.betweenF(330, 520) * s : 0;
        Box box = line.box(frame.width(), frame.height());
        double margin = 2 * width;
        return new Prop(
                new Cable(frame.look(), line, new Stroke(sx, sy, w), colours[dice.below(4)], pitch, seed),
                List.of(frame.box(
                        box.x() - margin,
                        box.y() - margin,
                        box.x() + box.width() + margin,
                        box.y() + box.height() + margin)));
    }

    @Override
    public void paint(Band band) {
        float soft = 0.28f * line.width[0] + 1;
        shade.visit(band, soft, near -> band.scale(near.index, 1 - 0.55f * Noise.step(soft, -soft, near.outside())));
        line.visit(band, 0.45f * line.width[0] + 1, near -> {
            int k = near.index;
            float across = near.across / near.half;
            float turned = look.facing(near.normalX, near.normalY);
            float round = across * turned;
            float dust = Noise.at(near.x / 5, near.y / 5, seed + 2);
            float cover = Math.max(0, Math.min(1, 0.5f - near.outside()));
            float light = 0.72f + 0.45f * round + 0.07f * dust;
            float shine = 46 * Noise.step(0.28f, 0, Math.abs(across - 0.45f * Math.signum(turned)));
            put(band, k, colour[0] * light + shine, colour[1] * light + shine, colour[2] * light + shine, cover);
            if (pitch > 0) {
                float along = near.along % pitch - pitch / 2;
                float clip = 0.55f * line.width[0];
                float end = Math.max(0, Math.min(1, clip - Math.abs(along) + 0.5f));
                float side = Math.max(0, Math.min(1, 0.4f * line.width[0] - near.outside() + 0.5f));
                float level = 128 + 60 * round + 10 * dust - 40 * Noise.step(clip - 2, clip, Math.abs(along));
                put(band, k, level, level, level * 1.02f, end * side);
            }
        });
    }

    private static void put(Band band, int k, float r, float g, float b, float cover) {
        band.cover(k, r, g, b, cover);
        band.relief[k] *= 1 - cover;
    }
}
