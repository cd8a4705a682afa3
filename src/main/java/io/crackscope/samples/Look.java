package io.crackscope.samples;

/**
 * What one camera sees of one surface on one day: drawn once for a scene and shared by all that is in it.
 *
 * @param kind what the concrete belongs to
 * @param scale pixels per unit of the textures: 1 where a tie hole is about 110 pixels across
 * @param red reflectance times 255 of the clean surface
 * @param green reflectance times 255 of the clean surface
 * @param blue reflectance times 255 of the clean surface
 * @param lightX unit vector in the picture towards the light
 * @param lightY unit vector in the picture towards the light
 * @param raking how strongly slopes are shaded: high for a low sun
 */
record Look(SceneKind kind, float scale, float red, float green, float blue, float lightX, float lightY, float raking) {
    private static final float[][] WALLS = {{171, 180, 187}, {158, 168, 174}, {163, 162, 159}, {178, 175, 169}};
    private static final float[][] DECKS = {{180, 180, 179}, {163, 163, 161}, {172, 174, 177}, {168, 165, 158}};
    private static final float[][] PAVEMENTS = {{182, 167, 146}, {167, 160, 149}, {166, 166, 165}, {154, 157, 160}};

    static Look draw(SceneKind kind, double scale, Dice dice) {
        float[][] palette = switch (kind) {
            case WALL -> WALLS;
            case DECK -> DECKS;
            case PAVEMENT -> PAVEMENTS;
        };
        float[] base = palette[dice.below(palette.length)];
        float bright = dice.betweenF(0.94, 1.06);
        double angle = switch (kind) {
            case WALL -> StrictMath.toRadians(dice.between(-130, -50));
            case DECK, PAVEMENT -> StrictMath.toRadians(dice.between(0, 360));
        };
        float raking = switch (kind) {
            case WALL -> dice.betweenF(0.5, 0.85);
            case DECK -> dice.betweenF(0.8, 1.25);
            case PAVEMENT -> dice.betweenF(0.9, 1.5);
        };
        return new Look(
                kind,
                (float) scale,
                base[0] * bright,
                base[1] * bright,
                base[2] * bright,
                (float) StrictMath.cos(angle),
                (float) StrictMath.sin(angle),
                raking);
    }

    /** How much a direction faces the light, -1 to 1. */
    float facing(float x, float y) {
        return x * lightX + y * lightY;
    }
}
