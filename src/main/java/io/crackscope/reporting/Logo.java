package io.crackscope.reporting;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A company's logo: PNG, JPEG and what else ImageIO reads, on white and not larger than print needs. */
final class Logo {
    private static final int MOST = 1000;

    private Logo() {}

    /** The picture in {@code file}; empty where there is none any more, so that a moved logo stops no report. */
    static Optional<BufferedImage> read(Path file) {
        try {
            return Optional.ofNullable(ImageIO.read(file.toFile())).map(Logo::onWhite);
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers throw anything on damaged files
            return Optional.empty();
        }
    }

    private static BufferedImage onWhite(BufferedImage image) {
        double scale = Math.min(1, MOST / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) (scale * image.getWidth()));
        int height = Math.max(1, (int) (scale * image.getHeight()));
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return plain;
    }
}
