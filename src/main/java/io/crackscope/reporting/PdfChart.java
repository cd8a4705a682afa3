package io.crackscope.reporting;

import io.crackscope.reporting.Chart.Anchor;
import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws charts on PDF pages as vectors. */
final class PdfChart {
    private final PdfPages pages;
    private final double left;
    private final double top;

    private PdfChart(PdfPages pages, double left, double top) {
        this.pages = pages;
        this.left = left;
        this.top = top;
    }

    /** Draws {@code chart} with its upper left corner there, at one point a unit. */
    static void draw(PdfPages pages, Chart chart, double left, double top) throws IOException {
        PdfChart drawing = new PdfChart(pages, left, top);
        if (chart.description().isEmpty()) {
            pages.decoration(() -> drawing.draw(chart));
        } else {
            pages.figure(chart.description(), () -> drawing.draw(chart));
        }
    }

    private void draw(Chart chart) throws IOException {
        for (Chart.Mark mark : chart.marks()) {
            switch (mark) {
                case Chart.Path path -> path(path);
                case Chart.Box box ->
                    pages.box(
                            left + box.x(),
                            top + box.y(),
                            box.width(),
                            box.height(),
                            Color.decode(box.ink().light()),
                            box.opacity());
                case Chart.Dot dot -> dot(dot);
                case Chart.Words words -> words(words);
            }
        }
    }

    private float x(double x) {
        return (float) (left + x);
    }

    private float y(double y) {
        return (float) (pages.height() - top - y);
    }

    private void path(Chart.Path path) throws IOException {
        if (path.x().length < 2) {
            return;
        }
        PDPageContentStream content = pages.content();
        content.saveGraphicsState();
        content.setStrokingColor(Color.decode(path.ink().light()));
        content.setLineWidth((float) path.width());
        content.setLineJoinStyle(1);
        if (path.dashed()) {
            content.setLineDashPattern(new float[] {4, 3}, 0);
        }
        content.moveTo(x(path.x()[0]), y(path.y()[0]));
        for (int i = 1; i < path.x().length; i++) {
            content.lineTo(x(path.x()[i]), y(path.y()[i]));
        }
        content.stroke();
        content.restoreGraphicsState();
    }

    private void dot(Chart.Dot dot) throws IOException {
        PDPageContentStream content = pages.content();
        float centreX = x(dot.x());
        float centreY = y(dot.y());
        content.setNonStrokingColor(Color.decode(dot.ink().light()));
        PdfMark.circle(content, centreX, centreY, (float) dot.radius());
        content.fill();
    }

    private void words(Chart.Words words) throws IOException {
        double length = pages.width(words.text(), words.size(), words.bold());
        double back = words.anchor() == Anchor.START ? 0 : words.anchor() == Anchor.END ? length : length / 2;
        if (words.upwards()) {
            pages.textUpwards(
                    words.text(), left + words.x(), top + words.y() + back, words.size(), words.bold(), words.ink());
        } else {
            pages.text(words.text(), left + words.x() - back, top + words.y(), words.size(), words.bold(), words.ink());
        }
    }
}
