package io.crackscope.ui.report;

import java.util.Locale;

/** What a report can be saved as. */
public enum ReportFormat {
    PDF,
    CSV,
    JSON,
    GEOJSON,
    KML;

    /** How names of such files end, with the dot. */
    public String ending() {
        return "." + word();
    }

    /** Its word in keys of texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
