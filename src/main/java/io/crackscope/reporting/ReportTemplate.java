package io.crackscope.reporting;

import java.util.Locale;
import java.util.Optional;

/** How much an inspection report tells. */
public enum ReportTemplate {
    /** Cover, summary, one line a finding, method, signature. */
    SHORT,
    /** Everything. */
    FULL,
    /** Cover and six photos a page, the crack map over each, and signature. */
    PHOTOS;

    /** The word used in files and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The template for {@code word}; empty for any other word. */
    public static Optional<ReportTemplate> ofWord(String word) {
        for (ReportTemplate template : values()) {
            if (template.word().equals(word)) {
                return Optional.of(template);
            }
        }
        return Optional.empty();
    }
}
