package io.crackscope.project;

import java.time.LocalDate;

/**
 * What an inspection is about. Every text may be empty.
 *
 * @param title of the inspection
 * @param structure that is inspected, such as {@code Bridge 17}
 * @param element of it, such as {@code north abutment}
 * @param inspector who inspects
 * @param client for whom
 * @param date of the inspection
 * @param remarks anything else; may have several lines
 */
public record ProjectFacts(
        String title,
        String structure,
        String element,
        String inspector,
        String client,
        LocalDate date,
        String remarks) {
    /** Facts of which nothing but the title and the date is said yet. */
    public static ProjectFacts titled(String title, LocalDate date) {
        return new ProjectFacts(title, "", "", "", "", date, "");
    }
}
