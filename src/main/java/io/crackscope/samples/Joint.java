package io.crackscope.samples;

import java.util.List;

/** A joint: sawn (a narrow square groove), tooled (rounded shoulders) or sealed with mastic. */
final class Joint implements Layer {
    private enum Make {
        SAWN,
        TOOLED,
        SEALED
    }

    private final Look look;
    private final Stroke line;
    private final Make make;
    private final float sideTone;
    private final int seed;

    private Joint(Look look, Stroke line, Make make, float sideTone, int seed) {
        this.look = look;
        this.line = line;
        this.make = make;
        this.sideTone = sideTone;
        this.seed = seed;
    }

    static Prop draw(Frame frame, Dice dice) {
        Make make = Make.values()[dice.below(3)];
        double width = switch (make) {
            case SAWN -> dice.between(6, 13);
            case TOOLED -> dice.between(5, 9);
            case SEALED -> dice.between(16, 30);
        };
        Stroke line = frame.across(dice.chance(0.5), 0.05, Math.max(2.5, width * frame.scale()), dice);
        float shoulder = 24 * frame.scale();
        Box box = Stroke.straight(line.x[0], line.y[0], line.x[1], line.y[1], line.width[0] + 2 * shoulder)
                .box(frame.width(), frame.height());
        return new Prop(
                new Joint(frame.look(), line, make, dice.betweenF(-0.035, 0.035), dice.noiseSeed()), List.of(box));
    }

    @Override
    public void paint(Band band) {
        float everywhere = band.width + band.height + 9999f;
        float s = look.scale();
        if (Math.abs(sideTone) > 0.01f) {
            // the bay on the other side was poured on another day
            line.visit(band, everywhere, near -> {
                if (near.across > 0) {
                    band.scale(near.index, 1 + sideTone);
                }
            });
        }
        line.visit(band, 30 * s, near -> {
            float grit = Noise.at(near.x / (2.6f * s), near.y / (2.6f * s), seed);
            float slow = Noise.at(near.along / (90 * s), 0.5f, seed + 1);
            float outside = near.outside() + 0.35f * grit;
            shoulders(band, near, outside, grit);
            float cover = Math.max(0, Math.min(1, 0.5f - outside));
            if (cover > 0) {
                groove(band, near, cover, grit, slow);
            } else {
                // dirt gathers along the joint
                float dust = Noise.step(22 * s, 0, outside + 9 * s * slow);
                band.tint(near.index, 0.93f, 0.92f, 0.90f, 0.7f * dust);
            }
        });
    }

    private void shoulders(Band band, Stroke.Near near, float outside, float grit) {
        float s = look.scale();
        switch (make) {
            case TOOLED -> {
                float fall = Noise.step(17 * s, 0, outside);
                band.relief[near.index] = band.relief[near.index] * (1 - 0.6f * fall) - 6 * s * fall * fall;
            }
            case SAWN -> band.relief[near.index] -= 0.8f * Noise.step(2.4f, 0, outside) * (1 + 0.5f * grit);
            case SEALED -> band.relief[near.index] -= 1.4f * s * Noise.step(4 * s, 0, outside);
        }
    }

    private void groove(Band band, Stroke.Near near, float cover, float grit, float slow) {
        int k = near.index;
        float turned = look.facing(near.normalX, near.normalY);
        float place = near.across / near.half * -Math.signum(turned) * Math.abs(turned);
        switch (make) {
            case SAWN -> {
                float left = 0.20f + 0.20f * Noise.step(0, 1, place) + 0.10f * Noise.step(0.2f, 1, slow) + 0.05f * grit;
                band.tint(k, left, left * 0.98f, left * 0.94f, cover);
            }
            case TOOLED -> {
                float left =
                        0.30f + 0.22f * Noise.step(0, 0.9f, slow) + 0.12f * Noise.step(-0.2f, 1, place) + 0.06f * grit;
                band.tint(k, left, left * 0.98f, left * 0.94f, cover);
            }
            case SEALED -> {
                float level = 74 + 12 * slow + 5 * grit + 16 * Noise.step(0.2f, 0.9f, -place);
                band.cover(k, level, level, level * 1.02f, 0.95f * cover);
                band.relief[k] *= 1 - 0.7f * cover;
                band.relief[k] += 0.5f * slow * cover;
            }
        }
    }
}
