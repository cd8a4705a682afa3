package io.crackscope.reporting;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A chart as a file of its own, on white: SVG for documents, PNG for everything else. */
public final class ChartFile {
    private static final double SCALE = 3;
    private static final double MARGIN = 10;

    private ChartFile() {}

    /** The chart as SVG, UTF-8. */
    public static byte[] svg(Chart chart) {
        String svg = SvgChart.of(chart, 1.4)
                .replaceFirst(
                        "<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"Inter, Arial, sans-serif\" ");
        for (Ink ink : Ink.values()) {
            svg = svg.replace("var(" + ink.variable() + ")", ink.light());
        }
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The chart as PNG, three pixels a point. */
    public static byte[] png(Chart chart) {
        int width = (int) Math.ceil((chart.width() + 2 * MARGIN) * SCALE);
        int height = (int) Math.ceil((chart.height() + 2 * MARGIN) * SCALE);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try (Lettering regular = Lettering.regular();
                Lettering bold = Lettering.bold()) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(SCALE, SCALE);
            graphics.translate(MARGIN, MARGIN);
            for (Chart.Mark mark : chart.marks()) {
                draw(graphics, mark, regular, bold);
            }
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void draw(Graphics2D graphics, Chart.Mark mark, Lettering regular, Lettering bold) {
        switch (mark) {
            case Chart.Path path -> path(graphics, path);
            case Chart.Box box -> {
                Color colour = Color.decode(box.ink().light());
                int alpha = (int) Math.round(255 * box.opacity());
                graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha));
                graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
            }
            case Chart.Dot dot -> {
                graphics.setColor(Color.decode(dot.ink().light()));
                double r = dot.radius();
                graphics.fill(new Ellipse2D.Double(dot.x() - r, dot.y() - r, 2 * r, 2 * r));
            }
            case Chart.Words words -> words(graphics, words, words.bold() ? bold : regular);
        }
    }

    private static void path(Graphics2D graphics, Chart.Path path) {
        if (path.x().length < 2) {
            return;
        }
        Path2D line = new Path2D.Double();
        line.moveTo(path.x()[0], path.y()[0]);
        for (int i = 1; i < path.x().length; i++) {
            line.lineTo(path.x()[i], path.y()[i]);
        }
        graphics.setColor(Color.decode(path.ink().light()));
        graphics.setStroke(new BasicStroke(
                (float) path.width(),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                path.dashed() ? new float[] {4, 3} : null,
                0));
        graphics.draw(line);
    }

    private static void words(Graphics2D graphics, Chart.Words words, Lettering lettering) {
        double length = lettering.width(words.text(), words.size());
        double back = switch (words.anchor()) {
            case START -> 0;
            case MIDDLE -> length / 2;
            case END -> length;
        };
        AffineTransform place = AffineTransform.getTranslateInstance(words.x(), words.y());
        if (words.upwards()) {
            place.rotate(-Math.PI / 2);
        }
        place.translate(-back, 0);
        graphics.setColor(Color.decode(words.ink().light()));
        graphics.fill(place.createTransformedShape(lettering.outline(words.text(), words.size())));
    }
}
