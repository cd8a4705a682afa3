package io.crackscope.samples;

/**
 * How the surface was finished: arcs of the trowel on decks, lines of the broom on pavements, faint lift marks on walls.
 * The tool swings, so its lines are bent; they show in patches.
 */
final class Finish implements Layer {
    private final float cos;
    private final float sin;
    private final float bend;
    private final float longCell;
    private final float shortCell;
    private final float height;
    private final float tone;
    private final float everywhere;
    private final float patch;
    private final int lines;
    private final int fineLines;
    private final int patches;

    Finish(Look look, Dice dice) {
        float s = look.scale();
        double angle;
        switch (look.kind()) {
            case PAVEMENT -> {
                boolean broomed = dice.chance(0.45);
                angle = dice.between(-8, 8) + (dice.chance(0.5) ? 90 : 0);
                longCell = 170 * s;
                shortCell = dice.betweenF(4.5, 7.5) * s;
                height = broomed ? dice.betweenF(0.5, 0.9) * s : 0;
                tone = broomed ? 0.015f : 0;
                everywhere = broomed ? 0.55f : 0;
                bend = dice.betweenF(-2e-5, 2e-5) / s;
            }
            case DECK -> {
                angle = dice.between(0, 180);
                longCell = 260 * s;
                shortCell = dice.betweenF(7, 14) * s;
                height = dice.betweenF(0.15, 0.4) * s;
                tone = dice.betweenF(0.012, 0.028);
                everywhere = 0;
                bend = dice.betweenF(2e-4, 5e-4) / s * dice.sign();
            }
            default -> {
                angle = dice.between(-3, 3) + 90;
                longCell = 420 * s;
                shortCell = dice.betweenF(10, 26) * s;
                height = 0;
                tone = dice.betweenF(0.006, 0.014);
                everywhere = 0.2f;
                bend = 0;
            }
        }
        cos = (float) StrictMath.cos(StrictMath.toRadians(angle));
        sin = (float) StrictMath.sin(StrictMath.toRadians(angle));
        patch = 330 * s;
        lines = dice.noiseSeed();
        fineLines = dice.noiseSeed();
        patches = dice.noiseSeed();
    }

    @Override
    public void paint(Band band) {
        if (tone == 0) {
            return;
        }
        for (int row = 0; row < band.height; row++) {
            float y = band.top + row + 0.5f;
            int at = row * band.width;
            for (int i = 0; i < band.width; i++) {
                float x = band.left + i + 0.5f;
                float here = Noise.step(0.1f, 0.7f, Noise.at(x / patch, y / patch, patches));
                float amount = everywhere + (1 - everywhere) * here;
                if (amount < 0.02f) {
                    continue;
                }
                float u = cos * x + sin * y;
                float v = cos * y - sin * x + bend * u * u;
                float line = Noise.at(u / longCell, v / shortCell, lines)
                        + 0.6f * Noise.at(2.3f * u / longCell, 2.1f * v / shortCell, fineLines);
                band.relief[at + i] += height * amount * line;
                band.scale(at + i, 1 + tone * amount * line);
            }
        }
    }
}
