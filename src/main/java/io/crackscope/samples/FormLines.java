package io.crackscope.samples;

import java.util.ArrayList;
import java.util.List;

/** What formwork leaves: the seams of panels (a thin fin, a small step, leaked grout), or rows of rough boards. */
final class FormLines implements Layer {
    private final Look look;
    private final List<Stroke> seams;
    private final boolean boards;
    private final boolean upright;
    private final float boardWidth;
    private final int seed;

    private FormLines(Look look, List<Stroke> seams, boolean boards, boolean upright, float boardWidth, int seed) {
        this.look = look;
        this.seams = seams;
        this.boards = boards;
        this.upright = upright;
        this.boardWidth = boardWidth;
        this.seed = seed;
    }

    static Prop draw(Frame frame, Dice dice) {
        float s = frame.scale();
        boolean boards = frame.look().kind() == SceneKind.WALL && dice.chance(0.3);
        boolean upright = dice.chance(0.5);
        List<Stroke> seams = new ArrayList<>();
        float boardWidth = dice.betweenF(150, 240) * s;
        if (boards) {
            double side = upright ? frame.width() : frame.height();
            for (double at = dice.between(0.2, 1) * boardWidth; at < side; at += boardWidth) {
                double drift = dice.between(-3, 3);
                seams.add(
                        upright
                                ? Stroke.straight(at, -9, at + drift, frame.height() + 9, 1.5 * s)
                                : Stroke.straight(-9, at, frame.width() + 9, at + drift, 1.5 * s));
            }
        }
        if (seams.isEmpty()) {
            boards = false;
            seams.add(frame.across(upright, 0.02, dice.between(2, 3.5) * s, dice));
            if (dice.chance(0.5)) {
                seams.add(frame.across(!upright, 0.02, dice.between(2, 3.5) * s, dice));
            }
        }
        float margin = boards ? 4 * s : 26 * s;
        List<Box> boxes = seams.stream()
                .map(line -> Stroke.straight(line.x[0], line.y[0], line.x[1], line.y[1], 2 * margin)
                        .box(frame.width(), frame.height()))
                .toList();
        return new Prop(new FormLines(frame.look(), seams, boards, upright, boardWidth, dice.noiseSeed()), boxes);
    }

    @Override
    public void paint(Band band) {
        if (boards) {
            boards(band);
        }
        for (int i = 0; i < seams.size(); i++) {
            int own = seed + 10 * i;
            seams.get(i).visit(band, 34 * look.scale(), near -> seam(band, near, own));
        }
    }

    /** Each board has a tone of its own and its wood grain pressed into the surface. */
    private void boards(Band band) {
        float s = look.scale();
        Stroke first = seams.getFirst();
        for (int row = 0; row < band.height; row++) {
            for (int i = 0; i < band.width; i++) {
                float x = band.left + i + 0.5f;
                float y = band.top + row + 0.5f;
                float across = upright ? x - first.x[0] : y - first.y[0];
                float along = upright ? y : x;
                int board = Noise.floor(across / boardWidth);
                float tone = Noise.signed(Noise.hash(board, 3, seed));
                float bent = across + 5 * s * Noise.at(along / (160 * s), board + 0.5f, seed + 2);
                float grain = Noise.at(bent / (5 * s), along / (260 * s), seed + 3 + board);
                float pressed = Noise.at(along / (300 * s), across / (90 * s), seed + 1);
                int k = row * band.width + i;
                band.relief[k] += (0.2f + 0.25f * Math.max(0, pressed)) * s * grain;
                band.scale(k, 1 + 0.03f * tone + 0.012f * grain);
            }
        }
    }

    private void seam(Band band, Stroke.Near near, int own) {
        float s = look.scale();
        float slow = Noise.at(near.along / (140 * s), 0.5f, own);
        float quick = Noise.at(near.along / (17 * s), 0.5f, own + 1);
        float presence = Noise.step(-0.5f, 0.6f, slow + 0.45f * quick);
        int k = near.index;
        float wander = near.across + 0.8f * s * quick;
        float fin = Noise.step(near.half + 1.2f * s, 0, Math.abs(wander));
        band.relief[k] += 1.1f * s * presence * fin * (0.7f + 0.5f * quick);
        // one side stands a little higher
        band.relief[k] +=
                0.8f * s * Noise.step(-2.5f * s, 2.5f * s, wander) * Noise.step(34 * s, 6 * s, near.distance());
        float groove = Noise.step(near.half + 0.6f, 0, Math.abs(wander - 2.4f * s));
        band.scale(k, 1 - (boards ? 0.28f : 0.40f) * groove * (1 - 0.55f * presence));
        if (!boards) {
            float leak = Noise.step(30 * s, 2 * s, near.distance() + 12 * s * (slow + 0.5f * quick));
            float blotch = Noise.at(near.x / (24 * s), near.y / (24 * s), own + 2);
            band.tint(k, 0.86f, 0.87f, 0.87f, leak * Noise.step(-0.5f, 0.7f, slow + 0.7f * blotch));
        }
    }
}
