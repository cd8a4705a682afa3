package io.crackscope.reporting;

import java.awt.Color;
import java.io.IOException;
import java.util.List;

/** Sets the place where the engineer signs. */
final class PdfSignature {
    private static final double LINE = 46;

    private final PdfPages pages;
    private final PdfBlocks blocks;
    private final InspectionWords words;

    PdfSignature(PdfPages pages, InspectionWords words) {
        this.pages = pages;
        this.blocks = new PdfBlocks(pages);
        this.words = words;
    }

    /** {@code closing} stands before it; {@code name} is that of who will sign; both may be empty. */
    void write(String closing, String name) throws IOException {
        // the lines stay together with what is signed
        pages.need(150 + LINE);
        blocks.write(List.of(new Report.Heading(1, words.get("inspection.signature"))));
        for (String line :
                closing.strip().lines().filter(text -> !text.isBlank()).toList()) {
            blocks.write(List.of(new Report.Paragraph(line, false)));
        }
        blocks.write(List.of(new Report.Paragraph(words.get("inspection.signature.text"), false)));
        pages.need(LINE + 16);
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
        pages.down(LINE + 16);
    }
}
