package io.crackscope.ui.report;

import java.util.Locale;

/** What a report can be saved as. */
public enum ReportFormat {
    PDF,
    CSV,
    JSON,
    GEOJSON,
    KML,
    /** A folder with each photo and its crack map over it. */
    ANNOTATED,
    /** A folder with the matrix of model against person, and curves. */
    CHARTS;

    /** Whether it is a folder of files, of which none is replaced. */
    public boolean isFolder() {
        return this == ANNOTATED || this == CHARTS;
    }

    /** How names of such files end, with the dot, or of such folders. */
    public String ending() {
        return (isFolder() ? "-" : ".") + word();
    }

    /** Its word in keys of texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
