package io.crackscope.reporting;

import io.crackscope.project.ProjectFacts;
import io.crackscope.reporting.Report.Cell;
import io.crackscope.reporting.Report.Column;
import io.crackscope.reporting.Report.Row;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sets the first page: whose report it is, of what, by whom, and whether it is reviewed. */
final class PdfCover {
    private static final double LOGO_WIDTH = 170;
    private static final double LOGO_HEIGHT = 64;
    private static final double SMALL = 8;

    private final PdfPages pages;
    private final PdfBlocks blocks;
    private final InspectionReport report;
    private final ReportStyle style;
    private final InspectionWords words;

    PdfCover(PdfPages pages, InspectionReport report, ReportStyle style, InspectionWords words) {
        this.pages = pages;
        this.blocks = new PdfBlocks(pages);
        this.report = report;
        this.style = style;
        this.words = words;
    }

    static String title(InspectionReport report, ReportStyle style, InspectionWords words) {
        return words.get(style.template() == ReportTemplate.PHOTOS ? "inspection.title.photos" : "inspection.title");
    }

    void write(Report.Notice state) throws IOException {
        company();
        pages.down(pages.y() < 200 ? 200 - pages.y() : 20);
        String title = title(report, style, words);
        pages.tags().element("H1", () -> pages.text(title, pages.left(), pages.y() + 24, 26, true, Ink.TEXT));
        pages.down(34);
        if (!report.facts().title().isBlank()) {
            blocks.paragraph(report.facts().title().strip(), 15, 20, Ink.TEXT);
        }
        pages.down(18);
        PdfTable.draw(pages, facts());
        pages.down(8);
        blocks.write(List.of(state));
        blocks.paragraph(words.get("inspection.screening"), 9, 13, Ink.MUTED);
    }

    private void company() throws IOException {
        double top = pages.y();
        Optional<BufferedImage> logo = style.company().logo().flatMap(Logo::read);
        double under = top;
        if (logo.isPresent()) {
            BufferedImage image = logo.get();
            double scale = Math.min(LOGO_WIDTH / image.getWidth(), LOGO_HEIGHT / image.getHeight());
            double width = scale * image.getWidth();
            double height = scale * image.getHeight();
            String name = style.company().name();
            pages.figure(name.isBlank() ? "Logo" : name, () -> pages.picture(image, pages.left(), top, width, height));
            under = top + height;
        }
        List<String> lines = new ArrayList<>();
        if (!style.company().name().isBlank()) {
            lines.add(style.company().name().strip());
        }
        style.company().address().strip().lines().forEach(lines::add);
        double baseline = top + SMALL;
        for (int i = 0; i < lines.size(); i++) {
            boolean heavy = i == 0 && !style.company().name().isBlank();
            String line = pages.fitted(lines.get(i), pages.measure() / 2, SMALL, heavy);
            double at = baseline;
            pages.tags()
                    .element(
                            "P",
                            () -> pages.text(
                                    line,
                                    pages.right() - pages.width(line, SMALL, heavy),
                                    at,
                                    SMALL,
                                    heavy,
                                    heavy ? Ink.TEXT : Ink.MUTED));
            baseline += 11;
        }
        pages.down(Math.max(under, baseline) - top);
    }

    private Report.Table facts() {
        ProjectFacts facts = report.facts();
        List<Row> rows = new ArrayList<>();
        add(rows, "structure", words.stated(facts.structure()));
        add(rows, "element", words.stated(facts.element()));
        add(rows, "client", words.stated(facts.client()));
        add(rows, "inspector", words.stated(facts.inspector()));
        add(rows, "date", words.date(facts.date()));
        add(rows, "method", words.get("inspection.fact.method.value"));
        int photos = report.findings().size();
        add(
                rows,
                "photos",
                report.leftOut().isEmpty()
                        ? words.get("inspection.fact.photos.value", Numbers.count(photos))
                        : words.get(
                                "inspection.fact.photos.left_out",
                                Numbers.count(photos),
                                Numbers.count(report.leftOut().size())));
        if (!report.models().isEmpty()) {
            add(
                    rows,
                    "model",
                    report.models().stream().map(model -> model.stamp().name()).collect(Collectors.joining("\n")));
        }
        if (!facts.remarks().isBlank()) {
            add(rows, "remarks", facts.remarks().strip());
        }
        add(rows, "made", words.time(report.made().toLocalDateTime()) + "  \u00b7  " + report.program());
        return new Report.Table(List.of(new Column("", 1.2, false), new Column("", 4, false)), rows);
    }

    private void add(List<Row> rows, String key, String value) {
        rows.add(new Row(List.of(Cell.of(words.get("inspection.fact." + key)), Cell.of(value)), false));
    }
}
