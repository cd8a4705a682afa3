package io.crackscope.project;

import static io.crackscope.domain.Review.Decision.CRACK;
import static io.crackscope.domain.Review.Decision.NO_CRACK;
import static io.crackscope.domain.Review.Decision.UNSURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.Review;
import io.crackscope.project.ProjectException.Problem;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionProjectTest {
    private Site site;

    @BeforeEach
    void arrive(@TempDir Path folder) {
        site = new Site(folder);
    }

    @Test
    void a_new_project_says_what_it_was_made_with() {
        try (InspectionProject project = site.create()) {
            ProjectSnapshot snapshot = project.snapshot();

            assertThat(snapshot.facts()).isEqualTo(Site.FACTS);
            assertThat(snapshot.photos()).isEmpty();
            assertThat(snapshot.undo()).isEmpty();
            assertThat(snapshot.redo()).isEmpty();
            assertThat(snapshot.file()).isEqualTo(site.file().toAbsolutePath());
        }
    }

    @Test
    void everything_is_there_again_after_closing() {
        PhotoId photo;
        AnswerId answer;
        ProjectSnapshot before;
        try (InspectionProject project = site.create()) {
            photo = site.add(project, "DSC 001.jpg");
            site.add(project, "sub/äöü.jpg");
            answer = Site.judge(project, photo, 0.93);
            project.decide(List.of(photo), Optional.of(NO_CRACK));
            project.draftNote(photo, "a stain,\nnot a crack");
            project.commitNote(photo);
            project.scale(List.of(photo), Optional.of(new PhotoScale(0.25, "ruler")));
            before = project.snapshot();
        }

        try (InspectionProject project = site.open()) {
            assertThat(project.snapshot()).isEqualTo(before);
            ProjectPhoto again = project.photo(photo);
            assertThat(again.file()).isEqualTo(site.folder().resolve("DSC 001.jpg"));
            assertThat(again.facts()).contains(Site.SEEN);
            assertThat(again.sha256()).contains(Digests.sha256("photo DSC 001.jpg".getBytes()));
            assertThat(again.scale()).contains(new PhotoScale(0.25, "ruler"));
            assertThat(again.review().orElseThrow())
                    .returns(Optional.of(NO_CRACK), Review::decision)
                    .returns("a stain,\nnot a crack", Review::note)
                    .returns("anna", Review::who);
            assertThat(again.latest().orElseThrow().answer()).isEqualTo(Site.judged(0.93, Site.MODEL));
            assertThat(project.findings(answer)).contains(Site.findings(4, 3, photo.number()));
        }
    }

    @Test
    void nothing_but_the_project_is_left_beside_the_photos_after_closing() throws IOException {
        try (InspectionProject project = site.create()) {
            site.add(project, "a.jpg");
            assertThat(names(site.folder()))
                    .containsExactlyInAnyOrder(
                            "a.jpg", "bridge.inspection", "bridge.inspection-wal", "bridge.inspection-lock");
        }

        assertThat(names(site.folder())).containsExactlyInAnyOrder("a.jpg", "bridge.inspection");
    }

    @Test
    void a_second_answer_stands_beside_the_first() {
        ModelStamp other = new ModelStamp("cracknet-2027", "ab".repeat(32));
        try (InspectionProject project = site.create()) {
            PhotoId photo = site.add(project, "a.jpg");
            Site.judge(project, photo, 0.9);
            CrackFindings findings = Site.findings(5, 5, 7);
            AnswerId second = project.recordJudged(photo, Site.judged(0.1, other), Site.SEEN, findings);

            assertThat(project.answers(photo))
                    .extracting(StoredAnswer::answer)
                    .containsExactly(Site.judged(0.9, Site.MODEL), Site.judged(0.1, other));
            assertThat(project.photo(photo).latest().orElseThrow().id()).isEqualTo(second);
            assertThat(project.photo(photo).latest().orElseThrow().evidence()).isEqualTo(2);
            assertThat(project.photo(photo).answers()).isEqualTo(2);
            assertThat(project.findings(second)).contains(findings);
        }
    }

    @Test
    void a_refusal_is_an_answer_without_findings() throws IOException {
        ModelAnswer.Refused refused = new ModelAnswer.Refused(
                new Refusal(Refusal.Kind.TOO_SMALL, "12 x 9"), Site.MODEL, Instant.parse("2026-01-01T00:00:00Z"));
        try (InspectionProject project = site.create()) {
            PhotoId photo = site.add(project, "a.jpg");
            Files.delete(site.folder().resolve("a.jpg"));
            AnswerId answer = project.recordRefused(photo, refused);

            StoredAnswer stored = project.answers(photo).getFirst();
            assertThat(stored.answer()).isEqualTo(refused);
            assertThat(stored.photoSha256()).isEmpty();
            assertThat(project.findings(answer)).isEmpty();
            assertThat(project.photo(photo).facts()).isEmpty();
        }
    }

    @Test
    void photos_keep_the_order_they_were_added_in_and_are_there_once() {
        try (InspectionProject project = site.create()) {
            Path b = site.photo("b.jpg");
            Path a = site.photo("a.jpg");
            Added first = project.addPhotos(List.of(b, a, b));
            Added second = project.addPhotos(
                    List.of(a, site.photo("c.jpg"), site.folder().resolve("none.jpg")));

            assertThat(first.added()).hasSize(2);
            assertThat(second.added()).hasSize(1);
            assertThat(second.present()).containsExactly(first.added().get(1));
            assertThat(second.unreadable()).containsExactly(site.folder().resolve("none.jpg"));
            assertThat(project.snapshot().photos())
                    .extracting(ProjectPhoto::name)
                    .containsExactly("b.jpg", "a.jpg", "c.jpg");
        }
    }

    @Test
    void photos_of_a_moved_folder_are_found_without_looking_and_others_are_absolute(@TempDir Path elsewhere)
            throws IOException {
        Path far = new Site(elsewhere).photo("far.jpg");
        Site inner = new Site(site.folder().resolve("one"));
        inner.photo("sub/near.jpg");
        try (InspectionProject project = inner.create()) {
            project.addPhotos(List.of(inner.folder().resolve("sub/near.jpg"), far));
        }
        Path two = site.folder().resolve("two");
        Files.move(inner.folder(), two);

        try (InspectionProject project = new Site(two).open()) {
            assertThat(project.snapshot().photos())
                    .extracting(ProjectPhoto::file)
                    .containsExactly(two.toRealPath().resolve("sub/near.jpg"), far);
            assertThat(project.missing()).isEmpty();
        }
    }

    @Test
    void a_removed_photo_comes_back_with_what_was_known_of_it() {
        try (InspectionProject project = site.create()) {
            PhotoId photo = site.add(project, "a.jpg");
            Site.judge(project, photo, 0.9);
            project.decide(List.of(photo), Optional.of(CRACK));
            project.removePhotos(List.of(photo));
            assertThat(project.snapshot().photos()).isEmpty();
            assertThat(project.photo(photo).removed()).isTrue();

            Added again = project.addPhotos(List.of(site.folder().resolve("a.jpg")));

            assertThat(again.added()).containsExactly(photo);
            assertThat(project.photo(photo).review().orElseThrow().decision()).contains(CRACK);
            assertThat(project.photo(photo).answers()).isEqualTo(1);
        }
    }

    @Test
    void another_file_in_the_place_of_a_removed_photo_is_another_photo() {
        try (InspectionProject project = site.create()) {
            PhotoId photo = site.add(project, "a.jpg");
            project.removePhotos(List.of(photo));
            site.write("a.jpg", "another camera's photo");

            assertThat(project.addPhotos(List.of(site.folder().resolve("a.jpg")))
                            .added())
                    .doesNotContain(photo)
                    .hasSize(1);
        }
    }

    @Test
    void a_draft_is_no_note_until_it_is_committed() {
        try (InspectionProject project = site.create()) {
            PhotoId photo = site.add(project, "a.jpg");
            long entries = entries(project);
            project.draftNote(photo, "spal");
            project.draftNote(photo, "spalling");

            assertThat(project.photo(photo).draft()).contains("spalling");
            assertThat(project.photo(photo).review()).isEmpty();
            assertThat(entries(project)).isEqualTo(entries);

            Step step = project.commitNote(photo).orElseThrow();
            assertThat(step.kind()).isEqualTo(Step.Kind.NOTE);
            assertThat(project.photo(photo).draft()).isEmpty();
            assertThat(project.photo(photo).review().orElseThrow())
                    .returns("spalling", Review::note)
                    .returns(Optional.empty(), Review::decision);
            assertThat(project.commitNote(photo)).isEmpty();
        }
    }

    @Test
    void closing_commits_what_is_being_typed() {
        PhotoId photo;
        try (InspectionProject project = site.create()) {
            photo = site.add(project, "a.jpg");
            project.draftNote(photo, "typed");
        }
        try (InspectionProject project = site.open()) {
            assertThat(project.photo(photo).review().orElseThrow().note()).isEqualTo("typed");
            assertThat(project.trail(1, 100))
                    .extracting(AuditEntry::what)
                    .containsExactly("created", "add_photos", "note");
        }
    }

    @Test
    void deciding_keeps_the_note_and_taking_both_back_leaves_no_review() {
        try (InspectionProject project = site.create()) {
            PhotoId photo = site.add(project, "a.jpg");
            project.draftNote(photo, "one");
            project.commitNote(photo);
            project.actAs("bert");
            project.decide(List.of(photo), Optional.of(UNSURE));
            assertThat(project.photo(photo).review().orElseThrow())
                    .returns("one", Review::note)
                    .returns("bert", Review::who);

            assertThat(project.decide(List.of(photo), Optional.of(UNSURE))).isEmpty();
            project.decide(List.of(photo), Optional.empty());
            project.draftNote(photo, "");
            project.commitNote(photo);

            assertThat(project.photo(photo).review()).isEmpty();
        }
    }

    @Test
    void a_group_is_one_step() {
        try (InspectionProject project = site.create()) {
            List<PhotoId> photos = site.add(project, numbered(20));
            Step step = project.decide(photos, Optional.of(CRACK)).orElseThrow();

            assertThat(step.photos()).isEqualTo(photos);
            assertThat(step.names()).containsExactly("1.jpg", "2.jpg", "3.jpg");
            assertThat(step.decision()).contains(CRACK);
            assertThat(project.undo()).contains(step);
            assertThat(photos.stream().map(project::photo))
                    .allMatch(photo -> photo.review().isEmpty());
        }
    }

    @Test
    void every_kind_of_change_is_undone_and_done_again() {
        try (InspectionProject project = site.create()) {
            PhotoId photo = site.add(project, "a.jpg");
            ProjectSnapshot start = project.snapshot();
            project.decide(List.of(photo), Optional.of(CRACK));
            project.draftNote(photo, "note");
            project.commitNote(photo);
            project.scale(List.of(photo), Optional.of(new PhotoScale(1.5, "")));
            project.facts(ProjectFacts.titled("Another", Site.FACTS.date()));
            project.removePhotos(List.of(photo));
            site.add(project, "b.jpg");
            ProjectSnapshot end = project.snapshot();

            List<Step.Kind> undone = Stream.generate(project::undo)
                    .limit(6)
                    .map(step -> step.orElseThrow().kind())
                    .toList();
            assertThat(undone)
                    .containsExactly(
                            Step.Kind.ADD_PHOTOS,
                            Step.Kind.REMOVE_PHOTOS,
                            Step.Kind.FACTS,
                            Step.Kind.SCALE,
                            Step.Kind.NOTE,
                            Step.Kind.DECISION);
            assertThat(project.snapshot().photos()).isEqualTo(start.photos());
            assertThat(project.snapshot().facts()).isEqualTo(start.facts());
            assertThat(project.snapshot().redo().orElseThrow().kind()).isEqualTo(Step.Kind.DECISION);

            for (int i = 0; i < 6; i++) {
                assertThat(project.redo()).isPresent();
            }
            assertThat(project.redo()).isEmpty();
            assertThat(project.snapshot()).isEqualTo(end);
            assertThat(project.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void undo_works_after_reopening_and_a_new_change_forgets_what_was_undone() {
        PhotoId photo;
        try (InspectionProject project = site.create()) {
            photo = site.add(project, "a.jpg");
            project.decide(List.of(photo), Optional.of(CRACK));
            project.decide(List.of(photo), Optional.of(NO_CRACK));
        }
        try (InspectionProject project = site.open()) {
            assertThat(project.undo().orElseThrow().decision()).contains(NO_CRACK);
            assertThat(project.photo(photo).review().orElseThrow().decision()).contains(CRACK);
        }
        try (InspectionProject project = site.open()) {
            assertThat(project.snapshot().redo().orElseThrow().names()).containsExactly("a.jpg");
            project.decide(List.of(photo), Optional.of(UNSURE));
            assertThat(project.redo()).isEmpty();
        }
    }

    @Test
    void nothing_to_undo_is_no_step() {
        try (InspectionProject project = site.create()) {
            assertThat(project.undo()).isEmpty();
            assertThat(project.redo()).isEmpty();
        }
    }

    @Test
    void the_answer_of_a_model_cannot_be_undone() {
        try (InspectionProject project = site.create()) {
            PhotoId photo = site.add(project, "a.jpg");
            Site.judge(project, photo, 0.9);
            assertThat(project.undo().orElseThrow().kind()).isEqualTo(Step.Kind.ADD_PHOTOS);
            assertThat(project.undo()).isEmpty();
            project.redo();

            assertThat(project.photo(photo).answers()).isEqualTo(1);
        }
    }

    @Test
    void what_fails_in_the_middle_changes_nothing() {
        try (InspectionProject project = site.create()) {
            PhotoId photo = site.add(project, "a.jpg");
            ProjectSnapshot before = project.snapshot();

            assertThatThrownBy(() -> project.decide(List.of(photo, new PhotoId(99)), Optional.of(CRACK)))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(project.snapshot()).isEqualTo(before);
            assertThat(project.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void evidence_outside_the_map_is_refused_and_changes_nothing() {
        CrackFindings small = Site.findings(4, 3, 1);
        CrackFindings wrong =
                new CrackFindings(small.map(), Site.findings(9, 9, 2).evidence());
        try (InspectionProject project = site.create()) {
            PhotoId photo = site.add(project, "a.jpg");

            assertThatThrownBy(() -> project.recordJudged(photo, Site.judged(0.5, Site.MODEL), Site.SEEN, wrong))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(project.answers(photo)).isEmpty();
        }
    }

    @Test
    void a_closed_project_says_so_and_closing_again_does_nothing() {
        InspectionProject project = site.create();
        project.close();
        project.close();

        assertThatThrownBy(project::snapshot)
                .isInstanceOfSatisfying(
                        ProjectException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CLOSED));
    }

    @Test
    void threads_wait_for_one_another() {
        try (InspectionProject project = site.create()) {
            List<PhotoId> photos = site.add(project, numbered(40));

            photos.parallelStream().forEach(photo -> {
                project.decide(List.of(photo), Optional.of(CRACK));
                project.draftNote(photo, "note " + photo.number());
                Site.judge(project, photo, 0.8);
                project.commitNote(photo);
                project.snapshot();
            });

            assertThat(project.verify())
                    .isEqualTo(new Verification.Whole(
                            161, project.trail(161, 1).getFirst().hash()));
            assertThat(project.snapshot().photos())
                    .allSatisfy(photo -> assertThat(photo.review().orElseThrow().note())
                            .isEqualTo("note " + photo.id().number()));
        }
    }

    @Test
    void a_name_that_means_something_to_sqlite_is_a_name() {
        Path odd = site.folder().resolve("50% ?mode=memory#1 ä.inspection");
        try (InspectionProject project = InspectionProject.create(odd, Site.FACTS, "anna")) {
            site.add(project, "a.jpg");
        }
        assertThat(odd).isRegularFile();
        try (InspectionProject project = InspectionProject.open(odd, "anna")) {
            assertThat(project.snapshot().photos()).hasSize(1);
        }
    }

    private static String[] numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> i + ".jpg").toArray(String[]::new);
    }

    private static long entries(InspectionProject project) {
        return project.trail(1, Integer.MAX_VALUE).size();
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
