package io.crackscope.reporting;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.reporting.Report.Cell;
import io.crackscope.reporting.Report.Column;
import io.crackscope.reporting.Report.Row;
import io.crackscope.reporting.Report.Table;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sets what stands below the pictures of a finding: evidence, facts of the photo, room for what the engineer measures. */
final class PdfFindingDetails {
    private static final double SMALL = 7;
    private static final double SMALL_LINE = 9.5;
    private static final double FIELD = 30;
    private static final double FORM = 2 * FIELD + SMALL_LINE + 6;
    private static final double HEAD = 24;
    private static final double ROW = 18.5;
    private static final Color EDGE = Color.decode(Ink.AXIS.light());

    private final PdfPages pages;
    private final PdfBlocks blocks;
    private final InspectionWords words;

    PdfFindingDetails(PdfPages pages, InspectionWords words) {
        this.pages = pages;
        this.blocks = new PdfBlocks(pages);
        this.words = words;
    }

    /** Writes it on one page: the fields are about the evidence above them. */
    void write(Finding finding) throws IOException {
        pages.need(height(finding));
        evidence(finding);
        String facts = facts(finding);
        pages.need(height(facts) + FORM);
        blocks.paragraph(facts, SMALL, SMALL_LINE, Ink.MUTED);
        pages.down(6);
        form(finding);
    }

    /** About how much room this takes: the place of evidence may take a second line. */
    double height(Finding finding) throws IOException {
        int rows = Math.min(FindingPictures.NUMBERED, finding.evidence().size());
        double table = rows == 0 ? SMALL_LINE + 4 : HEAD + rows * ROW + 2 * SMALL_LINE;
        return table + height(facts(finding)) + FORM;
    }

    private double height(String facts) throws IOException {
        return pages.lines(facts, pages.measure(), SMALL, false).size() * SMALL_LINE + 6;
    }

    private void evidence(Finding finding) throws IOException {
        if (finding.judged().isEmpty()) {
            return;
        }
        List<Evidence> all = finding.evidence();
        if (all.isEmpty() || finding.photo().facts().isEmpty()) {
            blocks.paragraph(words.get("inspection.finding.evidence.none"), SMALL, SMALL_LINE, Ink.MUTED);
            pages.down(4);
            return;
        }
        boolean scaled = finding.photo().scale().isPresent();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.get("inspection.column.number"), 0.5, false));
        columns.add(new Column(words.get("inspection.finding.evidence.place"), 2, false));
        columns.add(new Column(words.get("inspection.finding.evidence.box"), 1.6, true));
        columns.add(new Column(words.get("inspection.finding.evidence.pixels"), 1.6, true));
        if (scaled) {
            columns.add(new Column(words.get("inspection.finding.evidence.millimetres"), 1.6, true));
        }
        columns.add(new Column(words.get("inspection.finding.evidence.probability"), 1.2, true));
        PhotoFacts facts = finding.photo().facts().get();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(FindingPictures.NUMBERED, all.size()); i++) {
            Evidence piece = all.get(i);
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(finding.number() + "." + (i + 1)));
            cells.add(Cell.of(words.place(piece, facts)));
            cells.add(Cell.of(InspectionWords.corner(piece)));
            cells.add(Cell.of(InspectionWords.pixels(piece)));
            if (scaled) {
                cells.add(Cell.of(words.millimetres(piece, finding.photo().scale())));
            }
            cells.add(Cell.of(Numbers.wholePercent(piece.probability())));
            rows.add(new Row(cells, false));
        }
        PdfTable.draw(pages, new Table(columns, rows));
        if (all.size() > FindingPictures.NUMBERED) {
            String more = words.get("inspection.finding.evidence.more", all.size() - FindingPictures.NUMBERED);
            blocks.paragraph(more, SMALL, SMALL_LINE, Ink.MUTED);
        }
        blocks.paragraph(words.get("inspection.finding.evidence.note"), SMALL, SMALL_LINE, Ink.MUTED);
        pages.down(4);
    }

    /** File, time, camera, size, scale, position in one paragraph. */
    private String facts(Finding finding) {
        List<String> parts = new ArrayList<>();
        finding.photo().facts().ifPresent(facts -> {
            facts.taken().ifPresent(taken -> parts.add(fact("taken", words.time(taken))));
            facts.camera().ifPresent(camera -> parts.add(fact("camera", camera)));
            parts.add(fact("size", words.figures().size(facts.width(), facts.height())));
            words.position(facts).ifPresent(position -> parts.add(fact("position", position)));
        });
        parts.add(fact("scale", words.scale(finding.photo().scale())));
        finding.photo().sha256().ifPresent(sha -> parts.add(fact("sha", sha)));
        return String.join("  \u00b7  ", parts);
    }

    private String fact(String key, String value) {
        return words.get("inspection.finding." + key) + ": " + value;
    }

    /** Fields for what a camera and a model do not tell: in a report of today the place of widths and classes. */
    private void form(Finding finding) throws IOException {
        blocks.paragraph(words.get("inspection.finding.form", finding.number()), SMALL, SMALL_LINE, Ink.MUTED);
        pages.down(2);
        pages.rule(pages.left(), pages.right(), pages.y(), EDGE, 0.5);
        fields(List.of("width", "length", "pattern", "activity"));
        fields(List.of("exposure", "class", "previous", "action"));
        pages.down(4);
    }

    private void fields(List<String> fields) throws IOException {
        double width = pages.measure() / fields.size();
        double top = pages.y();
        pages.rule(pages.left(), pages.right(), top + FIELD, EDGE, 0.5);
        for (int i = 0; i < fields.size(); i++) {
            double x = pages.left() + i * width;
            if (i > 0) {
                pages.box(x, top, 0.5, FIELD, EDGE, 1);
            }
            String title = words.get("inspection.finding.form." + fields.get(i));
            double indent = i > 0 ? 5 : 0;
            String fits = pages.fitted(title, width - 8, SMALL, false);
            pages.tags().element("P", () -> pages.text(fits, x + indent, top + 9, SMALL, false, Ink.TEXT));
        }
        pages.down(FIELD);
    }
}
