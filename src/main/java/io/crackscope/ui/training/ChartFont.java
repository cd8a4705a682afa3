package io.crackscope.ui.training;

import io.crackscope.ui.common.Appearance;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's font for the library that draws charts, which knows AWT fonts only. */
final class ChartFont {
    private static final Logger LOG = LoggerFactory.getLogger(ChartFont.class);
    private static final String FILE = "fonts/InterTabular-Regular.otf";

    private ChartFont() {}

    /** Read when first asked for, on any thread. */
    private static final class Read {
        static final Font FONT = read();
    }

    /** The font in this size; the system's where it cannot be loaded. */
    static Font of(float size) {
        return Read.FONT.deriveFont(size);
    }

    private static Font read() {
        try (InputStream file = Objects.requireNonNull(Appearance.class.getResourceAsStream(FILE), FILE)) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, file);
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            return font;
        } catch (FontFormatException | IOException e) {
            LOG.warn("charts are drawn in another font", e);
            return new Font(Font.SANS_SERIF, Font.PLAIN, 1);
        }
    }
}
