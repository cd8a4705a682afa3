package io.crackscope.ui.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.TileScore;
import io.crackscope.inspection.ColourMap;

/**
 * A crack map as a small picture to lay over the photo: clear where the probability is below the lower threshold, so
 * that a clean photo looks clean, and coloured by {@link ColourMap#inferno} above.
 *
 * @param width in pixels; the whole width of the photo
 * @param height in pixels; the whole height of the photo
 * @param argb row-major, not premultiplied
 */
record HeatRaster(int width, int height, int[] argb) {
    /** The darkest colour used: anything darker reads as a shadow on concrete. */
    private static final double DARKEST = 0.3;
    /** Share of the range above the threshold in which the overlay fades in. */
    private static final double FADE = 0.12;

    /** The colour, 0xRRGGBB, of a probability at or above {@code lowerThreshold}. */
    static int rgb(double probability, double lowerThreshold) {
        double share = lowerThreshold >= 1 ? 1 : (probability - lowerThreshold) / (1 - lowerThreshold);
        return ColourMap.inferno(DARKEST + (1 - DARKEST) * share);
    }

    /** Draws {@code map} with its longer side at most {@code longestSide} pixels. */
    static HeatRaster of(CrackMap map, double lowerThreshold, int longestSide) {
        double scale = Math.min(1, (double) longestSide / Math.max(map.photoWidth(), map.photoHeight()));
        int width = Math.max(1, (int) Math.round(map.photoWidth() * scale));
        int height = Math.max(1, (int) Math.round(map.photoHeight() * scale));
        float[] field = probabilities(map, width, height);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            double probability = field[i];
            if (probability >= lowerThreshold && probability > 0) {
                double above = (probability - lowerThreshold) / Math.max(1e-6, FADE * (1 - lowerThreshold));
                int alpha = (int) Math.round(255 * Math.clamp(above, 0, 1));
                argb[i] = alpha << 24 | rgb(probability, lowerThreshold);
            }
        }
        return new HeatRaster(width, height, argb);
    }

    /**
     * The mean of all tiles over each pixel, each weighted by a tent that is 1 at its centre and falls to (almost) 0 at
     * its edges. For tiles that overlap by half this is bilinear interpolation between their centres.
     */
    static float[] probabilities(CrackMap map, int width, int height) {
        double scaleX = (double) width / map.photoWidth();
        double scaleY = (double) height / map.photoHeight();
        float[] sum = new float[width * height];
        float[] weight = new float[width * height];
        for (TileScore tile : map.tiles()) {
            int left = Math.max(0, (int) Math.floor(tile.x() * scaleX));
            int right = Math.min(width, (int) Math.ceil((tile.x() + tile.width()) * scaleX));
            int top = Math.max(0, (int) Math.floor(tile.y() * scaleY));
            int bottom = Math.min(height, (int) Math.ceil((tile.y() + tile.height()) * scaleY));
            for (int y = top; y < bottom; y++) {
                float down = tent((y + 0.5) / scaleY, tile.y(), tile.height());
                for (int x = left; x < right; x++) {
                    float w = down * tent((x + 0.5) / scaleX, tile.x(), tile.width());
                    sum[y * width + x] += w * (float) tile.probability();
                    weight[y * width + x] += w;
                }
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = weight[i] > 0 ? sum[i] / weight[i] : 0;
        }
        return sum;
    }

    private static float tent(double at, int start, int length) {
        double fromCentre = Math.abs(at - (start + length / 2.0)) / (length / 2.0);
        // Never quite 0: at the photo's edge a single tile speaks alone.
        return (float) Math.max(1e-3, 1 - fromCentre);
    }
}
