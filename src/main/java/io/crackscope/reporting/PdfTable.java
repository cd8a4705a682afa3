package io.crackscope.reporting;

import io.crackscope.reporting.Report.Cell;
import io.crackscope.reporting.Report.Column;
import io.crackscope.reporting.Report.Row;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sets a table on PDF pages; its head is repeated on every page and no row is torn apart. */
final class PdfTable {
    private static final double SIZE = 8;
    private static final double SMALL = 6.3;
    private static final double HEAD = 6.8;
    private static final double LINE = 10.5;
    private static final double SMALL_LINE = 8.5;
    private static final double PADDING = 4;
    private static final double GAP = 4;
    private static final double KEY = 10;
    private static final Color RULE = Color.decode("#d8dee4");
    private static final Color STRONG = Color.decode(Ink.AXIS.light());

    private final PdfPages pages;
    private final Report.Table table;
    private final double[] x;
    private final double[] width;

    private PdfTable(PdfPages pages, Report.Table table) {
        this.pages = pages;
        this.table = table;
        double sum = table.columns().stream().mapToDouble(Column::weight).sum();
        x = new double[table.columns().size()];
        width = new double[x.length];
        double at = PdfPages.LEFT;
        for (int i = 0; i < x.length; i++) {
            double share =
                    (PdfPages.RIGHT - PdfPages.LEFT) * table.columns().get(i).weight() / sum;
            x[i] = at;
            width[i] = share - (i == x.length - 1 ? 0 : GAP);
            at += share;
        }
    }

    static void draw(PdfPages pages, Report.Table table) throws IOException {
        new PdfTable(pages, table).draw();
    }

    /** A cell broken into lines. */
    private record Set(List<String> text, List<String> below) {
        double height() {
            return text.size() * LINE + below.size() * SMALL_LINE;
        }
    }

    private void draw() throws IOException {
        boolean headed = false;
        for (int i = 0; i < table.rows().size(); i++) {
            Row row = table.rows().get(i);
            List<Set> cells = set(row);
            double height =
                    2 * PADDING + cells.stream().mapToDouble(Set::height).max().orElse(0);
            // a heading within the table stays with the row below it
            double together = spans(row) && i + 1 < table.rows().size() ? height + 40 : height;
            headed = !pages.need(together + (headed ? 0 : 24)) && headed;
            if (!headed && table.hasTitles()) {
                head();
            }
            headed = true;
            row(row, cells, height);
        }
        pages.down(6);
    }

    private boolean spans(Row row) {
        return row.cells().size() == 1 && x.length > 1;
    }

    private List<Set> set(Row row) throws IOException {
        List<Set> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            double room = spans(row)
                    ? PdfPages.RIGHT - PdfPages.LEFT
                    : width[i] - (cell.key().isPresent() ? KEY : 0);
            boolean number = !spans(row) && table.columns().get(i).number();
            List<String> below = List.of();
            if (!cell.below().isEmpty() && !spans(row)) {
                below = number ? List.of(cell.below()) : pages.lines(cell.below(), room, SMALL, false);
            }
            cells.add(new Set(pages.lines(cell.text(), room, SIZE, false), below));
        }
        return cells;
    }

    private void head() throws IOException {
        List<List<String>> titles = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            titles.add(pages.lines(table.columns().get(i).title(), width[i], HEAD, false));
        }
        int most = titles.stream().mapToInt(List::size).max().orElse(1);
        double bottom = pages.y() + most * SMALL_LINE;
        for (int i = 0; i < x.length; i++) {
            List<String> lines = titles.get(i);
            for (int line = 0; line < lines.size(); line++) {
                double baseline = bottom - (lines.size() - 1 - line) * SMALL_LINE - 2;
                put(lines.get(line), i, 0, baseline, HEAD, false, Ink.MUTED);
            }
        }
        pages.rule(PdfPages.LEFT, PdfPages.RIGHT, bottom + 3, STRONG, 0.7);
        pages.down(most * SMALL_LINE + 3);
    }

    private void row(Row row, List<Set> cells, double height) throws IOException {
        double top = pages.y() + PADDING;
        Ink ink = row.muted() ? Ink.MUTED : Ink.TEXT;
        if (spans(row)) {
            Cell cell = row.cells().getFirst();
            pages.text(cell.text(), PdfPages.LEFT, top + 9, 9, true, Ink.TEXT);
            double after = PdfPages.LEFT + pages.width(cell.text(), 9, true) + 8;
            String below = pages.fitted(cell.below(), PdfPages.RIGHT - after, 7, false);
            pages.text(below, after, top + 9, 7, false, Ink.MUTED);
            pages.rule(PdfPages.LEFT, PdfPages.RIGHT, pages.y() + height, STRONG, 0.6);
            pages.down(height);
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = row.cells().get(i);
            double indent = cell.key().isPresent() ? KEY : 0;
            if (cell.key().isPresent()) {
                pages.box(x[i], top + 1.5, 6, 6, Color.decode(cell.key().get().light()), row.muted() ? 0.35 : 1);
            }
            boolean label = i == 0 && !table.hasTitles();
            double baseline = top - 2;
            for (String line : cells.get(i).text()) {
                baseline += LINE;
                put(line, i, indent, baseline - 1, SIZE, false, label ? Ink.MUTED : ink);
            }
            for (String line : cells.get(i).below()) {
                baseline += SMALL_LINE;
                // an interval is never broken: set smaller where it is a little too wide
                double fits = SMALL * width[i] / Math.max(width[i], pages.width(line, SMALL, false));
                put(line, i, indent, baseline, table.columns().get(i).number() ? fits : SMALL, false, Ink.MUTED);
            }
        }
        pages.rule(PdfPages.LEFT, PdfPages.RIGHT, pages.y() + height, RULE, 0.5);
        pages.down(height);
    }

    private void put(String text, int column, double indent, double baseline, double size, boolean heavy, Ink ink)
            throws IOException {
        double at = table.columns().get(column).number()
                ? x[column] + width[column] - pages.width(text, size, heavy)
                : x[column] + indent;
        pages.text(text, at, baseline, size, heavy, ink);
    }
}
