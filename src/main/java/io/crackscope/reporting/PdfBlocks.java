package io.crackscope.reporting;

import io.crackscope.reporting.Report.Block;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Sets the blocks of a report one below the other on PDF pages. */
final class PdfBlocks {
    static final double TEXT = 9;
    static final double TEXT_LINE = 13;
    static final double NOTE = 8;
    static final double NOTE_LINE = 11.5;
    private static final int SHOTS = 5;
    private static final double SHOT_GAP = 10;

    private final PdfPages pages;

    PdfBlocks(PdfPages pages) {
        this.pages = pages;
    }

    void write(List<? extends Block> blocks) throws IOException {
        write(blocks, row -> {});
    }

    /** Writes; {@code rows} hears of each row of a table, by its number from 0, when it stands on the page in work. */
    void write(List<? extends Block> blocks, IntConsumer rows) throws IOException {
        for (int i = 0; i < blocks.size(); i++) {
            block(blocks.get(i), i + 1 < blocks.size() ? blocks.get(i + 1) : null, rows);
        }
    }

    /** Writes; the end of it stands on the page of what follows, which takes {@code following} points. */
    void writeBefore(double following, List<? extends Block> blocks) throws IOException {
        int end = beginOfEnd(blocks);
        for (int i = 0; i < blocks.size(); i++) {
            if (i == end) {
                double together = following;
                for (Block block : blocks.subList(end, blocks.size())) {
                    together += height(block);
                }
                pages.need(together);
            }
            if (i == blocks.size() - 1 && blocks.get(i) instanceof Report.Table table) {
                PdfTable.drawBefore(pages, table, following);
            } else {
                block(blocks.get(i), i + 1 < blocks.size() ? blocks.get(i + 1) : null, row -> {});
            }
        }
    }

    /** The last block, the chart that it explains, and what is their heading; of a long table the end is enough. */
    private static int beginOfEnd(List<? extends Block> blocks) {
        int begin = blocks.size() - 1;
        if (blocks.get(begin) instanceof Report.Table table && PdfTable.isLong(table)) {
            return blocks.size();
        }
        if (begin > 0 && blocks.get(begin - 1) instanceof Report.Charts) {
            begin--;
        }
        while (begin > 0 && blocks.get(begin - 1) instanceof Report.Heading) {
            begin--;
        }
        return begin;
    }

    /** How much room a block takes that can stand at the end of a report. */
    double height(Block block) throws IOException {
        return switch (block) {
            case Report.Heading heading when heading.level() == 1 -> 24 + 14 * 1.25 + 5;
            case Report.Heading heading -> 14 + 10 * 1.25 + 3;
            case Report.Paragraph paragraph -> {
                double size = paragraph.muted() ? NOTE : TEXT;
                int lines = pages.lines(paragraph.text(), pages.measure(), size, false)
                        .size();
                yield lines * (paragraph.muted() ? NOTE_LINE : TEXT_LINE) + 3;
            }
            case Report.Charts charts -> chartHeight(charts.charts()) + 4;
            case Report.Table table -> PdfTable.height(pages, table);
            case Report.Notice notice -> 0;
            case Report.Gallery gallery -> 0;
        };
    }

    private void block(Block block, @Nullable Block next, IntConsumer rows) throws IOException {
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
            case Report.Table table -> PdfTable.draw(pages, table, rows);
            case Report.Charts charts -> charts(charts);
            case Report.Gallery gallery -> gallery(gallery);
        }
    }

    /** A heading never stands alone at the foot of a page. */
    private void heading(Report.Heading heading, @Nullable Block next) throws IOException {
        boolean section = heading.level() == 1;
        double size = section ? 14 : 10;
        double above = pages.y() <= pages.top() ? 4 : section ? 24 : 14;
        pages.need(above + size + 8 + least(next));
        pages.down(pages.y() <= pages.top() ? 4 : above);
        pages.tags().element(section ? "H2" : "H3", () -> {
            for (String line : pages.lines(heading.text(), pages.measure(), size, true)) {
                pages.text(line, pages.left(), pages.y() + size * 0.8, size, true, Ink.TEXT);
                pages.down(size * 1.25);
            }
        });
        pages.down(section ? 5 : 3);
    }

    private double least(@Nullable Block next) {
        return switch (next) {
            case Report.Charts charts -> chartHeight(charts.charts()) + 20;
            case Report.Gallery gallery -> shotHeight();
            case Report.Heading heading -> 60 + 40;
            case null, default -> 60;
        };
    }

    void paragraph(String text, double size, double line, Ink ink) throws IOException {
        pages.tags().element("P", () -> {
            List<String> lines = pages.lines(text, pages.measure(), size, false);
            for (int i = 0; i < lines.size(); i++) {
                // neither the first nor the last line stands alone on a page
                boolean keeps = lines.size() > 1 && (i == 0 || i == lines.size() - 2);
                pages.need(keeps ? 2 * line : line);
                pages.text(lines.get(i), pages.left(), pages.y() + size, size, false, ink);
                pages.down(line);
            }
        });
    }

    private void notice(Report.Notice notice) throws IOException {
        double inner = pages.measure() - 34;
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
        pages.box(pages.left(), top, pages.measure(), height, ground, 1);
        pages.box(pages.left(), top, 3, height, edge, 1);
        pages.down(5);
        pages.tags()
                .element(
                        "P",
                        () -> pages.text(notice.title(), pages.left() + 14, pages.y() + TEXT, TEXT, true, Ink.TEXT));
        pages.down(TEXT_LINE);
        for (List<String> item : items) {
            pages.tags().element("P", () -> item(item));
        }
        pages.down(5 + 6);
    }

    private void item(List<String> lines) throws IOException {
        pages.text("\u2022", pages.left() + 14, pages.y() + NOTE, NOTE, false, Ink.TEXT);
        for (String line : lines) {
            pages.text(line, pages.left() + 23, pages.y() + NOTE, NOTE, false, Ink.TEXT);
            pages.down(NOTE_LINE);
        }
        pages.down(1);
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
                            || pages.left()
                                            + width
                                            + charts.charts().get(at).chart().width()
                                    <= pages.right() + 1)) {
                row.add(charts.charts().get(at));
                width += charts.charts().get(at).chart().width() + gap;
                at++;
            }
            double height = chartHeight(row);
            pages.need(height);
            double x = pages.left();
            for (Report.Captioned chart : row) {
                double start = x;
                if (!chart.caption().isEmpty()) {
                    pages.tags()
                            .element(
                                    "P", () -> pages.text(chart.caption(), start, pages.y() + 8, NOTE, true, Ink.TEXT));
                }
                PdfChart.draw(pages, chart.chart(), x, pages.y() + 14);
                x += chart.chart().width() + gap;
            }
            pages.down(height + 4);
        }
        keys(charts.keys());
    }

    private void keys(List<Report.Key> keys) throws IOException {
        double x = pages.left();
        for (Report.Key key : keys) {
            double width = 24 + pages.width(key.text(), NOTE, false);
            if (x > pages.left() && x + width > pages.right()) {
                x = pages.left();
                pages.down(NOTE_LINE);
            }
            pages.need(NOTE_LINE);
            Chart line = new Chart(
                    20,
                    8,
                    List.of(new Chart.Path(new double[] {0, 18}, new double[] {4, 4}, key.ink(), 1.6, key.dashed())),
                    "");
            PdfChart.draw(pages, line, x, pages.y() + 1);
            double at = x + 24;
            pages.tags().element("P", () -> pages.text(key.text(), at, pages.y() + NOTE, NOTE, false, Ink.TEXT));
            x += width + 18;
        }
        pages.down(keys.isEmpty() ? 0 : NOTE_LINE + 4);
    }

    private double shotSide() {
        return (pages.measure() - (SHOTS - 1) * SHOT_GAP) / SHOTS;
    }

    private double shotHeight() {
        return shotSide() + 46;
    }

    private void gallery(Report.Gallery gallery) throws IOException {
        double side = shotSide();
        for (int i = 0; i < gallery.shots().size(); i++) {
            if (i % SHOTS == 0) {
                pages.need(shotHeight());
            }
            shot(gallery.shots().get(i), pages.left() + (i % SHOTS) * (side + SHOT_GAP), side);
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
            double scale = side / Math.max(small.width(), small.height());
            double width = scale * small.width();
            double height = scale * small.height();
            JpegFile jpeg = new JpegFile(small.width(), small.height(), small.jpeg());
            pages.figure(
                    shot.name(),
                    () -> pages.picture(jpeg, x + (side - width) / 2, top + (side - height) / 2, width, height));
        }
        pages.tags().element("P", () -> words(shot, x, top + side, side));
    }

    private void words(Report.Shot shot, double x, double top, double side) throws IOException {
        pages.text(shot.title(), x, top + 11, NOTE, true, Ink.TEXT);
        pages.text(pages.fitted(shot.name(), side, 6.8, false), x, top + 21, 6.8, false, Ink.TEXT);
        double baseline = top + 30;
        for (String detail : shot.details()) {
            pages.text(pages.fitted(detail, side, 6.3, false), x, baseline, 6.3, false, Ink.MUTED);
            baseline += 8.5;
        }
    }
}
