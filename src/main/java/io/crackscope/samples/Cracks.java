package io.crackscope.samples;

import java.util.List;

/**
 * Draws the cracks of a scene: the gap itself with its depth, the far wall in the light, broken edges, dirt in it, and
 * what came out of it: moisture, lime, rust.
 */
final class Cracks implements Layer {
    private enum Trace {
        NONE,
        MOISTURE,
        LIME,
        RUST
    }

    private final Look look;
    private final List<Stroke> pieces;
    private final Trace trace;
    private final float traceReach;
    private final float dirt;
    private final int edgeSeed;
    private final int dirtSeed;
    private final int chipSeed;
    private final int traceSeed;

    Cracks(Look look, List<Stroke> pieces, Dice dice) {
        this.look = look;
        this.pieces = List.copyOf(pieces);
        double t = dice.uniform();
        trace = switch (look.kind()) {
            case DECK -> t < 0.35 ? Trace.MOISTURE : t < 0.5 ? Trace.LIME : Trace.NONE;
            case WALL -> t < 0.12 ? Trace.MOISTURE : t < 0.4 ? Trace.LIME : t < 0.48 ? Trace.RUST : Trace.NONE;
            case PAVEMENT -> t < 0.35 ? Trace.RUST : t < 0.45 ? Trace.MOISTURE : Trace.NONE;
        };
        traceReach = switch (trace) {
            case NONE -> 0;
            case MOISTURE -> dice.betweenF(34, 60) * look.scale();
            case LIME -> dice.betweenF(12, 26) * look.scale();
            case RUST -> dice.betweenF(14, 30) * look.scale();
        };
        dirt = dice.betweenF(0.15, 0.5);
        edgeSeed = dice.noiseSeed();
        dirtSeed = dice.noiseSeed();
        chipSeed = dice.noiseSeed();
        traceSeed = dice.noiseSeed();
    }

    @Override
    public void paint(Band band) {
        if (trace != Trace.NONE) {
            float[] amount = new float[band.relief.length];
            for (Stroke piece : pieces) {
                piece.visit(band, 2.2f * traceReach, near -> {
                    float reach = Math.max(0, near.outside()) / traceReach;
                    amount[near.index] = Math.max(amount[near.index], 2.2f - reach);
                });
            }
            trace(band, amount);
        }
        for (Stroke piece : pieces) {
            piece.visit(band, 16, near -> edge(band, near));
        }
        for (Stroke piece : pieces) {
            piece.visit(band, 6, near -> gap(band, near));
        }
    }

    /** What came out of the crack, by closeness to it: 2.2 at the edge, 0 at the farthest. */
    private void trace(Band band, float[] amount) {
        float s = look.scale();
        for (int k = 0; k < amount.length; k++) {
            if (amount[k] <= 0) {
                continue;
            }
            float x = band.left + k % band.width;
            float y = band.top + k / band.width;
            float wide = Noise.at(x / (70 * s), y / (70 * s), traceSeed);
            float small = Noise.at(x / (9 * s), y / (9 * s), traceSeed + 1);
            float near = amount[k] - 1.2f + 0.55f * wide + 0.16f * small;
            switch (trace) {
                case MOISTURE -> {
                    band.tint(k, 0.79f, 0.795f, 0.79f, Noise.step(-0.25f, 0.75f, near) * (0.85f + 0.2f * small));
                    float rim = Noise.step(-0.9f, -0.25f, near) * (1 - Noise.step(-0.25f, 0.2f, near));
                    band.tint(k, 1.07f, 1.075f, 1.08f, rim * (0.6f + 0.4f * small));
                }
                case LIME -> {
                    float crust = Noise.step(0.25f, 0.85f, near + 0.35f * wide) * (0.55f + 0.35f * small);
                    band.cover(k, 222, 221, 214, Math.max(0, crust));
                    band.relief[k] += 0.8f * s * crust * small;
                }
                case RUST ->
                    band.tint(
                            k,
                            0.98f,
                            0.895f,
                            0.79f,
                            Noise.step(-0.2f, 1.7f, near + 0.5f * wide) * (0.7f + 0.25f * small));
                case NONE -> {}
            }
        }
    }

    /** The rounded and broken edge beside the gap. */
    private void edge(Band band, Stroke.Near near) {
        float s = look.scale();
        float outside = near.outside();
        float width = 2 * near.half;
        if (outside <= 0) {
            return;
        }
        float arris = Math.min(2.2f, 0.4f + 0.12f * width);
        band.relief[near.index] -= 0.8f * arris * Noise.step(arris * 1.6f + 0.6f, 0, outside);
        // chips have broken off here and there, more where the gap is wide
        float cell = (5 + Math.min(14, 1.1f * width)) * s;
        float side = near.across > 0 ? 0.5f : 40.5f;
        float chip =
                Noise.at(near.along / cell, side, chipSeed) + 0.5f * Noise.at(near.x / 4, near.y / 4, chipSeed + 1);
        float deep = Math.min(12, 0.42f * width) * Noise.step(0.25f, 1.2f, chip);
        if (width > 2.4f && outside < deep) {
            float inside = Noise.step(0, 2, deep - outside);
            float rough = Noise.at(near.x / 2.6f, near.y / 2.6f, chipSeed + 2);
            band.relief[near.index] -= inside * (0.9f + 0.8f * rough) * Math.min(2, 0.2f * width);
            float turned = near.across > 0
                    ? -look.facing(near.normalX, near.normalY)
                    : look.facing(near.normalX, near.normalY);
            band.scale(near.index, 1 + inside * (0.10f * turned + 0.06f * rough));
        }
    }

    private void gap(Band band, Stroke.Near near) {
        float s = look.scale();
        float width = 2 * near.half;
        // ragged at the scale of the sand, the mean width kept
        float ragged = Math.min(1.2f, 0.16f * width)
                        * (Noise.at(near.x / (3.4f * s), near.y / (3.4f * s), edgeSeed)
                                + 0.5f * Noise.at(near.x / (1.7f * s), near.y / (1.7f * s), edgeSeed + 1))
                + Math.max(0, Math.min(6, 0.3f * width - 1.2f))
                        * Noise.at(near.x / (12 * s), near.y / (12 * s), edgeSeed + 3);
        float cover = near.coverage(Math.max(0.3f, near.half + 0.5f * ragged));
        if (cover <= 0) {
            return;
        }
        float dirty = dirt
                * Noise.step(
                        0.1f,
                        1.1f,
                        Noise.at(near.along / (60 * s), 0.5f, dirtSeed)
                                + 0.4f * Noise.at(near.x / 5, near.y / 5, dirtSeed + 1));
        float depth = Noise.step(0.5f, 9, width);
        float left = 0.40f - 0.27f * depth;
        if (width > 5) {
            // the wall away from the light faces it
            float turned = look.facing(near.normalX, near.normalY);
            float place = near.across / Math.max(0.5f, near.half) * -Math.signum(turned);
            float wall = Noise.step(0.30f, 0.95f, place) * Math.abs(turned) * Noise.step(5, 14, width);
            float rough = Noise.at(near.x / 7, near.y / 7, edgeSeed + 2)
                    + 0.5f * Noise.at(near.x / 2.5f, near.y / 2.5f, edgeSeed + 4);
            left += wall * (0.27f + 0.10f * rough) + 0.05f * Noise.step(-0.8f, 0.8f, place);
            // crumbs and sand lie in the gap
            left += 0.14f
                    * Noise.step(8, 18, width)
                    * Noise.step(0.45f, 1.1f, Noise.at(near.x / 16, near.y / 16, dirtSeed + 2) + 0.3f * rough);
        }
        left += (0.62f - left) * dirty;
        int k = near.index;
        band.tint(k, left * 1.02f, left * (1 - 0.03f * dirty), left * (0.97f - 0.10f * dirty), cover);
        band.relief[k] *= 1 - cover;
    }
}
