package io.crackscope.reporting;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an inspection report looks.
 *
 * @param template how much it tells
 * @param paper that it is printed on
 * @param dpi pixels an inch that its pictures have at most, in [{@value #LEAST_DPI},{@value #MOST_DPI}]
 * @param company whose report it is
 */
public record ReportStyle(ReportTemplate template, PdfPaper paper, int dpi, Company company) {
    public static final int LEAST_DPI = 50;
    public static final int MOST_DPI = 600;

    /** Sharp in print, and 200 photos stay small enough for a letter box. */
    public static final int USUAL_DPI = 200;

    /** The full report on A4 without a company. */
    public static final ReportStyle USUAL = new ReportStyle(ReportTemplate.FULL, PdfPaper.A4, USUAL_DPI, Company.NONE);

    public ReportStyle {
        if (dpi < LEAST_DPI || dpi > MOST_DPI) {
            throw new IllegalArgumentException("not a resolution of pictures: " + dpi);
        }
    }

    /**
     * Whose report it is. Every text may be empty.
     *
     * @param name of the company
     * @param address in one or more lines
     * @param introduction stands before the summary
     * @param closing stands before the signature
     * @param logo a picture file
     */
    public record Company(String name, String address, String introduction, String closing, Optional<Path> logo) {
        /** No company. */
        public static final Company NONE = new Company("", "", "", "", Optional.empty());
    }
}
