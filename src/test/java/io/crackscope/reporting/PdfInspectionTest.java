package io.crackscope.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Refusal;
import io.crackscope.domain.Review;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.project.AuditEntry;
import io.crackscope.project.ProjectFacts;
import io.crackscope.project.Verification;
import io.crackscope.text.Messages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The PDF that an engineer signs. */
class PdfInspectionTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    @TempDir
    Path folder;

    static byte[] pdf(Inspected inspected, ReportStyle style, Messages messages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FindingPictures pictures = new FindingPictures(new ImageIoPhotoReader(), inspected::findings)) {
            new PdfInspection(inspected.report(), style, messages)
                    .write(out, pictures, ProgressListener.NONE, new Cancellation());
        }
        return out.toByteArray();
    }

    private static ReportStyle style(ReportTemplate template) {
        return new ReportStyle(template, PdfPaper.A4, 100, ReportStyle.Company.NONE);
    }

    /** The text page by page, blanks and breaks as one blank each. */
    static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document).replaceAll("\\s+", " "));
            }
        }
        return pages;
    }

    private static String text(byte[] pdf) throws IOException {
        return String.join(" ", pages(pdf));
    }

    private Inspected mixed() throws IOException {
        Inspected inspected = new Inspected(folder);
        inspected.judged("open.jpg", 0.95);
        inspected.scaled(0.5);
        inspected.judged("confirmed.jpg", 0.8);
        inspected.reviewed(Optional.of(Review.Decision.CRACK), "edges sharp");
        inspected.judged("rejected.jpg", 0.9);
        inspected.reviewed(Optional.of(Review.Decision.NO_CRACK), "");
        inspected.judged("calm.jpg", 0.02);
        inspected.refused("broken.jpg", new Refusal(Refusal.Kind.DAMAGED, ""));
        return inspected.audit(audit());
    }

    private static AuditExtract audit() {
        return new AuditExtract(new Verification.Whole(7, "12ef".repeat(16)), List.of(entry(7, "12ef".repeat(16))));
    }

    static AuditEntry entry(long seq, String hash) {
        return new AuditEntry(
                seq,
                Inspected.REVIEWED,
                "A. Weber",
                "decision",
                Optional.empty(),
                "confirmed.jpg",
                "{}",
                Optional.empty(),
                "0".repeat(64),
                hash);
    }

    @ParameterizedTest
    @CsvSource({"FULL,A4,en", "SHORT,LETTER,de", "PHOTOS,A4,de"})
    void every_template_is_an_archivable_tagged_pdf_that_names_every_photo(
            ReportTemplate template, PdfPaper paper, String language) throws IOException {
        byte[] pdf = pdf(
                mixed(),
                new ReportStyle(template, paper, 100, ReportStyle.Company.NONE),
                new Messages(Locale.of(language)));

        assertThat(PdfConformance.breaches(pdf)).isEmpty();
        assertThat(text(pdf))
                .contains("open.jpg", "confirmed.jpg", "rejected.jpg", "calm.jpg", "broken.jpg")
                .contains("Bridge 17", "City of K\u00f6ln", "A. Weber");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isEqualTo(paper.size().getWidth());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("A. Weber");
        }
    }

    @Test
    void a_finding_holds_model_and_person_evidence_with_millimetres_and_the_places_of_width_and_class()
            throws IOException {
        String text = text(pdf(mixed(), style(ReportTemplate.FULL), ENGLISH));

        assertThat(text)
                .contains("Crack, 95\u00a0%".replace('\u00a0', ' '))
                .contains("CrackNet 2026-11-25, 20 Nov 2026, 10:30")
                .contains("A. Weber, 20 Nov 2026, 16:10")
                .contains("edges sharp")
                .contains("120 \u00d7 280 60 \u00d7 140")
                .contains("0.500 mm/px (crack card)", "none: lengths and widths cannot be measured")
                .contains("No. 2, to be completed by the engineer")
                .contains("Crack width (mm): p95, max, error", "Condition class, system")
                .contains("12ef12ef12ef12ef", "12ef".repeat(16))
                .contains("The picture is damaged or incomplete")
                .contains("Place, date", "Name, qualification", "Signature");
    }

    @ParameterizedTest
    @CsvSource({"FULL", "SHORT", "PHOTOS"})
    void each_page_on_which_an_unreviewed_finding_stands_says_so_and_no_other(ReportTemplate template)
            throws IOException {
        Inspected inspected = new Inspected(folder);
        for (int i = 1; i <= 60; i++) {
            inspected.judged("photo-" + i + ".jpg", 0.9);
            if (i % 3 != 0) {
                inspected.reviewed(Optional.of(Review.Decision.CRACK), i == 4 ? "words ".repeat(900) : "");
            }
        }
        int warned = 0;
        int quiet = 0;
        for (String page : pages(pdf(inspected, style(template), ENGLISH))) {
            boolean stands = false;
            for (int i = 3; i <= 60; i += 3) {
                stands |= page.contains("photo-" + i + ".jpg");
            }
            if (stands) {
                warned++;
                assertThat(page).contains("Not reviewed by a person: No. ");
            } else {
                quiet++;
                assertThat(page).doesNotContain("Not reviewed by a person: No. ");
            }
        }
        assertThat(warned).isPositive();
        assertThat(quiet).isPositive();
    }

    @Test
    void the_short_report_too_lists_what_a_person_noted_of_a_photo_without_a_crack_after_what_is_graver()
            throws IOException {
        Inspected inspected = new Inspected(folder);
        inspected.judged("noted.jpg", 0.01);
        inspected.reviewed(Optional.of(Review.Decision.NO_CRACK), "rust stain below the drain");
        inspected.judged("crack.jpg", 0.95);

        String text = text(pdf(inspected, style(ReportTemplate.SHORT), ENGLISH));

        assertThat(text).contains("noted.jpg", "rust stain below the drain");
        assertThat(text.indexOf("crack.jpg")).isPositive().isLessThan(text.indexOf("noted.jpg"));
    }

    @Test
    void the_short_report_stays_short_and_says_where_the_rest_of_a_long_note_is() throws IOException {
        Inspected inspected = new Inspected(folder);
        inspected.judged("noted.jpg", 0.9);
        inspected.reviewed(Optional.of(Review.Decision.CRACK), "first words " + "and more ".repeat(300) + "LAST");
        List<String> pages = pages(pdf(inspected, style(ReportTemplate.SHORT), ENGLISH));

        assertThat(String.join(" ", pages))
                .contains("first words and more", "whole note: in the full report")
                .doesNotContain("LAST");
        assertThat(pages).hasSizeLessThan(5);
    }

    @Test
    void figures_have_the_decimal_sign_of_the_language() throws IOException {
        Inspected inspected = mixed();
        // neither dates, nor the version, nor the number of a crack in a photo
        for (ReportTemplate template : ReportTemplate.values()) {
            assertThat(text(pdf(inspected, style(template), new Messages(Locale.GERMAN)))
                            .replaceAll("[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}|CrackScope [0-9.]+|[0-9]\\.[0-9] Mitte", ""))
                    .as(template.name())
                    .doesNotContainPattern("[0-9]\\.[0-9]");
            assertThat(text(pdf(inspected, style(template), ENGLISH)))
                    .as(template.name())
                    .doesNotContainPattern("[0-9],[0-9]");
        }
        assertThat(text(pdf(inspected, style(ReportTemplate.FULL), new Messages(Locale.GERMAN))))
                .contains("50,94000\u00b0", "70 %", "30 %");
    }

    @Test
    void a_scale_bar_has_the_decimal_sign_of_the_language() throws IOException {
        Inspected inspected = new Inspected(folder);
        inspected.judged("scaled.jpg", 0.9);
        inspected.scaled(0.005);
        Finding finding = inspected.report().findings().getFirst();
        try (FindingPictures pictures = new FindingPictures(new ImageIoPhotoReader(), inspected::findings)) {
            assertThat(picture(pictures, finding, Locale.GERMAN))
                    .as("0,5 mm")
                    .isNotEqualTo(picture(pictures, finding, Locale.ENGLISH));
        }
    }

    private static byte[] picture(FindingPictures pictures, Finding finding, Locale language) {
        FindingPictures.Wanted wanted = new FindingPictures.Wanted(400, 400, 0, true, 0.8, language);
        return ((FindingPictures.Outcome.Made) pictures.of(finding, wanted))
                .shown()
                .photo()
                .orElseThrow()
                .bytes();
    }

    @Test
    void the_photo_log_never_cuts_a_verdict() throws IOException {
        Inspected inspected = new Inspected(folder);
        inspected.judged("unsure.jpg", 0.5);
        inspected.reviewed(Optional.of(Review.Decision.UNSURE), "see the long note ".repeat(20));

        String text = text(pdf(inspected, style(ReportTemplate.PHOTOS), new Messages(Locale.GERMAN)));

        assertThat(text)
                .contains("Modell: Unsicher: ein Mensch muss hinsehen, 50 %")
                .contains("Mensch: Unklar: vor Ort ansehen", "20.11.2026")
                .containsPattern("Notiz: see the long note see the long note [a-z ]*\u2026");
    }

    @Test
    void close_ups_stand_on_the_page_of_the_photo_they_are_of() throws IOException {
        for (PdfPaper paper : PdfPaper.values()) {
            Inspected inspected = new Inspected(folder);
            for (int i = 1; i <= 6; i++) {
                inspected.judged("photo-" + i + ".jpg", 0.9);
                inspected.reviewed(Optional.of(Review.Decision.CRACK), "words ".repeat(100 * i));
            }
            ReportStyle style = new ReportStyle(ReportTemplate.FULL, paper, 100, ReportStyle.Company.NONE);
            for (String page : pages(pdf(inspected, style, ENGLISH))) {
                // every caption of a close-up gives its size in pixels
                int closeUps = page.split("1 240 \u00d7 180 px", -1).length - 1;
                int photos = page.split("Photo; frames show", -1).length - 1;
                assertThat(closeUps).as(page).isEqualTo(photos);
            }
        }
    }

    @Test
    void what_was_left_out_is_counted_by_what_the_person_says_before_what_the_model_says() throws IOException {
        Inspected inspected = new Inspected(folder);
        inspected.judged("told.jpg", 0.01);
        inspected.judged("rejected.jpg", 0.9);
        inspected.reviewed(Optional.of(Review.Decision.NO_CRACK), "");
        inspected.judged("found.jpg", 0.01);
        inspected.reviewed(Optional.of(Review.Decision.CRACK), "");
        inspected.judged("open.jpg", 0.9);
        InspectionReport report = InspectionReport.of(
                inspected.source(), List.of(inspected.photos().getFirst().id()), Inspected.MADE, "CrackScope 1.2.3");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FindingPictures pictures = new FindingPictures(new ImageIoPhotoReader(), inspected::findings)) {
            new PdfInspection(report, style(ReportTemplate.SHORT), ENGLISH)
                    .write(out, pictures, ProgressListener.NONE, new Cancellation());
        }

        assertThat(text(out.toByteArray()))
                .contains("3 photos of the inspection were left out by whoever made this report:"
                        + " rejected.jpg, found.jpg, open.jpg."
                        + " As far as person and model tell, 2 of them show or may show a crack.");
    }

    @Test
    void a_photo_that_has_moved_is_told_without_pictures_and_where_it_was() throws IOException {
        Inspected inspected = mixed();
        Path moved = inspected.photos().getFirst().file();
        Files.delete(moved);

        for (ReportTemplate template : ReportTemplate.values()) {
            byte[] pdf = pdf(inspected, style(template), ENGLISH);
            assertThat(text(pdf)).contains("open.jpg");
            if (template != ReportTemplate.SHORT) {
                assertThat(text(pdf)).contains("The photo is not shown: There is no such file");
            }
            assertThat(PdfConformance.breaches(pdf)).isEmpty();
        }
    }

    @Test
    void a_file_that_was_replaced_by_another_size_shows_no_marks_of_the_old_one() throws IOException {
        Inspected inspected = mixed();
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(300, 900, java.awt.image.BufferedImage.TYPE_INT_RGB),
                "jpg",
                inspected.photos().getFirst().file().toFile());

        PictureSource pictures = new FindingPictures(new ImageIoPhotoReader(), inspected::findings);
        FindingPictures.Outcome outcome = pictures.of(
                inspected.report().findings().getFirst(),
                new FindingPictures.Wanted(400, 400, 100, true, 0.8, Locale.ENGLISH));

        assertThat(outcome).isInstanceOfSatisfying(FindingPictures.Outcome.Made.class, made -> {
            assertThat(made.shown().photo()).isPresent();
            assertThat(made.shown().map()).isEmpty();
            assertThat(made.shown().closeUps()).isEmpty();
            assertThat(made.shown().bar()).isEmpty();
        });
        assertThat(text(pdf(inspected, style(ReportTemplate.FULL), ENGLISH)))
                .contains("open.jpg")
                .doesNotContain("Scale bar");
    }

    @Test
    void a_note_of_3000_characters_is_there_to_its_last_word() throws IOException {
        StringBuilder note = new StringBuilder();
        for (int i = 0; note.length() < 3000; i++) {
            note.append("word").append(i).append(i % 20 == 19 ? "\n" : " ");
        }
        Inspected inspected = new Inspected(folder);
        inspected.judged("noted.jpg", 0.9);
        inspected.reviewed(Optional.of(Review.Decision.CRACK), note.toString());
        byte[] pdf = pdf(inspected, style(ReportTemplate.FULL), ENGLISH);

        assertThat(text(pdf))
                .contains(note.toString().strip().replaceAll("\\s+", " ").split(" "));
        assertThat(PdfConformance.breaches(pdf)).isEmpty();
    }

    @Test
    void a_note_without_any_blank_breaks_and_loses_nothing() throws IOException {
        Inspected inspected = new Inspected(folder);
        inspected.judged("noted.jpg", 0.9);
        inspected.reviewed(Optional.of(Review.Decision.CRACK), "\u5272".repeat(1500) + "Z".repeat(1500));

        String text = text(pdf(inspected, style(ReportTemplate.FULL), ENGLISH));

        assertThat(text.chars().filter(c -> c == '\u5272').count()).isEqualTo(1500);
        assertThat(text.chars().filter(c -> c == 'Z').count()).isEqualTo(1500);
    }

    @Test
    void japanese_names_are_written_and_signs_that_no_font_has_are_spelled() throws IOException {
        Inspected inspected = new Inspected(folder)
                .facts(new ProjectFacts(
                        "\u6a4b\u6881\u70b9\u691c",
                        "\u7b2c\u4e8c\u6a4b",
                        "",
                        "\u7530\u4e2d\u4e00\u90ce",
                        "\u0e01",
                        LocalDate.of(2026, 11, 20),
                        ""));
        inspected.judged("\u3072\u3073\u5272\u308c \ud55c\uad6d.jpg", 0.9);
        byte[] pdf = pdf(inspected, style(ReportTemplate.FULL), ENGLISH);

        assertThat(text(pdf))
                .contains("\u6a4b\u6881\u70b9\u691c", "\u7b2c\u4e8c\u6a4b", "\u7530\u4e2d\u4e00\u90ce")
                .contains("\u3072\u3073\u5272\u308c \ud55c\uad6d.jpg", "[U+0E01]");
        assertThat(PdfConformance.breaches(pdf)).isEmpty();
    }

    @Test
    void an_inspection_without_findings_or_even_photos_gives_a_report_that_says_so() throws IOException {
        for (ReportTemplate template : ReportTemplate.values()) {
            byte[] empty = pdf(new Inspected(folder), style(template), ENGLISH);
            assertThat(text(empty)).contains("Bridge 17", "Signature");
            assertThat(PdfConformance.breaches(empty)).isEmpty();
        }
        Inspected calm = new Inspected(folder);
        calm.judged("calm.jpg", 0.01);
        assertThat(text(pdf(calm, style(ReportTemplate.FULL), ENGLISH)))
                .contains("There is no finding.", "calm.jpg", "no promise that the concrete is sound")
                .contains("No finding awaits review", "On 1 further photo", "no person has decided");
    }

    @Test
    void five_hundred_findings_are_all_there() throws IOException {
        Inspected inspected = new Inspected(folder);
        for (int i = 1; i <= 500; i++) {
            inspected.judged("photo-" + i + ".jpg", 0.9);
        }
        List<String> pages = pages(pdf(inspected, style(ReportTemplate.FULL), ENGLISH));
        String text = String.join(" ", pages);

        for (int i = 1; i <= 500; i++) {
            assertThat(text).contains("No. " + i + " photo-" + i + ".jpg");
        }
        assertThat(text).contains("Page " + pages.size() + " of " + pages.size());
    }

    @Test
    void a_trail_that_was_tampered_with_is_said_aloud() throws IOException {
        Inspected inspected = new Inspected(folder)
                .audit(new AuditExtract(
                        new Verification.Broken(3, Verification.Fault.REVIEW_CHANGED, "decision"), List.of()));
        inspected.judged("open.jpg", 0.9);

        assertThat(text(pdf(inspected, style(ReportTemplate.FULL), ENGLISH)))
                .contains("does not hold together from entry 3 on", "Do not rely on the reviews");
    }

    @Test
    void a_logo_and_the_texts_of_a_company_stand_where_they_belong_and_a_lost_logo_stops_nothing() throws IOException {
        Path logo = folder.resolve("logo.png");
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(300, 80, java.awt.image.BufferedImage.TYPE_INT_ARGB),
                "png",
                logo.toFile());
        ReportStyle.Company company = new ReportStyle.Company(
                "Weber GmbH", "Hauptstr. 1\n50667 K\u00f6ln", "By order of the city.", "We remain.", Optional.of(logo));
        ReportStyle style = new ReportStyle(ReportTemplate.FULL, PdfPaper.A4, 100, company);
        byte[] with = pdf(mixed(), style, ENGLISH);
        Files.delete(logo);
        byte[] without = pdf(mixed(), style, ENGLISH);

        assertThat(pages(with).getFirst()).contains("Weber GmbH", "50667 K\u00f6ln");
        assertThat(text(with)).contains("By order of the city.", "We remain.");
        assertThat(PdfConformance.breaches(with)).isEmpty();
        assertThat(text(without)).contains("Weber GmbH");
    }

    @Test
    void cancelled_it_stops_and_writes_nothing() throws IOException {
        Inspected inspected = mixed();
        Cancellation cancellation = new Cancellation();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FindingPictures pictures = new FindingPictures(new ImageIoPhotoReader(), inspected::findings)) {
            PdfInspection writer = new PdfInspection(inspected.report(), style(ReportTemplate.FULL), ENGLISH);
            assertThatThrownBy(() -> writer.write(out, pictures, (done, total) -> cancellation.cancel(), cancellation))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(out.size()).isZero();
    }

    @Test
    void a_full_disk_is_an_exception_of_the_disk() throws IOException {
        Inspected inspected = mixed();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        try (FindingPictures pictures = new FindingPictures(new ImageIoPhotoReader(), inspected::findings)) {
            PdfInspection writer = new PdfInspection(inspected.report(), style(ReportTemplate.SHORT), ENGLISH);
            assertThatThrownBy(() -> writer.write(full, pictures, ProgressListener.NONE, new Cancellation()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
        }
    }
}
