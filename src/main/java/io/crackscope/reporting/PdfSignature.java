package io.crackscope.reporting;

import io.crackscope.reporting.Report.Heading;
import io.crackscope.reporting.Report.Paragraph;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The place where the engineer signs: what is signed, and lines for place, name and signature that stay with it. */
final class PdfSignature {
    private static final double LINE = 46;
    private static final double FIELDS = LINE + 16;

    private final PdfPages pages;
    private final PdfBlocks blocks;
    private final InspectionWords words;
    private final String name;
    private final List<Paragraph> closing;
    private final Heading heading;
    private final Paragraph statement;

    /** {@code closing} stands before the lines; {@code name} is that of who will sign; both may be empty. */
    PdfSignature(PdfPages pages, String closing, String name, InspectionWords words) {
        this.pages = pages;
        this.blocks = new PdfBlocks(pages);
        this.words = words;
        this.name = name;
        this.closing = closing.strip()
                .lines()
                .filter(text -> !text.isBlank())
                .map(line -> new Paragraph(line, false))
                .toList();
        this.heading = new Heading(1, words.get("inspection.signature"));
        this.statement = new Paragraph(words.get("inspection.signature.text"), false);
    }

    /** How much room it takes; of a closing text that fills half a page, what must stand below the heading. */
    double height() throws IOException {
        double signed = blocks.height(statement) + FIELDS;
        double whole = blocks.height(heading) + signed;
        for (Paragraph line : closing) {
            whole += blocks.height(line);
        }
        boolean isShort = whole <= (pages.bottom() - pages.top()) / 2;
        return isShort ? whole : blocks.height(heading) + signed;
    }

    void write() throws IOException {
        pages.need(height());
        List<Report.Block> text = new ArrayList<>(List.of(heading));
        text.addAll(closing);
        blocks.write(text);
        pages.need(blocks.height(statement) + FIELDS);
        blocks.write(List.of(statement));
        double gap = 16;
        double width = (pages.measure() - 2 * gap) / 3;
        double x = pages.left();
        for (String field : List.of("place", "name", "sign")) {
            pages.rule(x, x + width, pages.y() + LINE, Color.decode(Ink.TEXT.light()), 0.7);
            double left = x;
            String filled = field.equals("name") ? pages.fitted(name, width, PdfBlocks.TEXT, false) : "";
            pages.tags().element("P", () -> {
                pages.text(filled, left, pages.y() + LINE - 5, PdfBlocks.TEXT, false, Ink.TEXT);
                pages.text(
                        words.get("inspection.signature." + field), left, pages.y() + LINE + 10, 7.5, false, Ink.MUTED);
            });
            x += width + gap;
        }
        pages.down(FIELDS);
    }
}
