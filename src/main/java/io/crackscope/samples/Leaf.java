package io.crackscope.samples;

import java.util.List;

/** A fallen leaf with its veins, curled a little, on its own shadow. */
final class Leaf implements Layer {
    private static final float[][] COLOURS = {
        {142, 96, 48}, {168, 128, 58}, {112, 118, 54}, {120, 72, 44}, {186, 150, 70}
    };

    private final Look look;
    private final float x;
    private final float y;
    private final float half;
    private final float cos;
    private final float sin;
    private final float slim;
    private final float[] colour;
    private final int seed;

    private Leaf(Look look, float x, float y, float half, double angle, float slim, float[] colour, int seed) {
        this.look = look;
        this.x = x;
        this.y = y;
        this.half = half;
        this.cos = (float) StrictMath.cos(angle);
        this.sin = (float) StrictMath.sin(angle);
        this.slim = slim;
        this.colour = colour;
        this.seed = seed;
    }

    static Prop draw(Frame frame, Dice dice) {
        float half = (float) Math.min(dice.between(42, 85) * frame.scale(), frame.shortSide() / 3.2);
        float x = (float) (frame.width() * dice.between(0.2, 0.8));
        float y = (float) (frame.height() * dice.between(0.2, 0.8));
        Leaf leaf = new Leaf(
                frame.look(),
                x,
                y,
                half,
                dice.between(0, 2 * Math.PI),
                dice.betweenF(0.3, 0.5),
                COLOURS[dice.below(COLOURS.length)],
                dice.noiseSeed());
        float reach = 1.55f * half;
        return new Prop(leaf, List.of(frame.box(x - reach, y - reach, x + reach, y + reach)));
    }

    @Override
    public void paint(Band band) {
        float reach = 1.55f * half;
        if (!band.touches(x - reach, y - reach, x + reach, y + reach)) {
            return;
        }
        int y1 = Math.min(band.bottom(), Noise.floor(y + reach) + 1);
        int x1 = Math.min(band.right(), Noise.floor(x + reach) + 1);
        float lift = 0.09f * half;
        for (int py = Math.max(band.top, Noise.floor(y - reach)); py < y1; py++) {
            for (int px = Math.max(band.left, Noise.floor(x - reach)); px < x1; px++) {
                int k = band.index(px, py);
                float dx = px + 0.5f - x;
                float dy = py + 0.5f - y;
                float dark = cover(dx + lift * look.lightX(), dy + lift * look.lightY(), 0.06f * half + 1);
                band.scale(k, 1 - 0.5f * dark);
                blade(band, k, dx, dy);
            }
        }
    }

    /** How much of a pixel the leaf covers: a lens with a wavy edge, and a stalk. */
    private float cover(float dx, float dy, float soft) {
        float u = (cos * dx + sin * dy) / half;
        float v = (cos * dy - sin * dx) / half;
        float outline = outline(u, v);
        float stalk = u < -0.9f && u > -1.45f ? 0.028f + 0.01f * u - Math.abs(v - 0.1f * (u + 0.9f) * (u + 0.9f)) : -1;
        return Noise.step(-soft, soft, Math.max(outline, stalk) * half);
    }

    private float outline(float u, float v) {
        float along = 1 - u * u;
        if (along <= 0) {
            return -1;
        }
        float wave = 1 + 0.06f * Noise.at(u * 9, v > 0 ? 0.5f : 7.5f, seed);
        return slim * (float) Math.sqrt(along) * along * (1 - 0.25f * u) * 1.25f * wave - Math.abs(v);
    }

    private void blade(Band band, int k, float dx, float dy) {
        float cover = cover(dx, dy, 0.7f);
        if (cover <= 0) {
            return;
        }
        float u = (cos * dx + sin * dy) / half;
        float v = (cos * dy - sin * dx) / half;
        float rib = Noise.step(0.03f, 0.008f, Math.abs(v));
        float slant = (u - 0.9f * Math.abs(v)) * 7.5f;
        float vein = Noise.step(0.16f, 0.03f, Math.abs(slant - Noise.floor(slant) - 0.5f))
                * Noise.step(0, 0.05f, Math.abs(v));
        float mottle = Noise.at(u * 6, v * 6, seed + 1);
        float fold = Math.signum(v) * look.facing(-sin, cos);
        float light = 1
                + 0.13f * fold
                + 0.14f * mottle
                + 0.22f * rib
                + 0.08f * vein
                - 0.12f * Noise.step(0.1f, 0, outline(u, v));
        band.cover(k, colour[0] * light, colour[1] * light * (1 + 0.05f * mottle), colour[2] * light, cover);
        band.relief[k] *= 1 - cover;
    }
}
