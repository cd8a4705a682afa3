package io.crackscope.samples;

import io.crackscope.imaging.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws photos of concrete with known cracks and known confusers. The same spec and seed give the same pixels on every
 * platform and Java version: only float and double arithmetic, {@code Math.sqrt} and {@link StrictMath} are used, and no
 * graphics library. Stateless, safe from any thread; a 2400 x 1800 scene takes about a second of one core and, beside
 * the picture, a few megabytes.
 */
public final class SceneGenerator {
    private static final int BAND = 96;

    private final int bandHeight;

    public SceneGenerator() {
        this(BAND);
    }

    /** For tests: the pixels do not depend on how high the bands are that a scene is drawn in. */
    SceneGenerator(int bandHeight) {
        this.bandHeight = bandHeight;
    }

    /** Draws the scene of this spec and seed, as a camera sees it from about two metres. */
    public Scene generate(SceneSpec spec, long seed) {
        Dice dice = new Dice(seed).fork(spec.kind().ordinal());
        return generate(spec, seed, dice.fork(99).between(0.72, 1.1));
    }

    /** @param scale pixels per unit of the textures, see {@link Look} */
    Scene generate(SceneSpec spec, long seed, double scale) {
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
        Picture picture = shoot(layers, new Camera(look, width, height, dice.fork(8)), width, height);
        return new Scene(
                spec.kind(), picture, pieces.stream().map(CrackTruth::of).toList(), props.truths());
    }

    private Picture shoot(List<Layer> layers, Camera camera, int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y += bandHeight) {
            int rows = Math.min(bandHeight, height - y);
            Band band = new Band(-Camera.MARGIN, y - Camera.MARGIN, width + 2 * Camera.MARGIN, rows + 2 * Camera.MARGIN);
            for (Layer layer : layers) {
                layer.paint(band);
            }
            camera.develop(band, rgb);
        }
        return new Picture(width, height, rgb);
    }
}
