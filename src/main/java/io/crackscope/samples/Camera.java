package io.crackscope.samples;

/**
 * Turns a painted band into pixels: slanting light on the relief, shadow, uneven illumination and vignette, a slightly
 * soft lens, sensor noise smeared by the camera's own denoising.
 */
final class Camera {
    /** Pixels that a band must be larger on each side than what is developed from it. */
    static final int MARGIN = 3;

    private final Look look;
    private final int pictureWidth;
    private final int pictureHeight;
    private final float softness;
    private final float noise;
    private final float vignette;
    private final float slopeX;
    private final float slopeY;
    private final float shadowDepth;
    private final int noiseSeed;

    Camera(Look look, int pictureWidth, int pictureHeight, Dice dice) {
        this.look = look;
        this.pictureWidth = pictureWidth;
        this.pictureHeight = pictureHeight;
        softness = dice.betweenF(0.08, 0.18);
        noise = dice.betweenF(1.6, 3.2);
        vignette = dice.betweenF(0.03, 0.11);
        slopeX = dice.betweenF(-0.06, 0.06);
        slopeY = dice.betweenF(-0.06, 0.06);
        shadowDepth = dice.betweenF(0.42, 0.56);
        noiseSeed = dice.noiseSeed();
    }

    /** Writes the inner rows of {@code band} to {@code rgb}, the pixels of the whole picture. */
    void develop(Band band, byte[] rgb) {
        int w = band.width;
        int h = band.height;
        light(band);
        for (float[] channel : new float[][] {band.red, band.green, band.blue}) {
            soften(channel, w, h, 1, softness);
        }
        grain(band);
        for (float[] channel : new float[][] {band.red, band.green, band.blue}) {
            soften(channel, w, h, 2, 0.13f);
        }
        for (int y = band.top + MARGIN; y < band.bottom() - MARGIN; y++) {
            int from = band.index(0, y);
            int to = 3 * y * pictureWidth;
            for (int x = 0; x < pictureWidth; x++) {
                rgb[to++] = level(band.red[from + x]);
                rgb[to++] = level(band.green[from + x]);
                rgb[to++] = level(band.blue[from + x]);
            }
        }
    }

    private static byte level(float v) {
        return (byte) Math.max(0, Math.min(255, (int) (v + 0.5f)));
    }

    private void light(Band band) {
        int w = band.width;
        float kx = look.raking() * look.lightX() * 0.5f;
        float ky = look.raking() * look.lightY() * 0.5f;
        float[] relief = band.relief;
        for (int row = 1; row < band.height - 1; row++) {
            float v = (band.top + row + 0.5f) / pictureHeight - 0.5f;
            int at = row * w;
            for (int i = 1; i < w - 1; i++) {
                int k = at + i;
                float u = (band.left + i + 0.5f) / pictureWidth - 0.5f;
                float slope = -kx * (relief[k + 1] - relief[k - 1]) - ky * (relief[k + w] - relief[k - w]);
                // in shade the light comes from the whole sky, so relief hardly shows
                float dim = band.shadow[k];
                slope *= 1 - 0.75f * dim;
                // a slope turned away darkens at most to the skylight; a lit one saturates
                float shade = slope < 0 ? 1 + slope / (1 - 1.6f * slope) : 1 + slope / (1 + 1.3f * slope);
                float even = 1 + slopeX * u + slopeY * v - vignette * 2 * (u * u + v * v);
                float lit = shade * even * (1 - shadowDepth * dim);
                band.red[k] *= lit * (1 - 0.06f * dim);
                band.green[k] *= lit;
                band.blue[k] *= lit * (1 + 0.08f * dim);
            }
        }
    }

    private void grain(Band band) {
        for (int row = 0; row < band.height; row++) {
            int y = band.top + row;
            for (int i = 0; i < band.width; i++) {
                int k = row * band.width + i;
                int hash = Noise.hash(band.left + i, y, noiseSeed);
                float common = ((hash & 0xFF) + ((hash >>> 8) & 0xFF) - 255) / 104f * noise;
                float tint = (((hash >>> 16) & 0xFF) - 127.5f) / 74f * noise * 0.35f;
                band.red[k] += common + tint;
                band.green[k] += common;
                band.blue[k] += common - tint;
            }
        }
    }

    /** Blurs by [a, 1-2a, a] both ways, leaving {@code edge} pixels around the band as they are. */
    private static void soften(float[] channel, int w, int h, int edge, float a) {
        float centre = 1 - 2 * a;
        for (int row = edge; row < h - edge; row++) {
            int at = row * w;
            float before = channel[at + edge - 1];
            for (int i = edge; i < w - edge; i++) {
                float here = channel[at + i];
                channel[at + i] = a * (before + channel[at + i + 1]) + centre * here;
                before = here;
            }
        }
        float[] above = java.util.Arrays.copyOfRange(channel, (edge - 1) * w, edge * w);
        for (int row = edge; row < h - edge; row++) {
            int at = row * w;
            for (int i = edge; i < w - edge; i++) {
                float here = channel[at + i];
                channel[at + i] = a * (above[i] + channel[at + w + i]) + centre * here;
                above[i] = here;
            }
        }
    }
}
