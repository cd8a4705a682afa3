package io.crackscope.reporting;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Pages on which one writes downwards: {@code y} grows from the top. What is written belongs to the element of the
 * {@link PdfTags} that is open. Pictures wait in a temporary file once they fill {@value #MEMORY} bytes.
 */
final class PdfPages implements AutoCloseable {
    private static final long MEMORY = 48L << 20;
    private static final int RECENT = 12;
    private static final double MARGIN = 48;
    private static final double TOP = 66;
    private static final double FOOT = 58;

    private final PDDocument document = new PDDocument(MemoryUsageSetting.setupMixed(MEMORY).streamCache);
    private final PdfType type;
    private final PdfTags tags;
    private final PdfPaper paper;
    /** A picture that is drawn again is not stored again. */
    private final Map<JpegFile, PDImageXObject> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<JpegFile, PDImageXObject> eldest) {
            return size() > RECENT;
        }
    };

    private final List<Set<String>> warnings = new ArrayList<>();
    private @Nullable String standing;
    private PDPage page;
    private PDPageContentStream content;
    private double y;

    PdfPages(PdfPaper paper) throws IOException {
        this.paper = paper;
        type = new PdfType(document);
        tags = new PdfTags(document);
        page = new PDPage(paper.size());
        content = begin(page);
    }

    private PDPageContentStream begin(PDPage next) throws IOException {
        page = next;
        document.addPage(next);
        warnings.add(new LinkedHashSet<>());
        if (standing != null) {
            warn(standing);
        }
        y = TOP;
        return new PDPageContentStream(document, next, PDPageContentStream.AppendMode.APPEND, true, true);
    }

    PDDocument document() {
        return document;
    }

    PdfTags tags() {
        return tags;
    }

    double height() {
        return paper.size().getHeight();
    }

    double left() {
        return MARGIN;
    }

    double right() {
        return paper.size().getWidth() - MARGIN;
    }

    /** Width of the text. */
    double measure() {
        return right() - left();
    }

    double top() {
        return TOP;
    }

    double bottom() {
        return height() - FOOT;
    }

    /** Where the next thing goes. */
    double y() {
        return y;
    }

    void down(double distance) {
        y += distance;
    }

    /** The number of the page in work, from 1. */
    int number() {
        return document.getNumberOfPages();
    }

    /** Goes on at the top of the next page where {@code height} does not fit on this one; true if so. */
    boolean need(double height) throws IOException {
        if (y + height <= bottom() || y <= TOP) {
            return false;
        }
        breakPage();
        return true;
    }

    void breakPage() throws IOException {
        content.close();
        content = begin(new PDPage(paper.size()));
    }

    PDPageContentStream content() {
        return content;
    }

    /** Says of something on this page that a reader must be warned of it; the page's head will. */
    void warn(String about) {
        warnings.getLast().add(about);
    }

    /** Warns on every page that {@code drawing} stands on, from where it begins. */
    void warning(String about, PdfTags.Drawing drawing) throws IOException {
        standing = about;
        try {
            drawing.draw();
        } finally {
            standing = null;
        }
    }

    double width(String text, double size, boolean heavy) throws IOException {
        return type.width(text, size, heavy);
    }

    List<String> lines(String text, double width, double size, boolean heavy) throws IOException {
        return type.lines(text, width, size, heavy);
    }

    String fitted(String text, double width, double size, boolean heavy) throws IOException {
        return type.fitted(text, width, size, heavy);
    }

    /** Writes one line with its baseline at {@code baseline}. */
    void text(String text, double x, double baseline, double size, boolean heavy, Ink ink) throws IOException {
        tags.mark(content, page, () -> show(content, text, x, baseline, size, heavy, ink, false));
    }

    /** Writes one line that runs upwards from the point. */
    void textUpwards(String text, double x, double baseline, double size, boolean heavy, Ink ink) throws IOException {
        tags.mark(content, page, () -> show(content, text, x, baseline, size, heavy, ink, true));
    }

    /** Writes one line on any page, whatever it means. */
    void show(
            PDPageContentStream on,
            String text,
            double x,
            double baseline,
            double size,
            boolean heavy,
            Ink ink,
            boolean upwards)
            throws IOException {
        on.beginText();
        on.setNonStrokingColor(Color.decode(ink.light()));
        float atX = (float) x;
        float atY = (float) (height() - baseline);
        on.setTextMatrix(
                upwards ? Matrix.getRotateInstance(Math.PI / 2, atX, atY) : Matrix.getTranslateInstance(atX, atY));
        type.show(on, text, size, heavy);
        on.endText();
    }

    /** Draws what shows something that no text says; {@code description} does. */
    void figure(String description, PdfTags.Drawing drawing) throws IOException {
        tags.figure(description, content, page, drawing);
    }

    /** Draws what means nothing. */
    void decoration(PdfTags.Drawing drawing) throws IOException {
        tags.decoration(content, drawing);
    }

    /** A JPEG file in this box. */
    void picture(JpegFile jpeg, double x, double top, double width, double height) throws IOException {
        PDImageXObject image = recent.get(jpeg);
        if (image == null) {
            image = JPEGFactory.createFromByteArray(document, jpeg.bytes());
            recent.put(jpeg, image);
        }
        draw(image, x, top, width, height);
    }

    /** A picture without loss in this box. */
    void picture(java.awt.image.BufferedImage image, double x, double top, double width, double height)
            throws IOException {
        draw(LosslessFactory.createFromImage(document, image), x, top, width, height);
    }

    private void draw(PDImageXObject image, double x, double top, double width, double height) throws IOException {
        content.drawImage(image, (float) x, (float) (height() - top - height), (float) width, (float) height);
    }

    void box(double x, double top, double width, double height, Color colour, double opacity) throws IOException {
        tags.decoration(content, () -> fill(x, top, width, height, colour, opacity));
    }

    private void fill(double x, double top, double width, double height, Color colour, double opacity)
            throws IOException {
        content.saveGraphicsState();
        if (opacity < 1) {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant((float) opacity);
            content.setGraphicsStateParameters(state);
        }
        content.setNonStrokingColor(colour);
        content.addRect((float) x, (float) (height() - top - height), (float) width, (float) height);
        content.fill();
        content.restoreGraphicsState();
    }

    void rule(double x1, double x2, double at, Color colour, double width) throws IOException {
        tags.decoration(content, () -> line(content, x1, x2, at, colour, width));
    }

    /** Draws a line on any page. */
    void line(PDPageContentStream on, double x1, double x2, double at, Color colour, double width) throws IOException {
        on.setStrokingColor(colour);
        on.setLineWidth((float) width);
        on.moveTo((float) x1, (float) (height() - at));
        on.lineTo((float) x2, (float) (height() - at));
        on.stroke();
    }

    /** Ends writing on the pages and sets what stands on all of them. */
    void furnish(PdfFurniture furniture) throws IOException {
        content.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            int number = i;
            List<String> about = List.copyOf(warnings.get(i));
            try (PDPageContentStream on = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                tags.decoration(on, () -> furniture.draw(this, on, number, pages, about));
            }
        }
        tags.finish();
    }

    /** Writes the file to {@code out}, which stays open. */
    void save(OutputStream out) throws IOException {
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
