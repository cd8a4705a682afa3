package io.crackscope.inspection;

import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.TileScore;
import io.crackscope.imaging.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws a crack map over its photo: probability as heat in {@link ColourMap#inferno}, nothing below a lower limit so
 * that a clean photo looks clean, and an outline around each piece of evidence. Any thread.
 */
public final class CrackOverlay {
    /** Share in [0,1] of the heat's colour where it covers the photo. */
    public static final double OPACITY = 0.45;

    /** Vermilion of the Okabe-Ito colours: what a crack is marked with everywhere in the program. */
    private static final Color OUTLINE = new Color(0xd55e00);

    private CrackOverlay() {}

    /**
     * The heat alone, at any size: transparent where the probability is below {@code from}, else the colour of the
     * probability at opacity {@link #OPACITY}. Between the middles of neighbouring tiles the probability runs linearly.
     *
     * @param from lowest probability that is drawn, in [0,1]
     * @param width of the result in pixels, which stands for the whole width of the photo
     * @param height of the result in pixels
     * @return an image of type {@link BufferedImage#TYPE_INT_ARGB}
     */
    public static BufferedImage heat(CrackMap map, double from, int width, int height) {
        Axis across = Axis.across(map, width);
        Axis down = Axis.down(map, height);
        BufferedImage heat = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int alpha = (int) Math.round(255 * OPACITY) << 24;
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double above = across.between(x, map, down.lower[y]);
                double below = across.between(x, map, down.upper[y]);
                double probability = above + down.share[y] * (below - above);
                row[x] = probability < from ? 0 : alpha | ColourMap.inferno(probability);
            }
            heat.setRGB(0, y, width, 1, row, 0, width);
        }
        return heat;
    }

    /**
     * The photo with heat and outlines.
     *
     * @param photo the oriented photo at any size; the map is scaled to it
     * @param from lowest probability that is drawn as heat, in [0,1]
     * @param longSide most pixels of the result's longer side, at least 1; a larger photo is scaled down
     * @return an image of type {@link BufferedImage#TYPE_INT_RGB}
     */
    public static BufferedImage draw(Picture photo, CrackMap map, List<Evidence> evidence, double from, int longSide) {
        double scale = Math.min(1, longSide / (double) Math.max(photo.width(), photo.height()));
        int width = Math.max(1, (int) Math.round(photo.width() * scale));
        int height = Math.max(1, (int) Math.round(photo.height() * scale));
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.drawImage(image(photo), 0, 0, width, height, null);
            graphics.drawImage(heat(map, from, width, height), 0, 0, null);
            AffineTransform toResult = AffineTransform.getScaleInstance(
                    width / (double) map.photoWidth(), height / (double) map.photoHeight());
            float line = Math.max(2, Math.max(width, height) / 600f);
            for (Evidence piece : evidence) {
                Area outline = outline(piece).createTransformedArea(toResult);
                graphics.setColor(Color.WHITE);
                graphics.setStroke(new BasicStroke(2 * line, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                graphics.draw(outline);
                graphics.setColor(OUTLINE);
                graphics.setStroke(new BasicStroke(line, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                graphics.draw(outline);
            }
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private static Area outline(Evidence evidence) {
        Area area = new Area();
        for (TileScore tile : evidence.tiles()) {
            area.add(new Area(new Rectangle(tile.x(), tile.y(), tile.width(), tile.height())));
        }
        return area;
    }

    private static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        byte[] rgb = picture.rgb();
        int[] row = new int[picture.width()];
        for (int y = 0, i = 0; y < picture.height(); y++) {
            for (int x = 0; x < row.length; x++, i += 3) {
                row[x] = (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | rgb[i + 2] & 0xff;
            }
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return image;
    }

    /** For every pixel of one direction: the tiles whose middles lie on both sides of it, and how far it is between. */
    private static final class Axis {
        private final int[] lower;
        private final int[] upper;
        private final double[] share;

        private Axis(double[] middles, int pixels, double photoPixelsEach) {
            lower = new int[pixels];
            upper = new int[pixels];
            share = new double[pixels];
            int tile = 0;
            for (int i = 0; i < pixels; i++) {
                double position = (i + 0.5) * photoPixelsEach;
                while (tile + 1 < middles.length && middles[tile + 1] <= position) {
                    tile++;
                }
                lower[i] = tile;
                boolean between = position > middles[tile] && tile + 1 < middles.length;
                upper[i] = between ? tile + 1 : tile;
                share[i] = between ? (position - middles[tile]) / (middles[tile + 1] - middles[tile]) : 0;
            }
        }

        static Axis across(CrackMap map, int pixels) {
            double[] middles = new double[map.columns()];
            for (int i = 0; i < middles.length; i++) {
                middles[i] = map.tile(i, 0).x() + map.tile(i, 0).width() / 2.0;
            }
            return new Axis(middles, pixels, map.photoWidth() / (double) pixels);
        }

        static Axis down(CrackMap map, int pixels) {
            double[] middles = new double[map.rows()];
            for (int i = 0; i < middles.length; i++) {
                middles[i] = map.tile(0, i).y() + map.tile(0, i).height() / 2.0;
            }
            return new Axis(middles, pixels, map.photoHeight() / (double) pixels);
        }

        double between(int pixel, CrackMap map, int row) {
            double left = map.tile(lower[pixel], row).probability();
            double right = map.tile(upper[pixel], row).probability();
            return left + share[pixel] * (right - left);
        }
    }
}
