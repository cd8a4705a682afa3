package io.crackscope.reporting;

import io.crackscope.reporting.Report.Block;
import io.crackscope.text.Messages;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Writes a report as a PDF of A4 pages with embedded type; charts are vectors. */
public final class PdfReport {
    private static final double TEXT = 9;
    private static final double TEXT_LINE = 13;
    private static final double NOTE = 8;
    private static final double NOTE_LINE = 11.5;
    private static final int SHOTS = 5;
    private static final double SHOT_GAP = 10;

    private final PdfPages pages;
    private final Report report;

    private PdfReport(PdfPages pages, Report report) {
        this.pages = pages;
        this.report = report;
    }

    /** The file's bytes. {@code messages} number the pages. */
    public static byte[] of(Report report, Messages messages) {
        try (PdfPages pages = new PdfPages()) {
            new PdfReport(pages, report).write();
            pages.furnish(
                    report.title() + " \u00b7 " + report.subject(),
                    report.origin(),
                    (page, of) -> messages.get("report.page", page, of));
            PDDocumentInformation facts = pages.document().getDocumentInformation();
            facts.setTitle(report.title() + ": " + report.subject());
            facts.setCreator(report.origin());
            pages.document().getDocumentCatalog().setLanguage(report.language());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pages.document().save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF cannot be made", e);
        }
    }

    private void write() throws IOException {
        pages.text(report.title(), PdfPages.LEFT, pages.y() + 16, 22, true, Ink.TEXT);
        pages.down(26);
        paragraph(report.subject(), 11, 15, Ink.TEXT);
        paragraph(report.origin(), NOTE, NOTE_LINE, Ink.MUTED);
        pages.down(4);
        pages.rule(PdfPages.LEFT, PdfPages.RIGHT, pages.y(), Color.decode(Ink.TEXT.light()), 1);
        pages.down(2);
        for (int i = 0; i < report.blocks().size(); i++) {
            block(
                    report.blocks().get(i),
                    i + 1 < report.blocks().size() ? report.blocks().get(i + 1) : null);
        }
    }

    private void block(Block block, @org.jspecify.annotations.Nullable Block next) throws IOException {
        switch (block) {
            case Report.Heading heading -> heading(heading, next);
            case Report.Paragraph paragraph -> {
                if (paragraph.muted()) {
                    paragraph(paragraph.text(), NOTE, NOTE_LINE, Ink.MUTED);
                } else {
                    paragraph(paragraph.text(), TEXT, TEXT_LINE, Ink.TEXT);
                }
                pages.down(3);
            }
            case Report.Notice notice -> notice(notice);
            case Report.Table table -> PdfTable.draw(pages, table);
            case Report.Charts charts -> charts(charts);
            case Report.Gallery gallery -> gallery(gallery);
        }
    }

    /** A heading never stands alone at the foot of a page. */
    private void heading(Report.Heading heading, @org.jspecify.annotations.Nullable Block next) throws IOException {
        boolean section = heading.level() == 1;
        double size = section ? 14 : 10;
        double above = pages.y() <= PdfPages.TOP ? 4 : section ? 24 : 14;
        pages.need(above + size + 8 + least(next));
        pages.down(pages.y() <= PdfPages.TOP ? 4 : above);
        for (String line : pages.lines(heading.text(), PdfPages.RIGHT - PdfPages.LEFT, size, true)) {
            pages.text(line, PdfPages.LEFT, pages.y() + size * 0.8, size, true, Ink.TEXT);
            pages.down(size * 1.25);
        }
        pages.down(section ? 5 : 3);
    }

    private double least(@org.jspecify.annotations.Nullable Block next) {
        return switch (next) {
            case Report.Charts charts -> chartHeight(charts.charts()) + 20;
            case Report.Gallery gallery -> shotHeight();
            case Report.Heading heading -> 60 + 40;
            case null, default -> 60;
        };
    }

    private void paragraph(String text, double size, double line, Ink ink) throws IOException {
        for (String one : pages.lines(text, PdfPages.RIGHT - PdfPages.LEFT, size, false)) {
            pages.need(line);
            pages.text(one, PdfPages.LEFT, pages.y() + size, size, false, ink);
            pages.down(line);
        }
    }

    private void notice(Report.Notice notice) throws IOException {
        double inner = PdfPages.RIGHT - PdfPages.LEFT - 34;
        List<List<String>> items = new ArrayList<>();
        double height = 10 + TEXT_LINE;
        for (String line : notice.lines()) {
            List<String> broken = pages.lines(line, inner, NOTE, false);
            items.add(broken);
            height += broken.size() * NOTE_LINE + 1;
        }
        pages.need(height + 6);
        double top = pages.y();
        Color ground = Color.decode(notice.warning() ? "#fff4e5" : "#f6f8fa");
        Color edge = Color.decode(notice.warning() ? "#d98a1f" : Ink.AXIS.light());
        pages.box(PdfPages.LEFT, top, PdfPages.RIGHT - PdfPages.LEFT, height, ground, 1);
        pages.box(PdfPages.LEFT, top, 3, height, edge, 1);
        pages.down(5);
        pages.text(notice.title(), PdfPages.LEFT + 14, pages.y() + TEXT, TEXT, true, Ink.TEXT);
        pages.down(TEXT_LINE);
        for (List<String> item : items) {
            pages.text("\u2022", PdfPages.LEFT + 14, pages.y() + NOTE, NOTE, false, Ink.TEXT);
            for (String line : item) {
                pages.text(line, PdfPages.LEFT + 23, pages.y() + NOTE, NOTE, false, Ink.TEXT);
                pages.down(NOTE_LINE);
            }
            pages.down(1);
        }
        pages.down(5 + 6);
    }

    private static double chartHeight(List<Report.Captioned> charts) {
        return charts.stream()
                        .mapToDouble(chart -> chart.chart().height())
                        .max()
                        .orElse(0)
                + 14;
    }

    private void charts(Report.Charts charts) throws IOException {
        double gap = 19;
        int at = 0;
        while (at < charts.charts().size()) {
            List<Report.Captioned> row = new ArrayList<>();
            double width = 0;
            while (at < charts.charts().size()
                    && (row.isEmpty()
                            || PdfPages.LEFT
                                            + width
                                            + charts.charts().get(at).chart().width()
                                    <= PdfPages.RIGHT + 1)) {
                row.add(charts.charts().get(at));
                width += charts.charts().get(at).chart().width() + gap;
                at++;
            }
            double height = chartHeight(row);
            pages.need(height);
            double x = PdfPages.LEFT;
            for (Report.Captioned chart : row) {
                pages.text(chart.caption(), x, pages.y() + 8, NOTE, true, Ink.TEXT);
                PdfChart.draw(pages, chart.chart(), x, pages.y() + 14);
                x += chart.chart().width() + gap;
            }
            pages.down(height + 4);
        }
        keys(charts.keys());
    }

    private void keys(List<Report.Key> keys) throws IOException {
        double x = PdfPages.LEFT;
        for (Report.Key key : keys) {
            double width = 24 + pages.width(key.text(), NOTE, false);
            if (x > PdfPages.LEFT && x + width > PdfPages.RIGHT) {
                x = PdfPages.LEFT;
                pages.down(NOTE_LINE);
            }
            pages.need(NOTE_LINE);
            Chart line = new Chart(
                    20,
                    8,
                    List.of(new Chart.Path(new double[] {0, 18}, new double[] {4, 4}, key.ink(), 1.6, key.dashed())),
                    "");
            PdfChart.draw(pages, line, x, pages.y() + 1);
            pages.text(key.text(), x + 24, pages.y() + NOTE, NOTE, false, Ink.TEXT);
            x += width + 18;
        }
        pages.down(keys.isEmpty() ? 0 : NOTE_LINE + 4);
    }

    private static double shotSide() {
        return (PdfPages.RIGHT - PdfPages.LEFT - (SHOTS - 1) * SHOT_GAP) / SHOTS;
    }

    private static double shotHeight() {
        return shotSide() + 46;
    }

    private void gallery(Report.Gallery gallery) throws IOException {
        double side = shotSide();
        for (int i = 0; i < gallery.shots().size(); i++) {
            if (i % SHOTS == 0) {
                pages.need(shotHeight());
            }
            shot(gallery.shots().get(i), PdfPages.LEFT + (i % SHOTS) * (side + SHOT_GAP), side);
            if (i % SHOTS == SHOTS - 1 || i == gallery.shots().size() - 1) {
                pages.down(shotHeight() + 4);
            }
        }
    }

    private void shot(Report.Shot shot, double x, double side) throws IOException {
        double top = pages.y();
        pages.box(x, top, side, side, Color.decode("#f6f8fa"), 1);
        if (shot.jpeg().isPresent()) {
            Thumbnail small = shot.jpeg().get();
            PDImageXObject image = JPEGFactory.createFromByteArray(pages.document(), small.jpeg());
            double scale = side / Math.max(small.width(), small.height());
            double width = scale * small.width();
            double height = scale * small.height();
            pages.content()
                    .drawImage(
                            image,
                            (float) (x + (side - width) / 2),
                            (float) (PdfPages.HEIGHT - top - (side + height) / 2),
                            (float) width,
                            (float) height);
        }
        pages.text(shot.title(), x, top + side + 11, NOTE, true, Ink.TEXT);
        pages.text(pages.fitted(shot.name(), side, 6.8, false), x, top + side + 21, 6.8, false, Ink.TEXT);
        double baseline = top + side + 30;
        for (String detail : shot.details()) {
            pages.text(pages.fitted(detail, side, 6.3, false), x, baseline, 6.3, false, Ink.MUTED);
            baseline += 8.5;
        }
    }
}
