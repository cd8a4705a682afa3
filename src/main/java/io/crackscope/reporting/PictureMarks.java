package io.crackscope.reporting;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.ScaleBar;
import io.crackscope.domain.TileScore;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Draws what helps to read a picture into it: numbers of the evidence, frames of close-ups, a scale bar. */
final class PictureMarks implements AutoCloseable {
    private static final Color CRACK = Color.decode(Ink.BAD.light());

    private final Lettering lettering = Lettering.bold();

    /** Draws on {@code image}, whose shorter side sets how large the marks are. */
    @FunctionalInterface
    private interface Drawing {
        void on(Graphics2D graphics, double unit);
    }

    private static void draw(BufferedImage image, Drawing drawing) {
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            drawing.on(graphics, Math.max(image.getWidth(), image.getHeight()) / 100.0);
        } finally {
            graphics.dispose();
        }
    }

    /** Numbers the first {@code most} pieces of evidence in a picture of the whole photo. */
    void numbers(BufferedImage image, List<Evidence> evidence, int most, int photoWidth) {
        double scale = image.getWidth() / (double) photoWidth;
        draw(image, (graphics, unit) -> {
            for (int i = Math.min(most, evidence.size()) - 1; i >= 0; i--) {
                // on its strongest tile: the corner of a large piece says little
                TileScore tile = evidence.get(i).tiles().getFirst();
                double middleX = (tile.x() + tile.width() / 2.0) * scale;
                double middleY = (tile.y() + tile.height() / 2.0) * scale;
                badge(graphics, image, unit, String.valueOf(i + 1), middleX, middleY);
            }
        });
    }

    /** Frames the close-ups in a picture of the whole photo. */
    void frames(BufferedImage image, List<CloseUp> closeUps, PhotoFacts facts) {
        double scale = image.getWidth() / (double) facts.width();
        draw(image, (graphics, unit) -> {
            for (CloseUp closeUp : closeUps) {
                Shape frame = new Rectangle2D.Double(
                        closeUp.x() * scale, closeUp.y() * scale, closeUp.width() * scale, closeUp.height() * scale);
                graphics.setColor(Color.WHITE);
                graphics.setStroke(new BasicStroke((float) (0.75 * unit)));
                graphics.draw(frame);
                graphics.setColor(CRACK);
                graphics.setStroke(new BasicStroke((float) (0.35 * unit)));
                graphics.draw(frame);
            }
            for (CloseUp closeUp : closeUps.reversed()) {
                badge(
                        graphics,
                        image,
                        unit,
                        String.valueOf(closeUp.number()),
                        closeUp.x() * scale,
                        closeUp.y() * scale);
            }
        });
    }

    private void badge(Graphics2D graphics, BufferedImage image, double unit, String text, double x, double y) {
        double size = 3.6 * unit;
        double height = 5 * unit;
        double width = Math.max(height, lettering.width(text, size) + 2 * unit);
        double left = Math.clamp(x, 0, Math.max(0, image.getWidth() - width));
        double top = Math.clamp(y, 0, Math.max(0, image.getHeight() - height));
        graphics.setColor(Color.WHITE);
        graphics.fill(new RoundRectangle2D.Double(left, top, width, height, unit, unit));
        graphics.setColor(CRACK);
        double edge = 0.35 * unit;
        graphics.fill(
                new RoundRectangle2D.Double(left + edge, top + edge, width - 2 * edge, height - 2 * edge, unit, unit));
        graphics.setColor(Color.WHITE);
        write(graphics, text, size, left + (width - lettering.width(text, size)) / 2, top + height - 1.25 * unit);
    }

    /** Draws the bar at the lower right, its length as {@code language} writes it. */
    void scaleBar(BufferedImage image, ScaleBar bar, Locale language) {
        draw(image, (graphics, unit) -> {
            double length = bar.share() * image.getWidth();
            double size = 3.6 * unit;
            String label = bar.label(language);
            double text = lettering.width(label, size);
            double width = Math.max(length, text) + 4 * unit;
            double height = 8 * unit;
            double left = image.getWidth() - width - 1.5 * unit;
            double top = image.getHeight() - height - 1.5 * unit;
            graphics.setColor(new Color(255, 255, 255, 225));
            graphics.fill(new RoundRectangle2D.Double(left, top, width, height, unit, unit));
            graphics.setColor(Color.BLACK);
            double start = left + (width - length) / 2;
            graphics.fill(new Rectangle2D.Double(start, top + height - 2.2 * unit, length, 0.9 * unit));
            write(graphics, label, size, left + (width - text) / 2, top + 4.4 * unit);
        });
    }

    private void write(Graphics2D graphics, String text, double size, double x, double baseline) {
        graphics.fill(AffineTransform.getTranslateInstance(x, baseline)
                .createTransformedShape(lettering.outline(text, size)));
    }

    @Override
    public void close() {
        lettering.close();
    }
}
