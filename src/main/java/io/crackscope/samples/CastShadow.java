package io.crackscope.samples;

import java.util.ArrayList;
import java.util.List;

/** The shadow of something out of sight: the bars of a railing, or a bare branch. Its edge is as soft as it is far. */
final class CastShadow implements Layer {
    private final List<Stroke> strokes;
    private final float penumbra;
    private final float strength;

    private CastShadow(List<Stroke> strokes, float penumbra, float strength) {
        this.strokes = strokes;
        this.penumbra = penumbra;
        this.strength = strength;
    }

    static Prop draw(Frame frame, Dice dice) {
        float s = frame.scale();
        float penumbra = dice.betweenF(9, 30) * s;
        List<Stroke> strokes = new ArrayList<>();
        if (dice.chance(0.5)) {
            railing(frame, strokes, dice);
        } else {
            double angle = dice.between(0, 2 * Math.PI);
            double reach = 0.62 * (frame.width() + frame.height()) / 2;
            double x = frame.width() * dice.between(0.35, 0.65) - reach * StrictMath.cos(angle);
            double y = frame.height() * dice.between(0.35, 0.65) - reach * StrictMath.sin(angle);
            double width = Math.min(dice.between(24, 52) * s, frame.shortSide() / 6.0);
            branch(strokes, x, y, angle, 1.8 * reach, width, 0, s, dice);
        }
        float margin = penumbra;
        List<Box> boxes = strokes.stream()
                .map(stroke -> stroke.box(frame.width(), frame.height()))
                .filter(box -> !box.isEmpty())
                .map(box -> frame.box(
                        box.x() - margin,
                        box.y() - margin,
                        box.x() + box.width() + margin,
                        box.y() + box.height() + margin))
                .toList();
        return new Prop(new CastShadow(strokes, penumbra, dice.betweenF(0.75, 1)), boxes);
    }

    private static void railing(Frame frame, List<Stroke> strokes, Dice dice) {
        float s = frame.scale();
        double angle = dice.between(0.5, 1.1) * dice.sign() + Math.PI / 2;
        double pitch = Math.min(dice.between(190, 330) * s, frame.shortSide() / 1.6);
        double bar = pitch * dice.between(0.12, 0.24);
        double dx = StrictMath.cos(angle);
        double dy = StrictMath.sin(angle);
        double far = frame.width() + frame.height();
        double cx = frame.width() / 2.0;
        double cy = frame.height() / 2.0;
        int bars = 3 + dice.below(4);
        double offset = dice.between(-0.5, 0.5) * pitch - (bars - 1) * pitch / 2;
        for (int i = 0; i < bars; i++) {
            double px = cx - dy * (offset + i * pitch);
            double py = cy + dx * (offset + i * pitch);
            strokes.add(Stroke.straight(px - dx * far, py - dy * far, px + dx * far, py + dy * far, bar));
        }
        if (dice.chance(0.6)) {
            double at = dice.between(-0.4, 0.4) * frame.shortSide();
            double lean = dice.between(-0.2, 0.2);
            double px = cx + dx * at;
            double py = cy + dy * at;
            strokes.add(Stroke.straight(
                    px - far * (dy + lean * dx),
                    py + far * (dx - lean * dy),
                    px + far * (dy + lean * dx),
                    py - far * (dx - lean * dy),
                    1.5 * bar));
        }
    }

    private static void branch(
            List<Stroke> strokes,
            double x,
            double y,
            double angle,
            double length,
            double width,
            int depth,
            float s,
            Dice dice) {
        int n = 14;
        float[] xs = new float[n];
        float[] ys = new float[n];
        float[] widths = new float[n];
        double step = length / (n - 1);
        double turn = angle;
        double px = x;
        double py = y;
        for (int i = 0; i < n; i++) {
            xs[i] = (float) px;
            ys[i] = (float) py;
            widths[i] = (float) (width * (1 - 0.75 * i / (n - 1)));
            turn += dice.between(-0.16, 0.16);
            px += step * StrictMath.cos(turn);
            py += step * StrictMath.sin(turn);
            if (depth < 2 && i > 2 && i < n - 2 && dice.chance(0.4)) {
                double side = turn + dice.sign() * dice.between(0.45, 0.95);
                branch(strokes, px, py, side, length * dice.between(0.25, 0.5), widths[i] * 0.6, depth + 1, s, dice);
            }
        }
        strokes.add(new Stroke(xs, ys, widths));
    }

    @Override
    public void paint(Band band) {
        for (Stroke stroke : strokes) {
            stroke.visit(band, penumbra, near -> {
                // a bar narrower than its penumbra never gets fully dark
                float core = Math.min(1, 0.35f + near.half / penumbra);
                float dark = core * Noise.step(penumbra, -Math.min(penumbra, near.half), near.outside());
                band.shade(near.index, strength * dark);
            });
        }
    }
}
