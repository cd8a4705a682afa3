package io.crackscope.reporting;

import io.crackscope.reporting.Report.Cell;
import io.crackscope.reporting.Report.Column;
import io.crackscope.reporting.Report.Row;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

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
    private static final double HEAD_ROOM = 24;
    /** Rows that stay with what follows. */
    private static final int LAST = 2;

    private static final Color RULE = Color.decode("#d8dee4");
    private static final Color STRONG = Color.decode(Ink.AXIS.light());

    private final PdfPages pages;
    private final Report.Table table;
    private final double following;
    private final IntConsumer rows;
    private final double[] x;
    private final double[] width;

    private PdfTable(PdfPages pages, Report.Table table, double following, IntConsumer rows) {
        this.rows = rows;
        this.following = following;
        this.pages = pages;
        this.table = table;
        double sum = table.columns().stream().mapToDouble(Column::weight).sum();
        x = new double[table.columns().size()];
        width = new double[x.length];
        double at = pages.left();
        for (int i = 0; i < x.length; i++) {
            double share = (pages.measure()) * table.columns().get(i).weight() / sum;
            x[i] = at;
            width[i] = share - (i == x.length - 1 ? 0 : GAP);
            at += share;
        }
    }

    static void draw(PdfPages pages, Report.Table table) throws IOException {
        draw(pages, table, row -> {});
    }

    /** Draws; {@code rows} hears of each row, by its number from 0, when it stands on the page in work. */
    static void draw(PdfPages pages, Report.Table table, IntConsumer rows) throws IOException {
        PdfTable drawing = new PdfTable(pages, table, 0, rows);
        pages.tags().element("Table", drawing::draw);
    }

    /** Draws; the last rows stand on the page of what follows, which takes {@code following} points. */
    static void drawBefore(PdfPages pages, Report.Table table, double following) throws IOException {
        PdfTable drawing = new PdfTable(pages, table, following, row -> {});
        pages.tags().element("Table", drawing::draw);
    }

    /** Whether there are more rows than those that stay with what follows. */
    static boolean isLong(Report.Table table) {
        return table.rows().size() > LAST;
    }

    /** How much room the whole table takes. */
    static double height(PdfPages pages, Report.Table table) throws IOException {
        PdfTable measured = new PdfTable(pages, table, 0, row -> {});
        return HEAD_ROOM + measured.heightFrom(0) + 6;
    }

    private double heightFrom(int first) throws IOException {
        double sum = 0;
        for (Row row : table.rows().subList(first, table.rows().size())) {
            sum += height(set(row));
        }
        return sum;
    }

    /** A cell broken into lines. */
    private record Set(List<String> text, List<String> below) {
        double height() {
            return text.size() * LINE + below.size() * SMALL_LINE;
        }

        /** What fits {@code room} beginning with the line {@code from}, those below counted after those of the text. */
        Set part(int from, double room) {
            List<String> someText = new ArrayList<>();
            List<String> someBelow = new ArrayList<>();
            double used = 0;
            for (int i = from; i < text.size() + below.size(); i++) {
                boolean isText = i < text.size();
                used += isText ? LINE : SMALL_LINE;
                if (used > room) {
                    break;
                }
                (isText ? someText : someBelow).add(isText ? text.get(i) : below.get(i - text.size()));
            }
            return new Set(someText, someBelow);
        }

        int size() {
            return text.size() + below.size();
        }
    }

    private void draw() throws IOException {
        boolean headed = false;
        for (int i = 0; i < table.rows().size(); i++) {
            Row row = table.rows().get(i);
            List<Set> cells = set(row);
            double height = height(cells);
            // a heading within the table stays with the row below it
            double together = spans(row) && i + 1 < table.rows().size() ? height + 40 : height;
            if (following > 0 && i == Math.max(0, table.rows().size() - LAST)) {
                together = heightFrom(i) + 6 + following;
            }
            double room = pages.bottom() - pages.top() - HEAD_ROOM;
            headed = !pages.need(Math.min(together, room) + (headed ? 0 : HEAD_ROOM)) && headed;
            if (!headed && table.hasTitles()) {
                boolean isFirst = i == 0;
                if (isFirst) {
                    pages.tags().element("TR", this::head);
                } else {
                    pages.decoration(this::head);
                }
            }
            headed = true;
            int number = i;
            if (height <= room) {
                pages.tags().element("TR", () -> row(row, cells, height));
            } else {
                pages.tags().element("TR", () -> longRow(number, row, cells));
            }
            rows.accept(i);
        }
        pages.down(6);
    }

    private static double height(List<Set> cells) {
        return 2 * PADDING + cells.stream().mapToDouble(Set::height).max().orElse(0);
    }

    /** A row that no page holds goes on on the next one. */
    private void longRow(int number, Row row, List<Set> cells) throws IOException {
        int[] done = new int[cells.size()];
        boolean goesOn = true;
        while (goesOn) {
            double room = pages.bottom() - pages.y() - 2 * PADDING;
            List<Set> parts = new ArrayList<>();
            goesOn = false;
            for (int i = 0; i < done.length; i++) {
                Set part = cells.get(i).part(done[i], room);
                parts.add(part);
                done[i] += part.size();
                goesOn |= done[i] < cells.get(i).size();
            }
            row(row, parts, height(parts));
            if (goesOn) {
                rows.accept(number);
                pages.breakPage();
            }
        }
    }

    private boolean spans(Row row) {
        return row.cells().size() == 1 && x.length > 1;
    }

    private List<Set> set(Row row) throws IOException {
        List<Set> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            double room = spans(row) ? pages.measure() : width[i] - (cell.key().isPresent() ? KEY : 0);
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
            int column = i;
            pages.tags().titleCell(false, () -> title(titles.get(column), column, bottom));
        }
        pages.rule(pages.left(), pages.right(), bottom + 3, STRONG, 0.7);
        pages.down(most * SMALL_LINE + 3);
    }

    private void title(List<String> lines, int column, double bottom) throws IOException {
        for (int line = 0; line < lines.size(); line++) {
            double baseline = bottom - (lines.size() - 1 - line) * SMALL_LINE - 2;
            put(lines.get(line), column, 0, baseline, HEAD, false, Ink.MUTED);
        }
    }

    private void row(Row row, List<Set> cells, double height) throws IOException {
        double top = pages.y() + PADDING;
        if (spans(row)) {
            pages.tags().wideCell(x.length, () -> wide(row.cells().getFirst(), top));
            pages.rule(pages.left(), pages.right(), pages.y() + height, STRONG, 0.6);
            pages.down(height);
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            int column = i;
            if (i == 0) {
                pages.tags().titleCell(true, () -> cell(row, cells.get(column), column, top));
            } else {
                pages.tags().element("TD", () -> cell(row, cells.get(column), column, top));
            }
        }
        pages.rule(pages.left(), pages.right(), pages.y() + height, RULE, 0.5);
        pages.down(height);
    }

    private void wide(Cell cell, double top) throws IOException {
        pages.text(cell.text(), pages.left(), top + 9, 9, true, Ink.TEXT);
        double after = pages.left() + pages.width(cell.text(), 9, true) + 8;
        String below = pages.fitted(cell.below(), pages.right() - after, 7, false);
        pages.text(below, after, top + 9, 7, false, Ink.MUTED);
    }

    private void cell(Row row, Set lines, int column, double top) throws IOException {
        Cell cell = row.cells().get(column);
        Ink ink = row.muted() || column == 0 && !table.hasTitles() ? Ink.MUTED : Ink.TEXT;
        double indent = cell.key().isPresent() ? KEY : 0;
        if (cell.key().isPresent()) {
            pages.box(x[column], top + 1.5, 6, 6, Color.decode(cell.key().get().light()), row.muted() ? 0.35 : 1);
        }
        double baseline = top - 2;
        for (String line : lines.text()) {
            baseline += LINE;
            put(line, column, indent, baseline - 1, SIZE, false, ink);
        }
        for (String line : lines.below()) {
            baseline += SMALL_LINE;
            // an interval is never broken: set smaller where it is a little too wide
            double fits = SMALL * width[column] / Math.max(width[column], pages.width(line, SMALL, false));
            put(line, column, indent, baseline, table.columns().get(column).number() ? fits : SMALL, false, Ink.MUTED);
        }
    }

    private void put(String text, int column, double indent, double baseline, double size, boolean heavy, Ink ink)
            throws IOException {
        double at = table.columns().get(column).number()
                ? x[column] + width[column] - pages.width(text, size, heavy)
                : x[column] + indent;
        pages.text(text, at, baseline, size, heavy, ink);
    }
}
