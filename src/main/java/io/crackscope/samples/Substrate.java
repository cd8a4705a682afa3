package io.crackscope.samples;

import java.util.Arrays;

/** The bare concrete: cement mottling from metres to millimetres, blotches, sand grain and the finish of the surface. */
final class Substrate implements Layer {
    private final Look look;
    private final Noise.Octave[] clouds;
    private final Noise.Octave[] blotches;
    private final Noise.Octave[] grain;
    private final float[] grainHeight;
    private final Noise.Octave wear;
    private final Noise.Octave speckle;
    private final Noise.Octave fine;
    private final Noise.Octave warmth;
    private final float cloudiness;
    private final float blotchiness;
    private final float blotchEdge;
    private final float speckling;
    private final float hollowTone;

    Substrate(Look look, Dice dice) {
        this.look = look;
        float s = look.scale();
        SceneKind kind = look.kind();
        clouds = octaves(dice, s, 900, 380, 160, 70, 30);
        blotches = octaves(dice, s, 420, 170, 75, 33, 15);
        double lean = kind == SceneKind.DECK ? dice.between(-0.8, 0.8) : 0;
        double stretch = kind == SceneKind.DECK ? dice.between(1.15, 1.7) : 1;
        grain = new Noise.Octave[] {
            new Noise.Octave(dice.noiseSeed(), 1.9 * s, 1.9 * s * stretch, lean),
            new Noise.Octave(dice.noiseSeed(), 3.6 * s, 3.6 * s * stretch, lean),
            new Noise.Octave(dice.noiseSeed(), 8 * s, 8 * s * stretch, lean),
            new Noise.Octave(dice.noiseSeed(), 26 * s, 26 * s, 0)
        };
        float rough = switch (kind) {
            case WALL -> dice.betweenF(0.05, 0.10);
            case DECK -> dice.betweenF(0.09, 0.15);
            case PAVEMENT -> dice.betweenF(0.12, 0.21);
        };
        grainHeight = switch (kind) {
            case WALL -> new float[] {rough * 0.8f, rough, rough * 1.1f, rough * 2.2f};
            case DECK -> new float[] {rough * 0.8f, rough * 1.2f, rough * 1.7f, rough * 2f};
            case PAVEMENT -> new float[] {rough, rough * 1.9f, rough * 1.2f, rough};
        };
        for (int i = 0; i < grainHeight.length; i++) {
            grainHeight[i] *= s;
        }
        wear = new Noise.Octave(dice.noiseSeed(), 240 * s);
        speckle = new Noise.Octave(dice.noiseSeed(), 4.5 * s);
        fine = new Noise.Octave(dice.noiseSeed(), 1.7);
        warmth = new Noise.Octave(dice.noiseSeed(), 520 * s);
        cloudiness = kind == SceneKind.DECK ? dice.betweenF(0.012, 0.022) : dice.betweenF(0.014, 0.026);
        blotchiness = kind == SceneKind.WALL ? dice.betweenF(0.05, 0.12) : dice.betweenF(0.02, 0.06);
        blotchEdge = dice.betweenF(0.9, 1.8);
        hollowTone = (kind == SceneKind.WALL ? dice.betweenF(0.10, 0.26) : dice.betweenF(0.05, 0.14)) / s;
        speckling = kind == SceneKind.PAVEMENT ? dice.betweenF(0.03, 0.05) : dice.betweenF(0.014, 0.024);
    }

    private static Noise.Octave[] octaves(Dice dice, float scale, double... cells) {
        return Arrays.stream(cells)
                .mapToObj(cell -> new Noise.Octave(dice.noiseSeed(), cell * scale))
                .toArray(Noise.Octave[]::new);
    }

    @Override
    public void paint(Band band) {
        int w = band.width;
        float[] tone = new float[w];
        float[] blotch = new float[w];
        float[] warm = new float[w];
        float[] worn = new float[w];
        for (int row = 0; row < band.height; row++) {
            int y = band.top + row;
            int at = row * w;
            Arrays.fill(tone, 1);
            Arrays.fill(blotch, 0);
            Arrays.fill(warm, 0);
            Arrays.fill(worn, 1);
            float amplitude = cloudiness;
            for (Noise.Octave octave : clouds) {
                octave.addRow(tone, 0, w, band.left, y, amplitude);
                amplitude *= 0.86f;
            }
            speckle.addRow(tone, 0, w, band.left, y, speckling);
            fine.addRow(tone, 0, w, band.left, y, speckling * 0.9f);
            amplitude = 0.75f;
            for (Noise.Octave octave : blotches) {
                octave.addRow(blotch, 0, w, band.left, y, amplitude);
                amplitude *= 0.7f;
            }
            wear.addRow(worn, 0, w, band.left, y, 0.28f);
            warmth.addRow(warm, 0, w, band.left, y, 0.008f);
            for (int i = 0; i < grain.length; i++) {
                grain[i].addRow(band.relief, at, w, band.left, y, grainHeight[i]);
            }
            for (int i = 0; i < w; i++) {
                float dark = Noise.step(0.3f, 0.3f + blotchEdge, blotch[i]);
                float light = Noise.step(0.5f, 0.5f + 1.4f * blotchEdge, -blotch[i]);
                // the tops are ground flat, the hollows stay and hold dirt
                float height = band.relief[at + i];
                height = (height > 0 ? 0.4f * height : 1.15f * height) * Math.max(0.25f, worn[i]);
                band.relief[at + i] = height;
                float t = tone[i]
                        + hollowTone * Math.max(-0.55f * look.scale(), Math.min(0, height))
                        - blotchiness * dark
                        + 0.5f * blotchiness * light;
                float hue = warm[i] + 0.012f * dark;
                band.red[at + i] = look.red() * t * (1 + hue);
                band.green[at + i] = look.green() * t * (1 + 0.35f * hue);
                band.blue[at + i] = look.blue() * t * (1 - hue);
            }
        }
    }
}
