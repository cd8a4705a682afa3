package io.crackscope.reporting;

/**
 * The colours of a report, each on white paper and on a dark screen. Series are Okabe-Ito colours, darkened or lightened
 * until they stand out from the ground.
 */
public enum Ink {
    TEXT("#1b1f24", "#e6edf3"),
    MUTED("#57606a", "#9aa4ae"),
    GRID("#e6eaee", "#262d34"),
    AXIS("#8c959f", "#6e7781"),
    GOOD("#0072b2", "#56b4e9"),
    BAD("#d55e00", "#ff9457"),
    SERIES_1("#0072b2", "#56b4e9"),
    SERIES_2("#d55e00", "#ff9457"),
    SERIES_3("#00805d", "#2fcba0"),
    SERIES_4("#a3477f", "#e39ac6"),
    SERIES_5("#9a6200", "#e6b23c"),
    SERIES_6("#4d5660", "#b6bfc9");

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The colour on white, {@code #rrggbb}. */
    String light() {
        return light;
    }

    /** The colour on a dark ground, {@code #rrggbb}. */
    String dark() {
        return dark;
    }

    /** The name of the colour in style sheets. */
    String variable() {
        return "--ink-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The colour of the series of this number, from 0; repeats after six. */
    static Ink series(int number) {
        Ink[] all = {SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6};
        return all[number % all.length];
    }
}
