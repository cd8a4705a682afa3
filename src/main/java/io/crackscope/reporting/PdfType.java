package io.crackscope.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * The type of a PDF: Inter, and Droid Sans Fallback for the Chinese, Japanese and Korean signs that Inter lacks. A sign
 * that neither has is written as its code ({@code [U+0E01]}), so that nothing is lost. Fonts are embedded as far as used.
 */
final class PdfType {
    private static final double UNITS = 1000;

    private final PDDocument document;
    private final PDFont regular;
    private final PDFont bold;
    private final Map<Integer, Glyph> regularGlyphs = new HashMap<>();
    private final Map<Integer, Glyph> boldGlyphs = new HashMap<>();
    private @Nullable PDFont fallback;

    PdfType(PDDocument document) throws IOException {
        this.document = document;
        regular = font("InterTabular-Regular.ttf");
        bold = font("InterTabular-SemiBold.ttf");
    }

    private PDFont font(String name) throws IOException {
        try (InputStream in = PdfType.class.getResourceAsStream(name)) {
            return PDType0Font.load(document, Objects.requireNonNull(in, name + " is missing beside this class"), true);
        }
    }

    /** How one code point is written. */
    private record Glyph(PDFont font, String text, double width) {}

    /** The length of one line in points. */
    double width(String text, double size, boolean heavy) throws IOException {
        double width = 0;
        String composed = composed(text);
        for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
            width += glyph(composed.codePointAt(i), heavy).width();
        }
        return width / UNITS * size;
    }

    /** Writes one line between {@code beginText} and {@code endText}. */
    void show(PDPageContentStream on, String text, double size, boolean heavy) throws IOException {
        PDFont current = null;
        StringBuilder run = new StringBuilder();
        String composed = composed(text);
        for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
            Glyph glyph = glyph(composed.codePointAt(i), heavy);
            if (current != glyph.font() && !run.isEmpty()) {
                on.setFont(current, (float) size);
                on.showText(run.toString());
                run.setLength(0);
            }
            current = glyph.font();
            run.append(glyph.text());
        }
        if (!run.isEmpty()) {
            on.setFont(current, (float) size);
            on.showText(run.toString());
        }
    }

    /** The lines into which {@code text} breaks at {@code width}; a word that is too long is cut. */
    List<String> lines(String text, double width, double size, boolean heavy) throws IOException {
        List<String> lines = new ArrayList<>();
        double space = width(" ", size, heavy);
        for (String paragraph : composed(text).split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            double used = 0;
            for (String word : paragraph.split("[ \t]")) {
                double length = width(word, size, heavy);
                boolean begun = !line.isEmpty();
                if (begun && used + space + length <= width) {
                    line.append(' ').append(word);
                    used += space + length;
                    continue;
                }
                if (begun) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                String rest = length <= width ? word : cut(word, width, size, heavy, lines);
                line.append(rest);
                used = rest.length() == word.length() ? length : width(rest, size, heavy);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Adds full lines of {@code word} and returns what is left for the last. */
    private String cut(String word, double width, double size, boolean heavy, List<String> lines) throws IOException {
        int from = 0;
        double used = 0;
        for (int i = 0; i < word.length(); ) {
            int next = i + Character.charCount(word.codePointAt(i));
            double length = width(word.substring(i, next), size, heavy);
            if (used + length > width && i > from) {
                lines.add(word.substring(from, i));
                from = i;
                used = 0;
            }
            used += length;
            i = next;
        }
        return word.substring(from);
    }

    /** {@code text} in one line of {@code width}, its middle left out where it is longer. */
    String fitted(String text, double width, double size, boolean heavy) throws IOException {
        String oneLine = composed(text).replaceAll("\\s*\\R\\s*", " ");
        int[] signs = oneLine.codePoints().toArray();
        String fitted = oneLine;
        for (int kept = signs.length - 1; kept > 4 && width(fitted, size, heavy) > width; kept--) {
            int tail = kept * 2 / 3;
            fitted = new String(signs, 0, kept - tail) + "\u2026" + new String(signs, signs.length - tail, tail);
        }
        return fitted;
    }

    /** Names of files that come from a Mac have their accents as signs of their own. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private Glyph glyph(int sign, boolean heavy) throws IOException {
        Map<Integer, Glyph> known = heavy ? boldGlyphs : regularGlyphs;
        Glyph glyph = known.get(sign);
        if (glyph == null) {
            glyph = find(sign, heavy);
            known.put(sign, glyph);
        }
        return glyph;
    }

    private Glyph find(int sign, boolean heavy) throws IOException {
        PDFont font = heavy ? bold : regular;
        if (sign == '\u00a0' || sign == '\u202f' || sign == '\u2009' || sign == '\t') {
            return new Glyph(font, " ", font.getStringWidth(" "));
        }
        if (Character.getType(sign) == Character.FORMAT || sign >= '\ufe00' && sign <= '\ufe0f') {
            return new Glyph(font, "", 0);
        }
        String text = Character.toString(sign);
        if (has(font, text)) {
            return new Glyph(font, text, font.getStringWidth(text));
        }
        boolean mayBeDrawn = !Character.isISOControl(sign) && Character.isDefined(sign);
        if (mayBeDrawn && has(fallback(), text)) {
            return new Glyph(fallback(), text, fallback().getStringWidth(text));
        }
        String code = "[U+%04X]".formatted(sign);
        return new Glyph(font, code, font.getStringWidth(code));
    }

    private PDFont fallback() throws IOException {
        if (fallback == null) {
            fallback = font("DroidSansFallback.ttf");
        }
        return fallback;
    }

    private static boolean has(PDFont font, String text) {
        try {
            font.encode(text);
            return true;
        } catch (IllegalArgumentException | IOException e) {
            // PDFBox has no question for it that looks at characters instead of glyph numbers
            return false;
        }
    }
}
