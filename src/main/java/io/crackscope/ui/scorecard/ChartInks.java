package io.crackscope.ui.scorecard;

import io.crackscope.ui.common.Appearance;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What charts are drawn with; JFreeChart takes the colours and fonts of AWT.
 *
 * @param text of axes and labels
 * @param grid of lines that help the eye
 * @param curve of what is shown
 * @param mark of the current threshold
 */
record ChartInks(Color text, Color grid, Color curve, Color mark) {
    private static final Font WINDOW_FONT = windowFont();

    /** The window's font in {@code size} pixels. */
    static Font font(int size) {
        return WINDOW_FONT.deriveFont((float) size);
    }

    static Color of(javafx.scene.paint.Color colour) {
        return new Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(), (float)
                colour.getOpacity());
    }

    /** AWT knows a font by its name only once it has read it itself; JavaFX then draws its own of the same name. */
    private static Font windowFont() {
        try (InputStream file =
                Objects.requireNonNull(Appearance.class.getResourceAsStream("fonts/InterTabular-Regular.otf"))) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the bundled font is damaged", e);
        }
    }
}
