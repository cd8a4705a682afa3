package io.crackscope.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.Review;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.Picture;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.PhotoId;
import io.crackscope.project.ProjectFacts;
import io.crackscope.reporting.PdfPaper;
import io.crackscope.reporting.ReportTemplate;
import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.ReportSettings;
import io.crackscope.settings.ReportSettings.Text;
import io.crackscope.text.Messages;
import io.crackscope.work.DirectJobRunner;
import io.crackscope.work.HoldingJobRunner;
import io.crackscope.work.JobRunner;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing, looking at and saving a report. */
class ReportViewModelTest {
    @TempDir
    Path folder;

    private final MemoryPreferences preferences = new MemoryPreferences();
    private InspectionProject project;
    private Optional<InspectionProject> open;

    @BeforeEach
    void a_project_of_three_photos() throws IOException {
        project = InspectionProject.create(
                folder.resolve("bridge 17.inspection"),
                ProjectFacts.titled("Main inspection", LocalDate.of(2026, 11, 20)),
                "anna");
        List<Path> photos = new ArrayList<>();
        for (String name : List.of("a.png", "b.png", "c.png")) {
            Path file = folder.resolve(name);
            ImageIO.write(new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
            photos.add(file);
        }
        List<PhotoId> ids = project.addPhotos(photos).added();
        project.decide(List.of(ids.get(0), ids.get(1)), Optional.of(Review.Decision.CRACK));
        project.recordRefused(
                ids.get(2),
                new ModelAnswer.Refused(
                        new Refusal(Refusal.Kind.TOO_SMALL, ""), new ModelStamp("m", "0".repeat(64)), Instant.now()));
        open = Optional.of(project);
    }

    @AfterEach
    void close() {
        project.close();
    }

    private ReportViewModel model(JobRunner runner) {
        return new ReportViewModel(
                runner,
                new ReportParts(
                        () -> open,
                        new ImageIoPhotoReader(),
                        stamp -> Optional.empty(),
                        "CrackScope 1.2.3",
                        ZonedDateTime::now),
                new ReportSettings(preferences),
                new Messages(Locale.ENGLISH));
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void without_a_project_there_are_no_pages_and_nothing_can_be_saved() {
        open = Optional.empty();
        ReportViewModel model = model(new DirectJobRunner());
        model.refresh();

        assertThat(model.pagesProperty().get()).isEqualTo(ReportViewModel.Pages.NONE);
        assertThat(model.canSaveProperty().get()).isFalse();
        assertThat(model.fileName()).isEqualTo("report");
    }

    @Test
    void the_pages_of_the_open_project_can_be_looked_at_as_pictures() {
        ReportViewModel model = model(new DirectJobRunner());
        model.refresh();
        List<Picture> pages = new ArrayList<>();
        model.page(2, 72, pages::add);

        assertThat(model.pagesProperty().get()).isEqualTo(ReportViewModel.Pages.READY);
        assertThat(model.pageCountProperty().get()).isGreaterThan(4);
        assertThat(model.photos())
                .hasSize(3)
                .allMatch(choice -> choice.includedProperty().get());
        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.width()).isEqualTo(595);
            assertThat(page.height()).isBetween(841, 842);
            assertThat(page.rgb()).contains((byte) 0);
        });
        assertThat(model.fileName()).isEqualTo("bridge 17");
    }

    @Test
    void saved_it_holds_the_chosen_photos_in_the_chosen_order_and_says_what_was_left_out() throws IOException {
        ReportViewModel model = model(new DirectJobRunner());
        model.refresh();
        assertThat(model.move(1, -1)).isZero();
        model.photos().get(2).includedProperty().set(false);
        Path file = folder.resolve("r.pdf");
        model.save(ReportFormat.PDF, file);

        assertThat(model.savingProperty().get()).isEqualTo(new Saving.Saved(file));
        String text = text(file);
        assertThat(text.indexOf("No. 1 b.png")).isPositive().isLessThan(text.indexOf("No. 2 a.png"));
        assertThat(text).contains("Left out of this report", "c.png");
    }

    @Test
    void every_other_format_is_saved_too() {
        ReportViewModel model = model(new DirectJobRunner());
        model.refresh();
        for (ReportFormat format : ReportFormat.values()) {
            Path file = folder.resolve("r" + format.ending());
            model.save(format, file);
            assertThat(model.savingProperty().get()).isEqualTo(new Saving.Saved(file));
            assertThat(format.isFolder() || file.toFile().length() > 0)
                    .as(file.toString())
                    .isTrue();
        }
        assertThat(folder.resolve("r-annotated/001-a.jpg")).isNotEmptyFile();
        assertThat(folder.resolve("r-charts/matrix.png")).isNotEmptyFile();
    }

    @Test
    void a_folder_of_pictures_is_made_whole_or_not_at_all_and_never_into_one_that_is_there() throws IOException {
        HoldingJobRunner runner = new HoldingJobRunner();
        ReportViewModel model = model(runner);
        model.refresh();
        runner.finish();
        Path mine = Files.createDirectory(folder.resolve("r-annotated"));
        Path photo = Files.writeString(mine.resolve("001-a.jpg"), "mine");
        model.save(ReportFormat.ANNOTATED, mine);
        runner.finish();

        assertThat(model.savingProperty().get()).isInstanceOf(Saving.Failed.class);
        assertThat(photo).hasContent("mine");
        assertThat(NewFolder.free(folder, "r-annotated")).isEqualTo(folder.resolve("r-annotated-2"));

        model.save(ReportFormat.ANNOTATED, folder.resolve("stopped"));
        model.cancel();
        runner.finish();
        assertThat(model.savingProperty().get()).isEqualTo(new Saving.Stopped());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("stopped") || name.startsWith("."));
        }
    }

    @Test
    void findings_only_leaves_out_what_shows_nothing_and_sets_the_pages_once() {
        HoldingJobRunner runner = new HoldingJobRunner();
        ReportViewModel model = model(runner);
        model.refresh();
        runner.runNext();
        runner.deliverAll();
        int before = runner.held();
        model.includeFindings();

        assertThat(model.photos())
                .extracting(choice -> choice.includedProperty().get())
                .containsExactly(true, true, false);
        assertThat(runner.held()).isEqualTo(before + 1);
    }

    @Test
    void choices_stay_when_the_project_is_read_anew() {
        ReportViewModel model = model(new DirectJobRunner());
        model.refresh();
        model.move(0, 2);
        model.photos().get(0).includedProperty().set(false);
        model.refresh();

        assertThat(model.photos())
                .extracting(choice -> choice.photo().name())
                .containsExactly("b.png", "c.png", "a.png");
        assertThat(model.photos().get(0).includedProperty().get()).isFalse();
    }

    @Test
    void choices_made_for_one_inspection_are_none_for_the_next() {
        ReportViewModel model = model(new DirectJobRunner());
        model.refresh();
        model.move(0, 2);
        model.photos().forEach(choice -> choice.includedProperty().set(false));
        try (InspectionProject other = other()) {
            open = Optional.of(other);
            model.refresh();

            assertThat(model.photos())
                    .extracting(choice -> choice.photo().name())
                    .containsExactly("a.png", "b.png", "c.png");
            assertThat(model.photos())
                    .allMatch(choice -> choice.includedProperty().get());
        }
    }

    @Test
    void until_another_inspection_is_read_nothing_of_the_one_before_can_be_saved_as_its_report() {
        HoldingJobRunner runner = new HoldingJobRunner();
        ReportViewModel model = model(runner);
        model.refresh();
        runner.finish();
        assertThat(model.canSaveProperty().get()).isTrue();
        try (InspectionProject other = other()) {
            model.refresh();
            open = Optional.of(other);
            model.refresh();

            assertThat(model.canSaveProperty().get()).isFalse();
            assertThat(model.pageCountProperty().get()).isZero();
            runner.runNext();
            runner.deliverAll();
            assertThat(model.photos()).as("the first was read too late").isEmpty();
            runner.finish();
            assertThat(model.photos()).hasSize(3);
            assertThat(model.pagesProperty().get()).isEqualTo(ReportViewModel.Pages.READY);
        }
    }

    /** Another inspection of the same photos. */
    private InspectionProject other() {
        InspectionProject other = InspectionProject.create(
                folder.resolve("bridge 18.inspection"),
                ProjectFacts.titled("Other inspection", LocalDate.of(2026, 11, 21)),
                "anna");
        other.addPhotos(
                Stream.of("a.png", "b.png", "c.png").map(folder::resolve).toList());
        return other;
    }

    @Test
    void what_was_typed_just_now_is_in_the_report_because_it_is_read_after_it_was_written() throws IOException {
        HoldingJobRunner runner = new HoldingJobRunner();
        ReportViewModel model = model(runner);
        PhotoId photo = project.snapshot().photos().getFirst().id();
        runner.start(
                JobRunner.Lane.PROJECT,
                (JobRunner.Job<Void, Object>) (publish, cancellation) -> {
                    project.draftNote(photo, "typed just now");
                    return project.commitNote(photo);
                },
                new JobRunner.Listener<Void, Object>() {
                    @Override
                    public void done(Object step) {}

                    @Override
                    public void failed(Throwable failure) {
                        throw new AssertionError(failure);
                    }
                });
        model.refresh();
        while (runner.held() > 0) {
            runner.runLast();
            runner.deliverAll();
        }
        Path file = folder.resolve("r.pdf");
        model.save(ReportFormat.PDF, file);
        runner.finish();

        assertThat(text(file)).contains("typed just now");
    }

    @Test
    void the_window_waits_for_no_reading_of_the_project() {
        HoldingJobRunner runner = new HoldingJobRunner();
        ReportViewModel model = model(runner);
        model.refresh();
        runner.runNext();
        project.close();
        runner.deliverAll();
        model.save(ReportFormat.PDF, folder.resolve("r.pdf"));
        runner.finish();

        assertThat(model.photos()).hasSize(3);
        assertThat(model.savingProperty().get()).isInstanceOf(Saving.Failed.class);
        assertThat(model.pagesProperty().get()).isEqualTo(ReportViewModel.Pages.FAILED);
    }

    @Test
    void looks_and_texts_of_the_company_are_there_the_next_time() {
        ReportViewModel model = model(new DirectJobRunner());
        model.options().templateProperty().set(ReportTemplate.SHORT);
        model.options().paperProperty().set(PdfPaper.LETTER);
        model.options().languageProperty().set(ReportOptions.Language.DE);
        model.options().textProperty(Text.COMPANY).set("Weber GmbH");
        model.options().logoProperty().set(Optional.of(folder.resolve("logo.png")));
        ReportOptions next = model(new DirectJobRunner()).options();

        assertThat(next.templateProperty().get()).isEqualTo(ReportTemplate.SHORT);
        assertThat(next.paperProperty().get()).isEqualTo(PdfPaper.LETTER);
        assertThat(next.languageProperty().get()).isEqualTo(ReportOptions.Language.DE);
        assertThat(next.textProperty(Text.COMPANY).get()).isEqualTo("Weber GmbH");
        assertThat(next.logoProperty().get()).contains(folder.resolve("logo.png"));
    }

    @Test
    void pages_of_an_older_wish_are_dropped() {
        HoldingJobRunner runner = new HoldingJobRunner();
        ReportViewModel model = model(runner);
        model.refresh();
        runner.runNext();
        runner.deliverAll();
        model.options().templateProperty().set(ReportTemplate.SHORT);
        runner.runNext();
        runner.deliverAll();
        assertThat(model.pagesProperty().get()).isEqualTo(ReportViewModel.Pages.SETTING);
        runner.runNext();
        runner.deliverAll();

        assertThat(model.pagesProperty().get()).isEqualTo(ReportViewModel.Pages.READY);
    }

    @Test
    void saving_tells_how_far_it_is_and_can_be_stopped_without_leaving_a_file() throws IOException {
        HoldingJobRunner runner = new HoldingJobRunner();
        ReportViewModel model = model(runner);
        model.refresh();
        runner.runNext();
        runner.deliverAll();
        runner.runNext();
        runner.deliverAll();
        Path file = folder.resolve("r.pdf");
        model.save(ReportFormat.PDF, file);
        assertThat(model.savingProperty().get()).isEqualTo(new Saving.Running(file, 0, 3));
        assertThat(model.canSaveProperty().get()).isFalse();
        model.cancel();
        runner.runNext();
        runner.deliverAll();

        assertThat(model.savingProperty().get()).isEqualTo(new Saving.Stopped());
        assertThat(model.canSaveProperty().get()).isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".pdf") || name.endsWith(".part"));
        }
    }

    @Test
    void a_folder_that_is_not_there_is_said_with_a_remedy() {
        ReportViewModel model = model(new DirectJobRunner());
        model.refresh();
        Path file = folder.resolve("no such").resolve("r.pdf");
        model.save(ReportFormat.PDF, file);

        assertThat(model.savingProperty().get())
                .isInstanceOfSatisfying(
                        Saving.Failed.class, failed -> assertThat(failed.why()).contains("folder is not there"));
        model.dismiss();
        assertThat(model.savingProperty().get()).isEqualTo(new Saving.Idle());
    }

    @Test
    void a_project_that_cannot_be_read_any_more_is_said_and_brings_nothing_down() {
        ReportViewModel model = model(new DirectJobRunner());
        project.close();
        model.refresh();

        assertThat(model.pagesProperty().get()).isEqualTo(ReportViewModel.Pages.FAILED);
        assertThat(model.problemProperty().get()).contains("bridge 17.inspection");
    }
}
