package io.crackscope.reporting;

import static io.crackscope.reporting.PdfInspectionTest.entry;
import static io.crackscope.reporting.PdfInspectionTest.pages;
import static io.crackscope.reporting.PdfInspectionTest.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Review;
import io.crackscope.project.Verification;
import io.crackscope.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page break must not tear from the fields that an engineer fills in and signs. */
class PdfKeptTogetherTest {
    @TempDir
    Path folder;

    private static AuditExtract audit(int entries) {
        return new AuditExtract(
                new Verification.Whole(entries, "head"),
                IntStream.rangeClosed(1, entries)
                        .mapToObj(seq -> entry(seq, hash(seq)))
                        .toList());
    }

    private static String hash(int seq) {
        return String.format("%02d", seq) + "ef".repeat(31);
    }

    @ParameterizedTest
    @CsvSource({"A4,en", "LETTER,de"})
    void the_fields_of_the_engineer_stand_on_the_page_of_the_evidence_that_they_are_about(
            PdfPaper paper, String language) throws IOException {
        Messages messages = new Messages(Locale.of(language));
        Inspected inspected = new Inspected(folder);
        for (int i = 1; i <= 24; i++) {
            inspected.judged("photo-" + i + ".jpg", 0.9);
            inspected.reviewed(Optional.of(Review.Decision.CRACK), "words ".repeat(20 * i));
        }
        ReportStyle style = new ReportStyle(ReportTemplate.FULL, paper, 100, ReportStyle.Company.NONE);

        List<String> pages = pages(pdf(inspected, style, messages));

        for (int i = 1; i <= 24; i++) {
            String form = " " + messages.get("inspection.finding.form", i);
            String evidence = " " + i + ".1 ";
            assertThat(pages)
                    .as("finding " + i)
                    .filteredOn(page -> page.contains(form))
                    .singleElement()
                    .asString()
                    .contains(evidence, "SHA-256");
        }
    }

    @ParameterizedTest
    @CsvSource({"A4,en", "LETTER,en", "A4,de", "LETTER,de"})
    void the_end_of_the_report_and_what_is_signed_stand_on_the_page_of_the_signature(PdfPaper paper, String language)
            throws IOException {
        Messages messages = new Messages(Locale.of(language));
        Inspected inspected = new Inspected(folder);
        inspected.judged("calm.jpg", 0.02);
        for (int entries = 1; entries <= 30; entries++) {
            // short and long closing texts at any height of a page
            String closing = "We thank the city.\n".repeat(entries % 3 == 0 ? 2 * entries : entries % 3);
            ReportStyle style = new ReportStyle(
                    ReportTemplate.FULL, paper, 100, new ReportStyle.Company("", "", "", closing, Optional.empty()));

            String last =
                    pages(pdf(inspected.audit(audit(entries)), style, messages)).getLast();

            assertThat(last)
                    .as(entries + " entries")
                    .contains(messages.get("inspection.signature.place"), messages.get("inspection.signature.name"))
                    .contains(messages.get("inspection.signature.text").substring(0, 40));
            if (closing.length() < 200) {
                assertThat(last).as(entries + " entries").contains(hash(entries).substring(0, 12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SHORT,A4", "SHORT,LETTER", "PHOTOS,A4", "PHOTOS,LETTER"})
    void a_report_without_a_trail_ends_on_the_page_of_the_signature_too(ReportTemplate template, PdfPaper paper)
            throws IOException {
        Inspected inspected = new Inspected(folder);
        for (int photos = 1; photos <= (template == ReportTemplate.SHORT ? 24 : 6); photos++) {
            inspected.judged("photo-" + photos + ".jpg", 0.9);
            ReportStyle style = new ReportStyle(template, paper, 100, ReportStyle.Company.NONE);

            List<String> pages = pages(pdf(inspected, style, new Messages(Locale.ENGLISH)));

            assertThat(pages.getLast())
                    .as(photos + " photos")
                    .contains("The signature covers what a person found.", "Place, date")
                    .contains(
                            template == ReportTemplate.SHORT
                                    ? "The file of this model is not at hand"
                                    : "Sketch of where the photos");
        }
    }
}
