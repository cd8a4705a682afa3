package io.crackscope.samples;

import java.util.ArrayList;
import java.util.List;

/** A tuft of grass that found a hold: bent tapering blades over a little earth. */
final class Grass implements Layer {
    private record Blade(Stroke stroke, float[] colour) {}

    private final Look look;
    private final List<Blade> blades;
    private final float x;
    private final float y;
    private final float earth;
    private final int seed;

    private Grass(Look look, List<Blade> blades, float x, float y, float earth, int seed) {
        this.look = look;
        this.blades = blades;
        this.x = x;
        this.y = y;
        this.earth = earth;
        this.seed = seed;
    }

    static Prop draw(Frame frame, Dice dice) {
        float s = frame.scale();
        double length = Math.min(dice.between(90, 190) * s, frame.shortSide() / 2.6);
        float x = (float) (frame.width() * dice.between(0.2, 0.8));
        float y = (float) (frame.height() * dice.between(0.25, 0.8));
        List<Blade> blades = new ArrayList<>();
        int count = 14 + dice.below(18);
        double lean = dice.between(0, 2 * Math.PI);
        for (int i = 0; i < count; i++) {
            blades.add(
                    blade(x, y, lean + dice.bell() * 1.1, length * dice.between(0.4, 1), Math.max(1.4, 5 * s), dice));
        }
        double reach = 1.1 * length;
        return new Prop(
                new Grass(frame.look(), blades, x, y, 0.3f * (float) length, dice.noiseSeed()),
                List.of(frame.box(x - reach, y - reach, x + reach, y + reach)));
    }

    private static Blade blade(float x, float y, double angle, double length, double width, Dice dice) {
        int n = 12;
        float[] xs = new float[n];
        float[] ys = new float[n];
        float[] widths = new float[n];
        double px = x + dice.bell() * 0.07 * length;
        double py = y + dice.bell() * 0.07 * length;
        double turn = angle;
        double bend = dice.between(-0.14, 0.14);
        for (int i = 0; i < n; i++) {
            xs[i] = (float) px;
            ys[i] = (float) py;
            widths[i] = (float) (width * (1 - 0.9 * i / (n - 1.0)));
            turn += bend;
            px += length / n * StrictMath.cos(turn);
            py += length / n * StrictMath.sin(turn);
        }
        float dry = (float) (dice.uniform() * dice.uniform());
        float light = dice.betweenF(0.75, 1.2);
        return new Blade(
                new Stroke(xs, ys, widths),
                new float[] {(78 + 90 * dry) * light, (106 + 46 * dry) * light, (48 + 30 * dry) * light});
    }

    @Override
    public void paint(Band band) {
        if (band.touches(x - 1.5f * earth, y - 1.5f * earth, x + 1.5f * earth, y + 1.5f * earth)) {
            earth(band);
        }
        float s = look.scale();
        float off = 4 * s;
        for (Blade blade : blades) {
            float soft = 2.5f * s;
            blade.stroke().visit(band, soft + off + 1, near -> {
                float turned = near.across + off * look.facing(near.normalX, near.normalY);
                float dark = Noise.step(soft, -soft, Math.abs(turned) - near.half);
                band.scale(near.index, 1 - 0.35f * dark);
            });
            blade.stroke().visit(band, 1, near -> {
                float cover = near.coverage() / Math.max(1, 2 * Math.min(near.half, 0.5f));
                float round = near.across / Math.max(0.5f, near.half) * look.facing(near.normalX, near.normalY);
                float light = 0.95f + 0.28f * round + 0.10f * Noise.at(near.along / 9, near.across, seed);
                float[] c = blade.colour();
                band.cover(near.index, c[0] * light, c[1] * light, c[2] * light, Math.min(1, cover));
                band.relief[near.index] *= 1 - cover;
            });
        }
    }

    private void earth(Band band) {
        float reach = 1.5f * earth;
        int y1 = Math.min(band.bottom(), Noise.floor(y + reach) + 1);
        int x1 = Math.min(band.right(), Noise.floor(x + reach) + 1);
        for (int py = Math.max(band.top, Noise.floor(y - reach)); py < y1; py++) {
            for (int px = Math.max(band.left, Noise.floor(x - reach)); px < x1; px++) {
                float dx = (px + 0.5f - x) / earth;
                float dy = (py + 0.5f - y) / earth;
                float crumb = Noise.at(px / 3f, py / 3f, seed + 1);
                float d = (float) Math.sqrt(dx * dx + dy * dy)
                        + 0.35f * Noise.at(px / 14f, py / 14f, seed + 2)
                        + 0.2f * crumb;
                float cover = 0.85f * Noise.step(1, 0.5f, d);
                int k = band.index(px, py);
                band.cover(k, 84 + 14 * crumb, 72 + 12 * crumb, 56 + 10 * crumb, cover);
                band.relief[k] += 1.2f * crumb * cover;
            }
        }
    }
}
