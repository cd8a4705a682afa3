package io.crackscope.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws photos of concrete with known cracks and known confusers. The same spec and seed give the same pixels on every
 * platform and Java version: only float and double arithmetic, {@code Math.sqrt} and {@link StrictMath} are used, and no
 * graphics library. Stateless, safe from any thread; a 2400 x 1800 scene takes about a second of one core and, beside
 * the picture, about 30 megabytes.
 */
public final class SceneGenerator {
    /** Rows painted at a time: few enough to stay in the processor's cache, enough to make the margin cheap. */
    static final int BAND = 96;

    /** Draws the scene of this spec and seed. */
    public Scene generate(SceneSpec spec, long seed) {
        return lay(spec, seed).paint(BAND);
    }

    /** Lays a scene out as a camera sees it from about two metres. */
    Draft lay(SceneSpec spec, long seed) {
        return lay(spec, seed, new Dice(seed).fork(99).between(0.72, 1.1));
    }

    /** @param scale pixels per unit of the textures, see {@link Look} */
    Draft lay(SceneSpec spec, long seed, double scale) {
        Dice dice = new Dice(seed).fork(spec.kind().ordinal());
        int width = spec.width();
        int height = spec.height();
        Look look = Look.draw(spec.kind(), scale, dice.fork(1));
        List<Stroke> pieces = new ArrayList<>();
        Fractures fractures = new Fractures(width, height, look.scale(), dice.fork(2));
        for (CrackStyle style : spec.cracks()) {
            pieces.addAll(fractures.lay(style, spec.kind()));
        }
        Props props = new Props(width, height, look, dice.fork(3));
        for (ConfuserKind kind : spec.confusers()) {
            props.add(kind);
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(new Substrate(look, dice.fork(4)));
        layers.add(new Finish(look, dice.fork(5)));
        layers.add(new Pores(look, dice.fork(6)));
        layers.addAll(props.inSurface());
        if (!pieces.isEmpty()) {
            layers.add(new Cracks(look, pieces, dice.fork(7)));
        }
        layers.addAll(props.onSurface());
        return new Draft(
                spec.kind(),
                width,
                height,
                pieces.stream().map(CrackTruth::of).toList(),
                List.copyOf(props.truths()),
                layers,
                new Camera(look, width, height, dice.fork(8)));
    }
}
