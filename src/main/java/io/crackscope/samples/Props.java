package io.crackscope.samples;

import java.util.ArrayList;
import java.util.List;

/** Places the confusers of a scene and keeps what is known of them. */
final class Props {
    private final Frame frame;
    private final Dice dice;
    private final List<Layer> inSurface = new ArrayList<>();
    private final List<Layer> onSurface = new ArrayList<>();
    private final List<Layer> shadows = new ArrayList<>();
    private final List<ConfuserTruth> truths = new ArrayList<>();

    Props(int width, int height, Look look, Dice dice) {
        this.frame = new Frame(width, height, look);
        this.dice = dice;
    }

    void add(ConfuserKind kind) {
        Dice own = dice.fork(truths.size() * 16L + kind.ordinal());
        Prop prop = switch (kind) {
            case JOINT -> Joint.draw(frame, own);
            case FORM_LINE -> FormLines.draw(frame, own);
            case TIE_HOLE -> TieHoles.draw(frame, own);
            case SHADOW -> CastShadow.draw(frame, own);
            case STAIN -> Stain.draw(frame, own);
            case CABLE -> Cable.draw(frame, own);
            case PAINT -> PaintMark.draw(frame, own);
            case LEAF -> Leaf.draw(frame, own);
            case GRASS -> Grass.draw(frame, own);
        };
        List<Layer> layers = switch (kind) {
            case JOINT, FORM_LINE, TIE_HOLE, STAIN, PAINT -> inSurface;
            case CABLE, LEAF, GRASS -> onSurface;
            case SHADOW -> shadows;
        };
        layers.add(prop.layer());
        prop.boxes().forEach(box -> truths.add(new ConfuserTruth(kind, box)));
    }

    /** What belongs to the surface and is cut by the cracks. */
    List<Layer> inSurface() {
        return inSurface;
    }

    /** What lies on the cracked surface, shadows last. */
    List<Layer> onSurface() {
        List<Layer> all = new ArrayList<>(onSurface);
        all.addAll(shadows);
        return all;
    }

    List<ConfuserTruth> truths() {
        return truths;
    }
}
