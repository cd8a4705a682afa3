package io.crackscope.reporting;

import io.crackscope.text.Messages;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;

/** Writes a report as a tagged PDF/A-2b and PDF/UA-1 of A4 pages with embedded type; charts are vectors. */
public final class PdfReport {
    private final PdfPages pages;
    private final PdfBlocks blocks;
    private final Report report;

    private PdfReport(PdfPages pages, Report report) {
        this.pages = pages;
        this.blocks = new PdfBlocks(pages);
        this.report = report;
    }

    /** The file's bytes. {@code messages} number the pages. */
    public static byte[] of(Report report, Messages messages) {
        try (PdfPages pages = new PdfPages(PdfPaper.A4)) {
            new PdfReport(pages, report).write();
            pages.furnish(new PdfFurniture(
                    report.title() + " \u00b7 " + report.subject(),
                    report.origin(),
                    (page, of) -> messages.get("report.page", page, of),
                    about -> ""));
            PdfArchive.declare(
                    pages.document(),
                    report.language(),
                    report.title() + ": " + report.subject(),
                    "",
                    report.origin(),
                    ZonedDateTime.now());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pages.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF cannot be made", e);
        }
    }

    private void write() throws IOException {
        pages.tags().element("H1", () -> pages.text(report.title(), pages.left(), pages.y() + 16, 22, true, Ink.TEXT));
        pages.down(26);
        blocks.paragraph(report.subject(), 11, 15, Ink.TEXT);
        blocks.paragraph(report.origin(), PdfBlocks.NOTE, PdfBlocks.NOTE_LINE, Ink.MUTED);
        pages.down(4);
        pages.rule(pages.left(), pages.right(), pages.y(), Color.decode(Ink.TEXT.light()), 1);
        pages.down(2);
        blocks.write(report.blocks());
    }
}
