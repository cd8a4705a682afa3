package io.crackscope.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.imaging.Picture;
import io.crackscope.reporting.Report.Cell;
import io.crackscope.reporting.Report.Column;
import io.crackscope.reporting.Report.Row;
import io.crackscope.text.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** One content, two writers. */
class ReportWritersTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    private static Report report(List<Report.Block> blocks) {
        return new Report("en", "Title", "Subject", "2026-11-25", blocks);
    }

    private static String pdfText(Report report) throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfReport.of(report, ENGLISH))) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void what_looks_like_markup_is_shown_as_it_is() {
        String html = new String(
                HtmlReport.of(report(List.of(
                        new Report.Paragraph("<b>&\"quoted\"' \u0007", false), new Report.Heading(1, "a < b")))),
                StandardCharsets.UTF_8);

        assertThat(html)
                .contains("<p>&lt;b&gt;&amp;&quot;quoted&quot;&#39; \ufffd</p>", "<h2>a &lt; b</h2>")
                .doesNotContain("<b>&");
    }

    @Test
    void a_table_longer_than_a_page_repeats_its_head_and_loses_no_row() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            rows.add(new Row(List.of(Cell.of("row-" + i), Cell.of("" + 7 * i, "below-" + i)), i % 2 == 0));
        }
        Report report = report(
                List.of(new Report.Table(List.of(new Column("Name", 2, false), new Column("Figure", 1, true)), rows)));
        String text = pdfText(report);

        for (int i = 0; i < 120; i++) {
            assertThat(text).containsPattern("\\brow-" + i + "\\b").containsPattern("\\bbelow-" + i + "\\b");
        }
        assertThat(text.split("Figure", -1).length).isGreaterThan(4);
        assertThat(text).containsPattern("Page 4 of [4-9]");
    }

    @Test
    void a_name_without_a_space_that_is_wider_than_the_page_is_broken_and_signs_without_a_glyph_are_spelled()
            throws IOException {
        String text = pdfText(report(List.of(
                new Report.Paragraph("x".repeat(400), false),
                new Report.Paragraph("Stra\u00dfe \u2013 \u0416 \u6a4b \u0e01 end", false))));

        assertThat(text.chars().filter(c -> c == 'x').count()).isEqualTo(400);
        assertThat(text).contains("Stra\u00dfe \u2013 \u0416 \u6a4b [U+0E01] end");
    }

    @Test
    void a_row_that_no_page_holds_goes_on_on_the_next() throws IOException {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            words.append("word").append(i).append(' ');
        }
        Report report = report(List.of(new Report.Table(
                List.of(new Column("Name", 1, false), new Column("Words", 2, false)),
                List.of(new Row(List.of(Cell.of("long"), Cell.of(words.toString())), false)))));
        String text = pdfText(report);

        for (int i = 0; i < 900; i++) {
            assertThat(text).containsPattern("\\bword" + i + "\\b");
        }
    }

    @Test
    void the_pdf_is_for_the_archive_and_tagged() throws IOException {
        Report report = report(List.of(
                new Report.Heading(1, "Section"),
                new Report.Paragraph("Text \u6a4b", false),
                new Report.Heading(2, "Within"),
                new Report.Notice("Know", List.of("one", "two"), true),
                new Report.Table(
                        List.of(new Column("Name", 2, false), new Column("Figure", 1, true)),
                        List.of(
                                new Row(List.of(Cell.of("wide")), false),
                                new Row(List.of(Cell.of("a"), Cell.of("1", "below")), false))),
                new Report.Charts(
                        List.of(new Report.Captioned(
                                "Caption", new Chart(50, 50, List.of(Chart.line(0, 0, 9, 9, Ink.GOOD, 1)), "a chart"))),
                        List.of(new Report.Key(Ink.SERIES_2, true, "series"))),
                new Report.Gallery(List.of(new Report.Shot(
                        Optional.of(Thumbnail.of(new Picture(60, 30, new byte[3 * 60 * 30]))),
                        "91 %",
                        "a.jpg",
                        List.of("labelled crack"))))));

        assertThat(PdfConformance.breaches(PdfReport.of(report, ENGLISH))).isEmpty();
    }

    @Test
    void both_writers_draw_every_mark_of_a_chart() throws IOException {
        Chart chart = new Chart(
                100,
                80,
                List.of(
                        Chart.line(0, 0, 100, 80, Ink.GRID, 1),
                        new Chart.Path(new double[] {0, 50, 100}, new double[] {80, 10, 0}, Ink.SERIES_2, 2, true),
                        new Chart.Box(10, 10, 20, 20, Ink.GOOD, 0.5),
                        new Chart.Dot(40, 40, 3, Ink.BAD),
                        new Chart.Words(50, 70, "Axis", 8, Chart.Anchor.MIDDLE, Ink.TEXT, false, false),
                        new Chart.Words(5, 40, "Upwards", 8, Chart.Anchor.END, Ink.MUTED, true, true)),
                "a chart");
        Report report = report(List.of(new Report.Charts(
                List.of(new Report.Captioned("Caption", chart)),
                List.of(new Report.Key(Ink.SERIES_2, true, "series")))));

        String svg = new String(HtmlReport.of(report), StandardCharsets.UTF_8);
        assertThat(svg.split("<polyline", -1)).hasSize(3);
        assertThat(svg)
                .contains("<title>a chart</title>", "<rect x=\"10\"", "<circle cx=\"40\"", "stroke-dasharray")
                .contains("rotate(-90 5 40)", ">Axis</text>", "<figcaption>Caption");
        assertThat(pdfText(report)).contains("Caption", "Axis", "series");
    }

    @Test
    void a_picture_that_can_no_longer_be_read_leaves_its_place_empty() throws IOException {
        Thumbnail small = Thumbnail.of(new Picture(600, 300, new byte[3 * 600 * 300]));
        assertThat(small.width()).isEqualTo(240);
        assertThat(small.height()).isEqualTo(120);
        assertThat(ImageIO.read(new ByteArrayInputStream(small.jpeg())).getWidth())
                .isEqualTo(240);

        Report report = report(List.of(new Report.Gallery(List.of(
                new Report.Shot(Optional.of(small), "91 %", "a.jpg", List.of("labelled crack", "wall 1")),
                new Report.Shot(Optional.empty(), "90 %", "gone.jpg", List.of("labelled crack", "wall 2"))))));
        assertThat(pdfText(report)).contains("91 %", "a.jpg", "gone.jpg", "wall 2");
        assertThat(new String(HtmlReport.of(report), StandardCharsets.UTF_8).split("<img", -1))
                .hasSize(2);
    }

    @Test
    void every_ink_stands_out_from_white_paper_and_from_the_dark_screen() {
        for (Ink ink : Ink.values()) {
            double least = ink == Ink.GRID ? 1.1 : ink == Ink.TEXT || ink == Ink.MUTED ? 4.5 : 3;
            assertThat(contrast(ink.light(), "#ffffff")).as("%s on white", ink).isGreaterThan(least);
            assertThat(contrast(ink.dark(), "#12161b")).as("%s on dark", ink).isGreaterThan(least);
        }
    }

    /** Contrast as WCAG 2.2 defines it. */
    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
