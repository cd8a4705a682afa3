package io.crackscope.samples;

/**
 * The small things in the surface: sand and aggregate that shows, bug holes of trapped air, and on pavements the craters
 * of pop-outs. Each lattice cell holds at most one, placed by its hash.
 */
final class Pores implements Layer {
    private final Look look;
    private final float speckCell;
    private final float speckChance;
    private final float speckContrast;
    private final int specks;
    private final float holeCell;
    private final float holeChance;
    private final float holeRadius;
    private final int holes;
    private final float pitCell;
    private final float pitChance;
    private final int pits;

    Pores(Look look, Dice dice) {
        this.look = look;
        float s = look.scale();
        speckCell = Math.max(5, 8 * s);
        holeCell = 70 * s;
        pitCell = 190 * s;
        specks = dice.noiseSeed();
        holes = dice.noiseSeed();
        pits = dice.noiseSeed();
        switch (look.kind()) {
            case WALL -> {
                speckChance = dice.betweenF(0.08, 0.25);
                speckContrast = 0.16f;
                holeChance = dice.betweenF(0.05, 0.30);
                holeRadius = dice.betweenF(4, 7) * s;
                pitChance = 0;
            }
            case DECK -> {
                speckChance = dice.betweenF(0.12, 0.3);
                speckContrast = 0.18f;
                holeChance = dice.betweenF(0.02, 0.07);
                holeRadius = dice.betweenF(3, 5) * s;
                pitChance = dice.betweenF(0, 0.05);
            }
            default -> {
                speckChance = dice.betweenF(0.2, 0.5);
                speckContrast = dice.betweenF(0.18, 0.3);
                holeChance = dice.betweenF(0.02, 0.08);
                holeRadius = dice.betweenF(3, 5) * s;
                pitChance = dice.chance(0.5) ? dice.betweenF(0.08, 0.35) : 0.02f;
            }
        }
    }

    /** Paints the one thing of a cell. */
    @FunctionalInterface
    private interface Thing {
        void paint(Band band, float x, float y, int hash);
    }

    @Override
    public void paint(Band band) {
        scatter(band, pitCell, pitChance, 26 * look.scale(), pits, this::pit);
        scatter(band, speckCell, speckChance, 5 * look.scale(), specks, this::speck);
        scatter(band, holeCell, holeChance, 3 * holeRadius, holes, this::hole);
    }

    private static void scatter(Band band, float cell, float chance, float reach, int seed, Thing thing) {
        if (chance <= 0) {
            return;
        }
        int x1 = Noise.floor((band.right() + reach) / cell);
        int y1 = Noise.floor((band.bottom() + reach) / cell);
        for (int cy = Noise.floor((band.top - reach) / cell); cy <= y1; cy++) {
            for (int cx = Noise.floor((band.left - reach) / cell); cx <= x1; cx++) {
                int hash = Noise.hash(cx, cy, seed);
                // they come in swarms
                float swarm = 1 + 0.9f * Noise.at(cx * cell / 400f, cy * cell / 400f, seed + 7);
                if (Noise.unit(hash) < chance * swarm) {
                    float x = (cx + Noise.unit(Noise.hash(cx, cy, seed + 1))) * cell;
                    float y = (cy + Noise.unit(Noise.hash(cx, cy, seed + 2))) * cell;
                    thing.paint(band, x, y, Noise.hash(cx, cy, seed + 3));
                }
            }
        }
    }

    private void speck(Band band, float cx, float cy, int hash) {
        float u = Noise.unit(hash);
        float radius = Math.max(0.6f, (0.8f + 2.6f * u * u * u) * look.scale());
        float stretch = 0.7f + 0.6f * Noise.unit(hash * 31);
        float tone = Noise.signed(hash * 17);
        float factor = 1 + speckContrast * (tone < 0.2f ? tone - 0.3f : 0.6f * tone);
        float warm = 0.03f * Noise.signed(hash * 13);
        int y1 = Math.min(band.bottom(), Noise.floor(cy + radius * 1.3f + 1) + 1);
        int x1 = Math.min(band.right(), Noise.floor(cx + radius * 1.3f + 1) + 1);
        for (int y = Math.max(band.top, Noise.floor(cy - radius * 1.3f - 1)); y < y1; y++) {
            for (int x = Math.max(band.left, Noise.floor(cx - radius * 1.3f - 1)); x < x1; x++) {
                float dx = (x + 0.5f - cx) / stretch;
                float dy = (y + 0.5f - cy) * stretch;
                float cover = Math.min(1, Math.max(0, radius + 0.5f - (float) Math.sqrt(dx * dx + dy * dy)));
                if (cover > 0) {
                    band.tint(band.index(x, y), factor + warm, factor, factor - warm, cover);
                }
            }
        }
    }

    private void hole(Band band, float cx, float cy, int hash) {
        float u = Noise.unit(hash);
        float radius = Math.max(0.8f, 0.9f * look.scale() + holeRadius * u * u * u);
        crater(band, cx, cy, radius, 0.75f + 0.5f * Noise.unit(hash * 31), hash, true);
    }

    private void pit(Band band, float cx, float cy, int hash) {
        float radius = (5 + 13 * Noise.unit(hash) * Noise.unit(hash * 7)) * look.scale();
        crater(band, cx, cy, radius, 0.8f + 0.4f * Noise.unit(hash * 31), hash, false);
    }

    /** An irregular hollow; a deep one is dark inside, with its far wall in the light. */
    private void crater(Band band, float cx, float cy, float radius, float stretch, int hash, boolean deep) {
        float reach = radius * 1.9f + 2;
        if (!band.touches(cx - reach, cy - reach, cx + reach, cy + reach)) {
            return;
        }
        float wobble = 1.2f / Math.max(2, radius);
        int y1 = Math.min(band.bottom(), Noise.floor(cy + reach) + 1);
        int x1 = Math.min(band.right(), Noise.floor(cx + reach) + 1);
        for (int y = Math.max(band.top, Noise.floor(cy - reach)); y < y1; y++) {
            for (int x = Math.max(band.left, Noise.floor(cx - reach)); x < x1; x++) {
                float px = x + 0.5f - cx;
                float py = y + 0.5f - cy;
                float dx = px / stretch;
                float dy = py * stretch;
                float bump = 1 + 0.45f * Noise.at(x * wobble, y * wobble, hash);
                float d = (float) Math.sqrt(dx * dx + dy * dy) * bump;
                int k = band.index(x, y);
                float inside = Noise.step(radius + 0.8f, radius - 0.8f - 0.15f * radius, d);
                if (inside <= 0) {
                    continue;
                }
                if (deep) {
                    // the side nearer to the light lies in its own shade
                    float shade = Noise.step(-0.9f, 0.6f, look.facing(px, py) / radius);
                    float dark = (0.30f + 0.38f * shade) * Math.min(1, 0.55f + radius / 6);
                    band.scale(k, 1 - dark * inside);
                    band.relief[k] -= 0.25f * Math.min(radius, 5) * inside * (1 - shade);
                } else {
                    float rough = Noise.at(x / 3.1f, y / 3.1f, hash + 1);
                    band.relief[k] -= 0.13f * radius * inside + 0.35f * look.scale() * rough * inside;
                    band.scale(k, 1 + (0.03f + 0.07f * rough) * inside);
                }
            }
        }
    }
}
