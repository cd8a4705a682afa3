package io.crackscope.ui.training;

import java.awt.Color;

/**
 * Colours of the charts on a light and on a dark ground: Okabe-Ito, darkened or lightened until they stand out. The
 * drawing library knows no style sheet.
 */
enum ChartColours {
    LIGHT(0x1B1F24, 0x57606A, 0xE6EAEE, 0x0072B2, 0xD55E00, 0x00805D, 0xA3477F, 0x9A6200, 0x4D5660),
    DARK(0xE6EDF3, 0x9AA4AE, 0x2B323A, 0x56B4E9, 0xFF9457, 0x2FCBA0, 0xE39AC6, 0xE6B23C, 0xB6BFC9);

    private static final int FAINT = 90;

    private final int text;
    private final int muted;
    private final int grid;
    private final int[] series;

    ChartColours(int text, int muted, int grid, int... series) {
        this.text = text;
        this.muted = muted;
        this.grid = grid;
        this.series = series;
    }

    Color text() {
        return new Color(text);
    }

    Color muted() {
        return new Color(muted);
    }

    Color grid() {
        return new Color(grid);
    }

    /**
     * The grid's to the eye and another to FXGraphics2D 2.1.5, which takes a colour that it set before the canvas was
     * restored for set, and sets none.
     */
    Color frame() {
        return new Color(grid ^ 1);
    }

    /** The colour of the series of this number, from 0; repeats after six. */
    Color series(int number) {
        return new Color(series[number % series.length]);
    }

    /** The same so light that another line can lie on it. */
    Color faint(int number) {
        int rgb = series[number % series.length];
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, FAINT);
    }

    /** A colour as style sheets write it. */
    static String css(Color colour) {
        return "#%02x%02x%02x".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
