package io.crackscope.reporting;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Words as outlines, to be drawn into pictures. From the bundled Inter and not by AWT, whose fonts need those of the
 * system: a server may have none.
 */
final class Lettering implements AutoCloseable {
    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private Lettering(String name) {
        try (InputStream in = Lettering.class.getResourceAsStream(name)) {
            font = new TTFParser()
                    .parse(new RandomAccessReadBuffer(
                            Objects.requireNonNull(in, name + " is missing beside this class")));
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Lettering regular() {
        return new Lettering("InterTabular-Regular.ttf");
    }

    static Lettering bold() {
        return new Lettering("InterTabular-SemiBold.ttf");
    }

    /** {@code text} with the left end of its baseline at the origin, {@code size} pixels an em. */
    Shape outline(String text, double size) {
        try {
            Path2D outline = new Path2D.Double();
            double scale = size / font.getUnitsPerEm();
            double x = 0;
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                int glyph = glyphs.getGlyphId(text.codePointAt(i));
                GlyphData data = font.getGlyph().getGlyph(glyph);
                if (data != null) {
                    outline.append(
                            data.getPath().getPathIterator(new AffineTransform(scale, 0, 0, -scale, x, 0)), false);
                }
                x += font.getAdvanceWidth(glyph) * scale;
            }
            return outline;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Length of {@code text} in pixels at {@code size} pixels an em. */
    double width(String text, double size) {
        try {
            double width = 0;
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                width += font.getAdvanceWidth(glyphs.getGlyphId(text.codePointAt(i)));
            }
            return width * size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            font.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
