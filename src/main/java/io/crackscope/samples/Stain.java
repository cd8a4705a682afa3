package io.crackscope.samples;

import java.util.List;

/** Runs of water or rust down a wall; patches of oil, rust or damp on what one walks on. */
final class Stain implements Layer {
    private final Frame frame;
    private final boolean run;
    private final float x;
    private final float y;
    private final float width;
    private final float length;
    private final float[] colour;
    private final boolean source;
    private final int seed;

    private Stain(
            Frame frame,
            boolean run,
            float x,
            float y,
            float width,
            float length,
            float[] colour,
            boolean source,
            int seed) {
        this.frame = frame;
        this.run = run;
        this.x = x;
        this.y = y;
        this.width = width;
        this.length = length;
        this.colour = colour;
        this.source = source;
        this.seed = seed;
    }

    static Prop draw(Frame frame, Dice dice) {
        float s = frame.scale();
        boolean wall = frame.look().kind() == SceneKind.WALL;
        boolean rust = dice.chance(0.5);
        float[] colour = rust ? new float[] {0.93f, 0.76f, 0.58f} : new float[] {0.74f, 0.735f, 0.72f};
        float x = (float) (frame.width() * dice.between(0.2, 0.8));
        if (wall) {
            boolean source = rust && dice.chance(0.7);
            float y = source ? (float) (frame.height() * dice.between(0.05, 0.5)) : -20;
            float width =
                    (float) Math.min(rust ? dice.between(14, 40) * s : dice.between(60, 170) * s, frame.width() / 3.0);
            float length = (float) (frame.height() * dice.between(0.35, 0.9));
            Box box = frame.box(x - 1.6 * width, y - width, x + 1.6 * width, y + length);
            return new Prop(
                    new Stain(frame, true, x, y, width, length, colour, source, dice.noiseSeed()), List.of(box));
        }
        float y = (float) (frame.height() * dice.between(0.2, 0.8));
        float radius = (float) Math.min(dice.between(90, 260) * s, frame.shortSide() / 2.5);
        Box box = frame.box(x - 1.5 * radius, y - 1.5 * radius, x + 1.5 * radius, y + 1.5 * radius);
        return new Prop(new Stain(frame, false, x, y, radius, radius, colour, false, dice.noiseSeed()), List.of(box));
    }

    @Override
    public void paint(Band band) {
        float side = run ? 1.6f * width : 1.5f * width;
        float above = run ? width : 1.5f * width;
        float below = run ? length : 1.5f * width;
        if (!band.touches(x - side, y - above, x + side, y + below)) {
            return;
        }
        int y1 = Math.min(band.bottom(), Noise.floor(y + below) + 1);
        int x1 = Math.min(band.right(), Noise.floor(x + side) + 1);
        for (int py = Math.max(band.top, Noise.floor(y - above)); py < y1; py++) {
            for (int px = Math.max(band.left, Noise.floor(x - side)); px < x1; px++) {
                float amount = run ? run(px + 0.5f, py + 0.5f) : patch(px + 0.5f, py + 0.5f);
                if (amount > 0) {
                    int k = band.index(px, py);
                    band.tint(k, colour[0], colour[1], colour[2], Math.min(1, amount));
                }
            }
        }
    }

    private float run(float px, float py) {
        float s = frame.scale();
        float down = (py - y) / length;
        float bend = 0.25f * width * Noise.at(py / (220 * s), 0.5f, seed + 5);
        float across = Math.abs(px - x - bend) / width;
        float streaks =
                Noise.at(px / (7 * s), py / (310 * s), seed) + 0.6f * Noise.at(px / (24 * s), py / (420 * s), seed + 1);
        float grain = Noise.at(px / (5 * s), py / (9 * s), seed + 2);
        float edge = Noise.step(1.3f, 0.0f, across + 0.45f * streaks + 0.25f * down);
        float fade = Noise.step(1, 0.25f, down + 0.18f * streaks) * (source ? Noise.step(-0.02f, 0.01f, down) : 1);
        float amount = edge * fade * (0.55f + 0.42f * streaks + 0.12f * grain);
        if (source) {
            float dx = px - x;
            float dy = py - y;
            float spot = (float) Math.sqrt(dx * dx + dy * dy) / (0.35f * width);
            amount = Math.max(amount, 1.25f * Noise.step(1.3f, 0.6f, spot + 0.3f * grain));
        }
        return amount;
    }

    private float patch(float px, float py) {
        float s = frame.scale();
        float dx = (px - x) / width;
        float dy = (py - y) / width;
        float cloud =
                Noise.at(px / (95 * s), py / (95 * s), seed) + 0.5f * Noise.at(px / (34 * s), py / (34 * s), seed + 1);
        float grain = Noise.at(px / (7 * s), py / (7 * s), seed + 2);
        float d = (float) Math.sqrt(dx * dx + dy * dy) + 0.32f * cloud + 0.05f * grain;
        float rim = Noise.step(1.05f, 0.9f, d) * Noise.step(0.6f, 0.95f, d) * 0.25f;
        return (Noise.step(1.05f, 0.35f, d) * 0.7f + rim) * (0.85f + 0.3f * grain);
    }
}
