package io.crackscope.cli;

import io.crackscope.reporting.Report;
import io.crackscope.reporting.Report.Cell;
import io.crackscope.reporting.Report.Column;
import io.crackscope.reporting.Report.Row;
import java.util.ArrayList;
import java.util.List;

/** A report as lines of plain text: what of it makes sense on a terminal. */
final class ReportText {
    private static final int GAP = 2;

    private final int width;

    ReportText(Console console) {
        this.width = Math.min(console.width(), 120);
    }

    List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(report.title() + ": " + report.subject() + " (" + report.origin() + ")");
        for (Report.Block block : report.blocks()) {
            switch (block) {
                case Report.Heading heading -> {
                    lines.add("");
                    lines.add(heading.text());
                }
                case Report.Paragraph paragraph -> wrap(lines, paragraph.text(), "", "");
                case Report.Notice notice -> {
                    wrap(lines, notice.title(), notice.warning() ? "! " : "  ", "  ");
                    notice.lines().forEach(line -> wrap(lines, line, "  - ", "    "));
                }
                case Report.Table table -> table(lines, table);
                case Report.Charts charts -> {}
                case Report.Gallery gallery -> {}
            }
        }
        lines.add("");
        return lines.stream()
                .map(line -> Console.plain(line.replace('\u00a0', ' ')).stripTrailing())
                .toList();
    }

    private void table(List<String> lines, Report.Table table) {
        int columns = table.columns().size();
        int[] widths = new int[columns];
        boolean titled =
                table.columns().stream().anyMatch(column -> !column.title().isEmpty());
        for (int i = 0; i < columns; i++) {
            widths[i] = longestWord(table.columns().get(i).title());
            for (Row row : table.rows()) {
                if (row.cells().size() == columns) {
                    Cell cell = row.cells().get(i);
                    widths[i] = Math.max(
                            widths[i],
                            Math.max(cell.text().length(), cell.below().length()));
                }
            }
        }
        if (!titled) {
            facts(lines, table, widths[0]);
            return;
        }
        head(lines, table, widths);
        for (Row row : table.rows()) {
            if (row.cells().size() < columns) {
                Cell cell = row.cells().getFirst();
                lines.add("");
                lines.add(cell.text() + (cell.below().isEmpty() ? "" : "  (" + cell.below() + ")"));
                continue;
            }
            lines.add(line(table, widths, row.cells().stream().map(Cell::text).toList()));
            if (row.cells().stream().anyMatch(cell -> !cell.below().isEmpty())) {
                lines.add(line(
                        table, widths, row.cells().stream().map(Cell::below).toList()));
            }
        }
    }

    /** Titles stand in as many lines as they have words, the last at the bottom. */
    private static void head(List<String> lines, Report.Table table, int[] widths) {
        List<List<String>> words = table.columns().stream()
                .map(column -> column.title().length() <= widths[table.columns().indexOf(column)]
                        ? List.of(column.title())
                        : List.of(column.title().split(" ")))
                .toList();
        int most = words.stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < most; i++) {
            int above = most - i;
            lines.add(line(
                    table,
                    widths,
                    words.stream()
                            .map(list -> above > list.size() ? "" : list.get(list.size() - above))
                            .toList()));
        }
    }

    private static String line(Report.Table table, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            Column column = table.columns().get(i);
            String pad = " ".repeat(Math.max(0, widths[i] - cells.get(i).length()));
            line.append(i == 0 ? "" : " ".repeat(GAP))
                    .append(column.number() ? pad + cells.get(i) : cells.get(i) + pad);
        }
        return line.toString();
    }

    private void facts(List<String> lines, Report.Table table, int first) {
        for (Row row : table.rows()) {
            String name = row.cells().getFirst().text();
            wrap(
                    lines,
                    row.cells().getLast().text(),
                    "  " + name + " ".repeat(first - name.length() + GAP),
                    " ".repeat(2 + first + GAP));
        }
    }

    private void wrap(List<String> lines, String text, String first, String later) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.replace('\n', ' ').split(" ")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(later);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }

    private static int longestWord(String text) {
        int longest = 0;
        for (String word : text.split(" ")) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }
}
