package io.crackscope.samples;

import java.util.ArrayList;
import java.util.List;

/** The conical recesses that formwork ties leave, in the regular rows they come in. */
final class TieHoles implements Layer {
    private record Hole(float x, float y, float radius, int seed) {}

    private final Look look;
    private final List<Hole> holes;

    private TieHoles(Look look, List<Hole> holes) {
        this.look = look;
        this.holes = holes;
    }

    static Prop draw(Frame frame, Dice dice) {
        float s = frame.scale();
        double radius = Math.min(dice.between(36, 54) * s, frame.shortSide() / 4.5);
        double pitch = dice.between(1050, 1500) * s;
        double firstX = (0.15 + 0.7 * dice.uniform()) * Math.min(pitch, frame.width());
        double firstY = (0.15 + 0.7 * dice.uniform()) * Math.min(pitch, frame.height());
        List<Hole> holes = new ArrayList<>();
        List<Box> boxes = new ArrayList<>();
        for (double y = firstY; y < frame.height(); y += pitch) {
            for (double x = firstX; x < frame.width(); x += pitch) {
                double hx = x + dice.between(-9, 9) * s;
                double hy = y + dice.between(-9, 9) * s;
                holes.add(new Hole((float) hx, (float) hy, (float) radius, dice.noiseSeed()));
                double reach = 1.35 * radius;
                boxes.add(frame.box(hx - reach, hy - reach, hx + reach, hy + reach));
            }
        }
        return new Prop(new TieHoles(frame.look(), holes), boxes);
    }

    @Override
    public void paint(Band band) {
        for (Hole hole : holes) {
            float reach = 5.5f * hole.radius();
            if (band.touches(hole.x() - reach, hole.y() - reach, hole.x() + reach, hole.y() + reach)) {
                paint(band, hole, reach);
            }
        }
    }

    private void paint(Band band, Hole hole, float reach) {
        float r = hole.radius();
        int y1 = Math.min(band.bottom(), Noise.floor(hole.y() + reach) + 1);
        int x1 = Math.min(band.right(), Noise.floor(hole.x() + reach) + 1);
        for (int y = Math.max(band.top, Noise.floor(hole.y() - reach)); y < y1; y++) {
            for (int x = Math.max(band.left, Noise.floor(hole.x() - reach)); x < x1; x++) {
                float dx = (x + 0.5f - hole.x()) / r;
                float dy = (y + 0.5f - hole.y()) / r;
                float d = (float) Math.sqrt(dx * dx + dy * dy);
                int k = band.index(x, y);
                if (d < 1.4f) {
                    recess(band, hole, k, x, y, dx, dy, d);
                } else {
                    stain(band, hole, k, x, y, dx, dy, d);
                }
            }
        }
    }

    private void recess(Band band, Hole hole, int k, int x, int y, float dx, float dy, float d) {
        float r = hole.radius();
        float rough = Noise.at(x / (0.09f * r), y / (0.09f * r), hole.seed());
        float chip = Noise.at(dx / Math.max(0.1f, d) * 3.1f, dy / Math.max(0.1f, d) * 3.1f, hole.seed() + 1);
        float rim = 1 + 0.018f * rough;
        float inside = Noise.step(rim + 1.1f / r, rim - 1.1f / r, d);
        // the mouth is broken where the cone was pulled
        float broken = Noise.step(1.04f + 0.20f * Math.max(0, chip), 1f, d + 0.05f * rough) * (1 - inside);
        band.relief[k] -= broken * (2.2f + 1.6f * rough) * Noise.step(0.1f, 0.5f, chip);
        band.scale(k, 1 + 0.06f * broken * rough);
        if (inside <= 0) {
            return;
        }
        // the wall on the side of the light is in its own shade and throws it on the floor
        float toLight = look.facing(dx, dy);
        float floorShade = Noise.step(-0.75f, 0.55f, toLight + 0.12f * d * d);
        float wall = Noise.step(0.72f, 0.9f, d);
        float left = 0.70f - 0.42f * floorShade;
        float litWall = 0.50f + 0.34f * Noise.step(0.1f, -0.9f, toLight) - 0.28f * Noise.step(-0.1f, 0.9f, toLight);
        left += (litWall - left) * wall;
        left *= 1 - 0.25f * Noise.step(0.92f, 1f, d) + 0.04f * rough;
        band.tint(k, left * 0.97f, left, left * 1.03f, inside);
        band.relief[k] *= 1 - 0.8f * inside;
    }

    /** Water that ran out of the hole darkened the wall below it. */
    private void stain(Band band, Hole hole, int k, int x, int y, float dx, float dy, float d) {
        float streak = Noise.at(x / (0.22f * hole.radius()), y / (3.2f * hole.radius()), hole.seed() + 2);
        float cloud = Noise.at(x / (1.1f * hole.radius()), y / (1.1f * hole.radius()), hole.seed() + 3);
        float below = dy > 0 ? Noise.step(5.2f, 1f, dy) * Noise.step(0.95f, 0.3f, Math.abs(dx)) : 0;
        float around = Noise.step(2.6f, 1.1f, d) * 0.6f;
        float amount = Math.max(below * (0.5f + 0.5f * streak), around * (0.5f + 0.6f * cloud));
        band.tint(k, 0.86f, 0.845f, 0.81f, Math.max(0, Math.min(1, amount)));
    }
}
