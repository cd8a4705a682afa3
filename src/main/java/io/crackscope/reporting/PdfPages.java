package io.crackscope.reporting;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * A4 pages on which one writes downwards: {@code y} grows from the top. Text is embedded Inter; what Inter lacks becomes a
 * question mark.
 */
final class PdfPages implements AutoCloseable {
    static final double WIDTH = PDRectangle.A4.getWidth();
    static final double HEIGHT = PDRectangle.A4.getHeight();
    static final double LEFT = 48;
    static final double RIGHT = WIDTH - 48;
    static final double TOP = 66;
    static final double BOTTOM = HEIGHT - 58;

    private final PDDocument document = new PDDocument();
    private final PDType0Font regular;
    private final PDType0Font bold;
    private final Map<Integer, Boolean> known = new HashMap<>();
    private PDPageContentStream content;
    private double y;

    PdfPages() throws IOException {
        regular = font("InterTabular-Regular.ttf");
        bold = font("InterTabular-SemiBold.ttf");
        content = newPage();
    }

    private PDType0Font font(String name) throws IOException {
        try (InputStream in = PdfPages.class.getResourceAsStream(name)) {
            return PDType0Font.load(document, Objects.requireNonNull(in, name + " is missing beside this class"), true);
        }
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = TOP;
        return new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
    }

    PDDocument document() {
        return document;
    }

    /** Where the next thing goes. */
    double y() {
        return y;
    }

    void down(double distance) {
        y += distance;
    }

    /** Goes on at the top of the next page where {@code height} does not fit on this one; true if so. */
    boolean need(double height) throws IOException {
        if (y + height <= BOTTOM || y <= TOP) {
            return false;
        }
        breakPage();
        return true;
    }

    void breakPage() throws IOException {
        content.close();
        content = newPage();
    }

    PDPageContentStream content() {
        return content;
    }

    /** A size of text that fits, in points. */
    double width(String text, double size, boolean heavy) throws IOException {
        return (heavy ? bold : regular).getStringWidth(printable(text)) / 1000 * size;
    }

    /** Writes one line with its baseline at {@code baseline}. */
    void text(String text, double x, double baseline, double size, boolean heavy, Ink ink) throws IOException {
        text(content, text, x, baseline, size, heavy, ink, false);
    }

    /** Writes one line that runs upwards from the point. */
    void textUpwards(String text, double x, double baseline, double size, boolean heavy, Ink ink) throws IOException {
        text(content, text, x, baseline, size, heavy, ink, true);
    }

    private void text(
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
        on.setFont(heavy ? bold : regular, (float) size);
        on.setNonStrokingColor(Color.decode(ink.light()));
        float atX = (float) x;
        float atY = (float) (HEIGHT - baseline);
        on.setTextMatrix(
                upwards ? Matrix.getRotateInstance(Math.PI / 2, atX, atY) : Matrix.getTranslateInstance(atX, atY));
        on.showText(printable(text));
        on.endText();
    }

    /** The lines into which {@code text} breaks at {@code width}; a word that is too long is cut. */
    List<String> lines(String text, double width, double size, boolean heavy) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                String rest = word;
                String longer = line.isEmpty() ? rest : line + " " + rest;
                if (width(longer, size, heavy) <= width) {
                    line.setLength(0);
                    line.append(longer);
                    continue;
                }
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                while (width(rest, size, heavy) > width && rest.length() > 1) {
                    int fits = rest.length() - 1;
                    while (fits > 1 && width(rest.substring(0, fits), size, heavy) > width) {
                        fits--;
                    }
                    lines.add(rest.substring(0, fits));
                    rest = rest.substring(fits);
                }
                line.append(rest);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** {@code text} in one line of {@code width}, its middle left out where it is longer. */
    String fitted(String text, double width, double size, boolean heavy) throws IOException {
        String fitted = text;
        for (int kept = text.length() - 1; width(fitted, size, heavy) > width && kept > 4; kept--) {
            int tail = kept * 2 / 3;
            fitted = text.substring(0, kept - tail) + "\u2026" + text.substring(text.length() - tail);
        }
        return fitted;
    }

    void box(double x, double top, double width, double height, Color colour, double opacity) throws IOException {
        content.saveGraphicsState();
        if (opacity < 1) {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant((float) opacity);
            content.setGraphicsStateParameters(state);
        }
        content.setNonStrokingColor(colour);
        content.addRect((float) x, (float) (HEIGHT - top - height), (float) width, (float) height);
        content.fill();
        content.restoreGraphicsState();
    }

    void rule(double x1, double x2, double at, Color colour, double width) throws IOException {
        content.setStrokingColor(colour);
        content.setLineWidth((float) width);
        content.moveTo((float) x1, (float) (HEIGHT - at));
        content.lineTo((float) x2, (float) (HEIGHT - at));
        content.stroke();
    }

    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            int shown = c == '\u00a0' || c == '\u202f' ? ' ' : c;
            printable.appendCodePoint(known.computeIfAbsent(shown, this::hasGlyph) ? shown : '?');
        });
        return printable.toString();
    }

    private boolean hasGlyph(int character) {
        try {
            regular.encode(Character.toString(character));
            return true;
        } catch (IllegalArgumentException | IOException e) {
            // PDFBox has no question for it that looks at characters instead of glyph numbers
            return false;
        }
    }

    /** Heads and numbers all pages: {@code head} above left, {@code foot} below left, {@code number} below right. */
    void furnish(String head, String foot, java.util.function.BinaryOperator<String> number) throws IOException {
        content.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream on = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                on.setStrokingColor(Color.decode(Ink.GRID.light()));
                on.setLineWidth(0.6f);
                for (double at : new double[] {TOP - 22, BOTTOM + 16}) {
                    on.moveTo((float) LEFT, (float) (HEIGHT - at));
                    on.lineTo((float) RIGHT, (float) (HEIGHT - at));
                    on.stroke();
                }
                String page = number.apply(String.valueOf(i + 1), String.valueOf(pages));
                String above = fitted(head, RIGHT - LEFT, 7.5, false);
                text(on, above, LEFT, TOP - 28, 7.5, false, Ink.MUTED, false);
                text(on, foot, LEFT, BOTTOM + 28, 7.5, false, Ink.MUTED, false);
                text(on, page, RIGHT - width(page, 7.5, false), BOTTOM + 28, 7.5, false, Ink.MUTED, false);
            }
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
