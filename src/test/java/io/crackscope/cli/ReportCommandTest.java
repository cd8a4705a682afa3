package io.crackscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.Review;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.PhotoId;
import io.crackscope.project.ProjectFacts;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code crackscope report} and {@code inspect --report}. */
class ReportCommandTest {
    @TempDir
    Path folder;

    private Workbench bench;
    private Path project;

    @BeforeEach
    void a_project() throws IOException {
        bench = new Workbench(folder);
        project = folder.resolve("bridge.inspection");
        Path photo = bench.photo("deck.png", 40);
        Path refused = Files.writeString(folder.resolve("notes.jpg"), "text");
        try (InspectionProject made = InspectionProject.create(
                project, ProjectFacts.titled("Main inspection", LocalDate.of(2026, 11, 20)), "anna")) {
            List<PhotoId> ids = made.addPhotos(List.of(photo, refused)).added();
            made.decide(List.of(ids.getFirst()), Optional.of(Review.Decision.CRACK));
            made.recordRefused(
                    ids.getLast(),
                    new ModelAnswer.Refused(
                            new Refusal(Refusal.Kind.NOT_A_PICTURE, ""),
                            new ModelStamp("a model", "0".repeat(64)),
                            Instant.now()));
        }
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void every_form_is_written_and_named() throws IOException {
        Path pdf = folder.resolve("r.pdf");
        int code = bench.run(
                "report",
                project,
                "--out",
                pdf,
                "--json",
                folder.resolve("r.json"),
                "--csv",
                folder.resolve("r.csv"),
                "--geojson",
                folder.resolve("r.geojson"),
                "--kml",
                folder.resolve("r.kml"),
                "--charts",
                folder.resolve("charts"),
                "--annotated",
                folder.resolve("annotated"));

        assertThat(bench.err()).isEmpty();
        assertThat(code).isEqualTo(ExitCodes.DONE);
        assertThat(text(pdf)).contains("Main inspection", "deck.png", "notes.jpg", "The trail holds together");
        for (String name : List.of("r.json", "r.csv", "r.geojson", "r.kml", "charts/matrix.svg", "charts/matrix.png")) {
            assertThat(folder.resolve(name)).isNotEmptyFile();
        }
        assertThat(folder.resolve("annotated/001-deck.jpg")).isNotEmptyFile();
        assertThat(bench.out()).contains("r.pdf", "r.json", "annotated");
    }

    @Test
    void the_scale_that_a_person_set_and_the_texts_of_the_company_stand_in_the_report() throws IOException {
        try (InspectionProject open = InspectionProject.open(project, "anna")) {
            open.scale(
                    open.snapshot().photos().stream().map(ProjectPhoto::id).toList(),
                    Optional.of(new PhotoScale(0.2, "measured over 500 px: 100 mm")));
        }
        Path pdf = folder.resolve("r.pdf");
        assertThat(bench.run(
                        "report",
                        project,
                        "--out",
                        pdf,
                        "--company",
                        "Pier Engineers",
                        "--address",
                        "Quay 1\n8000 Zurich",
                        "--introduction",
                        "We were asked to look.",
                        "--closing",
                        "We looked at all of it."))
                .as(bench.err())
                .isZero();
        assertThat(text(pdf))
                .contains("0.200 mm/px (measured over 500 px: 100 mm)")
                .contains("Pier Engineers", "Quay 1", "8000 Zurich", "We were asked to look.")
                .contains("We looked at all of it.");
    }

    @Test
    void language_template_and_paper_can_be_chosen() throws IOException {
        Path pdf = folder.resolve("r.pdf");

        assertThat(bench.run(
                        "report", project, "--out", pdf, "--lang", "de", "--template", "photos", "--paper", "letter"))
                .isZero();

        assertThat(text(pdf)).contains("Fotoprotokoll", "Unterschrift");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(612);
        }
    }

    @Test
    void wrong_usage_names_what_is_wrong_and_writes_nothing() {
        assertThat(bench.run("report", project)).isEqualTo(ExitCodes.USAGE);
        assertThat(bench.err()).contains("--out", "--csv");
        assertThat(bench.run("report", project, "--out", folder.resolve("r.pdf"), "--dpi", 10))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(bench.err()).contains("--dpi", "50", "600");
        assertThat(bench.run("report", project, "--out", folder.resolve("r.pdf"), "--template", "huge"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(folder.resolve("r.pdf")).doesNotExist();
    }

    @Test
    void a_model_is_not_replaced_by_a_report() throws IOException {
        Path model = Files.copy(Path.of("models/cracknet.crackscope"), folder.resolve("m.crackscope"));
        assertThat(bench.run("report", project, "--out", model)).isEqualTo(ExitCodes.USAGE);
        assertThat(bench.err()).contains("--out", "m.crackscope");
        assertThat(model).hasSameBinaryContentAs(Path.of("models/cracknet.crackscope"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--json", "--csv", "--geojson", "--kml"})
    void the_project_itself_is_never_overwritten(String option) throws IOException {
        byte[] before = Files.readAllBytes(project);

        assertThat(bench.run("report", project, option, folder.resolve("./bridge.inspection")))
                .isEqualTo(ExitCodes.USAGE);

        assertThat(bench.err()).contains(option + " would replace ", "bridge.inspection, which");
        assertThat(Files.readAllBytes(project)).isEqualTo(before);
    }

    @Test
    void a_model_that_is_not_there_is_named_with_a_remedy_before_the_work() {
        assertThat(bench.run(
                        "report",
                        project,
                        "--out",
                        folder.resolve("r.pdf"),
                        "--model",
                        folder.resolve("typo.crackscope")))
                .isEqualTo(ExitCodes.NOTHING_USABLE);

        assertThat(bench.err()).contains("typo.crackscope", "Check the path");
        assertThat(folder.resolve("r.pdf")).doesNotExist();
    }

    @Test
    void a_model_that_judged_no_photo_is_named_and_one_that_did_is_in_the_report() throws IOException {
        Path judged = Files.writeString(folder.resolve("judged.crackscope"), "the model that judged");
        Path other = Files.writeString(folder.resolve("other.crackscope"), "another model");
        try (InspectionProject open = InspectionProject.open(project, "anna")) {
            open.recordRefused(
                    open.snapshot().photos().getFirst().id(),
                    new ModelAnswer.Refused(
                            new Refusal(Refusal.Kind.TOO_SMALL, ""),
                            new ModelStamp("judge", Digests.sha256(Files.readAllBytes(judged))),
                            Instant.now()));
        }
        Path pdf = folder.resolve("r.pdf");

        assertThat(bench.run("report", project, "--out", pdf, "--model", judged, "--model", other))
                .isZero();

        assertThat(bench.err()).contains("other.crackscope", "judged no photo").doesNotContain("judged.crackscope");
        assertThat(text(pdf)).contains("grouped");
    }

    @Test
    void a_project_that_cannot_be_used_is_named_with_a_remedy() throws IOException {
        Path other = Files.writeString(folder.resolve("x.inspection"), "text");

        assertThat(bench.run("report", other, "--out", folder.resolve("r.pdf"))).isEqualTo(ExitCodes.NOTHING_USABLE);
        assertThat(bench.err()).contains("x.inspection", "not an inspection project");
        assertThat(bench.run("report", folder.resolve("gone.inspection"), "--out", folder.resolve("r.pdf")))
                .isEqualTo(ExitCodes.NOTHING_USABLE);
        assertThat(folder.resolve("r.pdf")).doesNotExist();
    }

    @Test
    void a_project_that_cannot_be_written_is_reported_all_the_same() throws IOException {
        Files.createDirectory(folder.resolve("bridge.inspection-lock"));
        Path pdf = folder.resolve("r.pdf");

        assertThat(bench.run("report", project, "--out", pdf)).isEqualTo(ExitCodes.DONE);

        assertThat(text(pdf)).contains("Main inspection", "deck.png", "The trail holds together");
    }

    @Test
    void a_photo_that_has_moved_is_named_and_the_report_is_written() throws IOException {
        Files.delete(folder.resolve("deck.png"));
        Path pdf = folder.resolve("r.pdf");

        assertThat(bench.run("report", project, "--out", pdf)).isEqualTo(ExitCodes.SOME_REFUSED);
        assertThat(bench.err()).contains("deck.png", "not there any more");
        assertThat(text(pdf)).contains("deck.png", "The photo is not shown");
    }

    @Test
    void a_folder_that_takes_nothing_ends_the_run_before_the_work_and_leaves_the_old_report() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThat(bench.run("report", project, "--out", file.resolve("r.pdf"))).isEqualTo(ExitCodes.NOT_WRITTEN);
        assertThat(bench.run("report", project, "--out", folder.resolve("no/such/r.pdf")))
                .isEqualTo(ExitCodes.NOT_WRITTEN);
        assertThat(bench.err()).contains("r.pdf", "no such folder");
    }

    @Test
    void a_full_disk_is_said_and_the_other_files_are_written() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();

        assertThat(bench.run("report", project, "--out", "/dev/full", "--json", folder.resolve("r.json")))
                .isEqualTo(ExitCodes.NOT_WRITTEN);
        assertThat(bench.err()).contains("/dev/full", "disk is full");
        assertThat(folder.resolve("r.json")).isNotEmptyFile();
    }

    @Test
    void nothing_is_left_of_a_cancelled_report() throws IOException {
        ImageIoPhotoReader reader = new ImageIoPhotoReader();
        bench.reader = (file, pixels) -> {
            bench.interruption.cancel();
            return reader.read(file, pixels);
        };

        assertThat(bench.run("report", project, "--out", folder.resolve("r.pdf")))
                .isEqualTo(ExitCodes.CANCELLED);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".part") || name.endsWith(".pdf"));
        }
    }

    @Test
    void inspect_writes_a_report_without_a_project() throws IOException {
        Path dark = bench.photo("dark.png", 10);
        Path bright = bench.photo("bright.png", 250);
        Path pdf = folder.resolve("r.pdf");

        int code = bench.run("inspect", dark, bright, folder.resolve("notes.jpg"), "--report", pdf);

        assertThat(code).isEqualTo(ExitCodes.SOME_REFUSED);
        assertThat(text(pdf))
                .contains("dark.png", "bright.png", "notes.jpg")
                .contains("without a project")
                .contains("Not reviewed by a person");
    }

    @Test
    void inspect_with_a_scale_reports_scale_bars_and_writes_it_into_the_json() throws IOException {
        Path dark = bench.photo("dark.png", 10);
        Path pdf = folder.resolve("r.pdf");
        Path json = folder.resolve("r.json");

        assertThat(bench.run("inspect", dark, "--report", pdf, "--json", json, "--mm-per-pixel", "0.25"))
                .isEqualTo(ExitCodes.DONE);
        assertThat(text(pdf)).contains("0.250 mm/px (given on the command line)");
        assertThat(Files.readString(json)).containsPattern("\"mmPerPixel\"\\s*:\\s*0\\.25");

        assertThat(bench.run("inspect", dark, "--json", json)).isEqualTo(ExitCodes.DONE);
        assertThat(Files.readString(json)).doesNotContain("mmPerPixel");
        for (String wrong : List.of("0", "-1", "101", "NaN", "wide")) {
            assertThat(bench.run("inspect", dark, "--mm-per-pixel", wrong))
                    .as(wrong)
                    .isEqualTo(ExitCodes.USAGE);
            assertThat(bench.err()).contains("--mm-per-pixel");
        }
    }

    @Test
    void a_report_of_an_inspection_that_was_stopped_says_so() throws IOException {
        Path first = bench.photo("first.png", 10);
        Path second = bench.photo("second.png", 20);
        Path pdf = folder.resolve("r.pdf");
        ImageIoPhotoReader reader = new ImageIoPhotoReader();
        bench.reader = (file, pixels) -> {
            if (file.equals(second)) {
                bench.interruption.cancel();
            }
            return reader.read(file, pixels);
        };

        assertThat(bench.run("inspect", first, second, "--report", pdf)).isEqualTo(ExitCodes.CANCELLED);
        assertThat(text(pdf)).contains("first.png", "was stopped before all photos were judged");
    }
}
