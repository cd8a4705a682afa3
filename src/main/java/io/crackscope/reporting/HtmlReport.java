package io.crackscope.reporting;

import io.crackscope.reporting.Report.Block;
import io.crackscope.reporting.Report.Cell;
import io.crackscope.reporting.Report.Column;
import io.crackscope.reporting.Report.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Writes a report as one HTML file that needs nothing else: no script, no other file, no network. */
public final class HtmlReport {
    /** Pixels for one unit of a chart. */
    private static final double SCALE = 1.4;

    private final StringBuilder html = new StringBuilder();

    private HtmlReport() {}

    /** The file's bytes, UTF-8. */
    public static byte[] of(Report report) {
        HtmlReport writer = new HtmlReport();
        writer.page(report);
        return writer.html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void page(Report report) {
        line("<!DOCTYPE html>");
        line("<html lang=\"" + Html.escaped(report.language()) + "\">");
        line("<head><meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<meta name=\"color-scheme\" content=\"light dark\">");
        line("<title>" + Html.escaped(report.title() + ": " + report.subject()) + "</title>");
        line("<style>" + inks() + style() + "</style></head>");
        line("<body><main>");
        line("<header><h1>" + Html.escaped(report.title()) + "</h1><p class=\"subject\">"
                + Html.escaped(report.subject()) + "</p><p class=\"origin\">" + Html.escaped(report.origin())
                + "</p></header>");
        report.blocks().forEach(this::block);
        line("</main></body></html>");
    }

    private void block(Block block) {
        switch (block) {
            case Report.Heading heading -> {
                String tag = heading.level() == 1 ? "h2" : "h3";
                line("<" + tag + ">" + Html.escaped(heading.text()) + "</" + tag + ">");
            }
            case Report.Paragraph paragraph ->
                line("<p" + (paragraph.muted() ? " class=\"muted\"" : "") + ">" + Html.escaped(paragraph.text())
                        + "</p>");
            case Report.Notice notice -> notice(notice);
            case Report.Table table -> table(table);
            case Report.Charts charts -> charts(charts);
            case Report.Gallery gallery -> gallery(gallery);
        }
    }

    private void notice(Report.Notice notice) {
        line("<aside" + (notice.warning() ? " class=\"warning\"" : "") + "><strong>" + Html.escaped(notice.title())
                + "</strong><ul>");
        notice.lines().forEach(text -> line("<li>" + Html.escaped(text) + "</li>"));
        line("</ul></aside>");
    }

    private void table(Report.Table table) {
        line("<div class=\"scroll\"><table" + (table.hasTitles() ? "" : " class=\"facts\"") + "><colgroup>");
        double sum = table.columns().stream().mapToDouble(Column::weight).sum();
        for (Column column : table.columns()) {
            line("<col style=\"width:" + Math.round(1000 * column.weight() / sum) / 10.0 + "%\">");
        }
        line("</colgroup>");
        if (table.hasTitles()) {
            line("<thead><tr>");
            for (Column column : table.columns()) {
                line("<th scope=\"col\"" + (column.number() ? " class=\"number\"" : "") + ">"
                        + Html.escaped(column.title()) + "</th>");
            }
            line("</tr></thead>");
        }
        line("<tbody>");
        table.rows().forEach(row -> row(table, row));
        line("</tbody></table></div>");
    }

    private void row(Report.Table table, Row row) {
        if (row.cells().size() == 1 && table.columns().size() > 1) {
            Cell cell = row.cells().getFirst();
            line("<tr class=\"section\"><th scope=\"rowgroup\" colspan=\""
                    + table.columns().size() + "\">" + Html.escaped(cell.text()) + " <small>"
                    + Html.escaped(cell.below()) + "</small></th></tr>");
            return;
        }
        line("<tr" + (row.muted() ? " class=\"muted\"" : "") + ">");
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            String tag = i == 0 ? "th scope=\"row\"" : "td";
            String below = cell.below().isEmpty() ? "" : "<small>" + Html.escaped(cell.below()) + "</small>";
            String key = cell.key()
                    .map(ink -> "<i class=\"key\" style=\"background:var(" + ink.variable() + ")\"></i>")
                    .orElse("");
            line("<" + tag + (table.columns().get(i).number() ? " class=\"number\"" : "") + ">" + key
                    + Html.escaped(cell.text()).replace("\n", "<br>") + below + "</" + tag.substring(0, 2) + ">");
        }
        line("</tr>");
    }

    private void charts(Report.Charts charts) {
        line("<div class=\"charts\">");
        for (Report.Captioned chart : charts.charts()) {
            line("<figure><figcaption>" + Html.escaped(chart.caption()) + "</figcaption>"
                    + SvgChart.of(chart.chart(), SCALE) + "</figure>");
        }
        line("</div>");
        if (!charts.keys().isEmpty()) {
            line("<p class=\"keys\">");
            for (Report.Key key : charts.keys()) {
                line("<span><svg width=\"26\" height=\"8\" aria-hidden=\"true\"><line x1=\"0\" x2=\"26\" y1=\"4\""
                        + " y2=\"4\" stroke-width=\"2.4\" style=\"stroke:var("
                        + key.ink().variable() + ")\""
                        + (key.dashed() ? " stroke-dasharray=\"6 4\"" : "") + "/></svg> "
                        + Html.escaped(key.text())
                        + "</span>");
            }
            line("</p>");
        }
    }

    private void gallery(Report.Gallery gallery) {
        line("<div class=\"gallery\">");
        for (Report.Shot shot : gallery.shots()) {
            String picture = shot.jpeg()
                    .map(jpeg -> "<img alt=\"\" width=\"" + jpeg.width() + "\" height=\"" + jpeg.height()
                            + "\" src=\"data:image/jpeg;base64,"
                            + Base64.getEncoder().encodeToString(jpeg.jpeg()) + "\">")
                    .orElse("");
            line("<figure><div class=\"picture\">" + picture + "</div><figcaption><b>" + Html.escaped(shot.title())
                    + "</b><span>" + Html.escaped(shot.name()) + "</span>"
                    + shot.details().stream()
                            .map(detail -> "<small>" + Html.escaped(detail) + "</small>")
                            .collect(java.util.stream.Collectors.joining())
                    + "</figcaption></figure>");
        }
        line("</div>");
    }

    private static String inks() {
        StringBuilder light = new StringBuilder(":root{");
        StringBuilder dark = new StringBuilder("@media (prefers-color-scheme:dark){@media screen{:root{");
        for (Ink ink : Ink.values()) {
            light.append(ink.variable()).append(':').append(ink.light()).append(';');
            dark.append(ink.variable()).append(':').append(ink.dark()).append(';');
        }
        return light.append("}").append(dark).append("}}}").toString();
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(
                    Objects.requireNonNull(in, "report.css is missing beside this class")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String text) {
        html.append(text).append('\n');
    }
}
