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

    private final Console console;
    private final int width;

    ReportText(Console console) {
        this.console = console;
        this.width = Math.min(console.width(), 140);
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
                .map(line -> Console.plain(line.replace('\u00a0', ' ').replace('\u202f', ' '))
                        .stripTrailing())
                .toList();
    }

    private void table(List<String> lines, Report.Table whole) {
        Report.Table table = whole;
        List<String> left = new ArrayList<>();
        for (int i = 0; i < whole.columns().size() && total(widths(table)) > width; i++) {
            int spare = lastSpare(table);
            if (spare < 0) {
                break;
            }
            left.add(table.columns().get(spare).title());
            table = without(table, spare);
        }
        int[] widths = widths(table);
        if (table.columns().stream().allMatch(column -> column.title().isEmpty())) {
            facts(lines, table, widths[0]);
            return;
        }
        // what still does not fit stands a little closer
        int gap = total(widths) > width ? 1 : GAP;
        head(lines, table, widths, gap);
        for (Row row : table.rows()) {
            if (row.cells().size() < widths.length) {
                Cell cell = row.cells().getFirst();
                lines.add("");
                lines.add(cell.text() + (cell.below().isEmpty() ? "" : "  (" + cell.below() + ")"));
                continue;
            }
            lines.add(line(
                    table, widths, gap, row.cells().stream().map(Cell::text).toList()));
            if (row.cells().stream().anyMatch(cell -> !cell.below().isEmpty())) {
                lines.add(line(
                        table,
                        widths,
                        gap,
                        row.cells().stream().map(Cell::below).toList()));
            }
        }
        if (!left.isEmpty()) {
            lines.add("");
            lines.add(console.text("cli.scorecard.narrow", String.join(", ", left)));
        }
    }

    private static int[] widths(Report.Table table) {
        int[] widths = new int[table.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = longestWord(table.columns().get(i).title());
            for (Row row : table.rows()) {
                if (row.cells().size() == widths.length) {
                    Cell cell = row.cells().get(i);
                    widths[i] = Math.max(
                            widths[i],
                            Math.max(cell.text().length(), cell.below().length()));
                }
            }
        }
        return widths;
    }

    private static int total(int[] widths) {
        return java.util.Arrays.stream(widths).sum() + GAP * (widths.length - 1);
    }

    private static int lastSpare(Report.Table table) {
        for (int i = table.columns().size() - 1; i >= 0; i--) {
            if (table.columns().get(i).spare()) {
                return i;
            }
        }
        return -1;
    }

    private static Report.Table without(Report.Table table, int column) {
        return new Report.Table(
                except(table.columns(), column),
                table.rows().stream()
                        .map(row -> row.cells().size() < table.columns().size()
                                ? row
                                : new Row(except(row.cells(), column), row.muted()))
                        .toList());
    }

    private static <T> List<T> except(List<T> all, int index) {
        List<T> others = new ArrayList<>(all);
        others.remove(index);
        return others;
    }

    /** Titles stand in as many lines as they have words, the last at the bottom. */
    private static void head(List<String> lines, Report.Table table, int[] widths, int gap) {
        List<List<String>> words = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String title = table.columns().get(i).title();
            words.add(title.length() <= widths[i] ? List.of(title) : List.of(title.split(" ")));
        }
        int most = words.stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < most; i++) {
            int above = most - i;
            lines.add(line(
                    table,
                    widths,
                    gap,
                    words.stream()
                            .map(list -> above > list.size() ? "" : list.get(list.size() - above))
                            .toList()));
        }
    }

    private static String line(Report.Table table, int[] widths, int gap, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            Column column = table.columns().get(i);
            String pad = " ".repeat(Math.max(0, widths[i] - cells.get(i).length()));
            line.append(i == 0 ? "" : " ".repeat(gap))
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
