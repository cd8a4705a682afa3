package io.crackscope.reporting;

import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;
import io.crackscope.text.Messages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pages of a report as they will be printed, one at a time. The whole report is set, but only the photos that stand on
 * the page in view are read, so that a page of 200 photos shows as soon as one of two.
 */
public final class ReportPreview {
    private final PdfInspection writer;
    private final Map<Integer, Set<Integer>> places;
    private final int pages;

    private ReportPreview(PdfInspection writer, Map<Integer, Set<Integer>> places, int pages) {
        this.writer = writer;
        this.places = places;
        this.pages = pages;
    }

    /**
     * Sets the report without its pictures.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static ReportPreview of(
            InspectionReport report,
            ReportStyle style,
            Messages messages,
            FindingPictures pictures,
            Cancellation cancellation)
            throws IOException {
        PdfInspection writer = new PdfInspection(report, style, messages);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<Integer, Set<Integer>> places = writer.write(out, pictures::grey, ProgressListener.NONE, cancellation);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            return new ReportPreview(writer, places, document.getNumberOfPages());
        }
    }

    /** How many pages there are. */
    public int pages() {
        return pages;
    }

    /**
     * A page as a picture.
     *
     * @param page from 0
     * @param dpi pixels an inch
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Picture page(int page, int dpi, FindingPictures pictures, Cancellation cancellation) throws IOException {
        Set<Integer> shown = places.getOrDefault(page, Set.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PictureSource some = (finding, wanted) ->
                shown.contains(finding.number()) ? pictures.of(finding, wanted) : pictures.grey(finding, wanted);
        writer.write(out, some, ProgressListener.NONE, cancellation);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            int there = Math.min(page, document.getNumberOfPages() - 1);
            return Pictures.ofBufferedImage(new PDFRenderer(document).renderImageWithDPI(there, dpi, ImageType.RGB));
        }
    }
}
