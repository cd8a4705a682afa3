package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoCalibration;
import io.crackscope.domain.Review.Decision;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.learning.ModelDescription;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.ProjectException;
import io.crackscope.project.ProjectFacts;
import io.crackscope.project.Verification;
import io.crackscope.work.DirectJobRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewViewModelTest {
    @TempDir
    Path folder;

    private BesidePlaces beside;
    private InspectionViewModel model;

    @BeforeEach
    void aWindow() throws IOException {
        for (String name : List.of("crack1.jpg", "plain.jpg", "uncertain.jpg", "bad.jpg")) {
            Files.writeString(folder.resolve(name), name);
        }
        beside = new BesidePlaces(folder);
        model = window();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void dropped_photos_make_an_inspection_beside_them_that_keeps_their_verdicts() {
        model.inspect(List.of(folder));

        assertThat(model.desk().stateProperty().get()).isInstanceOfSatisfying(DeskState.Open.class, open -> {
            assertThat(open.file()).isEqualTo(file());
            assertThat(open.facts().date()).isEqualTo(LocalDate.of(2026, 11, 25));
        });
        assertThat(beside.recent()).containsExactly(file());
        List<String> before = states();
        assertThat(before)
                .containsExactly(
                        "bad.jpg Refused", "crack1.jpg CRACK", "plain.jpg NO_CRACK", "uncertain.jpg UNCERTAIN");

        reopen();
        assertThat(states()).isEqualTo(before);
        PhotoState crack = model.rows().get(1).state();
        assertThat(((PhotoState.Inspected) crack).outcome().evidence()).isNotEmpty();
    }

    @Test
    void a_decision_stands_beside_the_verdict_and_goes_on_to_the_next_photo() {
        model.inspect(List.of(folder));
        select("crack1.jpg");
        model.review().decide(Decision.NO_CRACK);

        assertThat(row("crack1.jpg").decision()).contains(Decision.NO_CRACK);
        assertThat(row("crack1.jpg").reviewProperty().get().orElseThrow().who()).isEqualTo("Ada");
        assertThat(states()).contains("crack1.jpg CRACK");
        assertThat(model.selectedProperty().get().name()).isEqualTo("plain.jpg");

        reopen();
        assertThat(row("crack1.jpg").decision()).contains(Decision.NO_CRACK);
    }

    @Test
    void decisions_of_many_photos_are_one_step_and_undo_works_after_reopening() {
        model.inspect(List.of(folder));
        select("plain.jpg");
        model.review().choose(List.of(row("plain.jpg"), row("uncertain.jpg")));
        model.review().decide(Decision.UNSURE);
        assertThat(row("uncertain.jpg").decision()).contains(Decision.UNSURE);
        assertThat(model.selectedProperty().get().name()).isEqualTo("plain.jpg");

        reopen();
        assertThat(model.canUndoProperty().get()).isTrue();
        model.undo();
        assertThat(row("plain.jpg").decision()).isEmpty();
        assertThat(row("uncertain.jpg").decision()).isEmpty();
        model.review().redo();
        assertThat(row("plain.jpg").decision()).contains(Decision.UNSURE);
    }

    @Test
    void an_inspection_that_cannot_be_written_is_shown_and_nothing_in_it_seems_to_be_changed() throws IOException {
        model.inspect(List.of(folder));
        select("crack1.jpg");
        model.review().decide(Decision.NO_CRACK);
        List<String> before = states();
        model.close();
        // nothing can be made beside the inspection, as in a write-protected folder
        Files.createDirectory(Path.of(file() + "-lock"));
        model = window();
        model.open(file());
        select("crack1.jpg");

        assertThat(states()).isEqualTo(before);
        assertThat(model.desk().stateProperty().get())
                .isInstanceOfSatisfying(
                        DeskState.Open.class,
                        open -> assertThat(open.readOnly()).isTrue());
        assertThat(row("crack1.jpg").decision()).contains(Decision.NO_CRACK);
        assertThat(model.review().canReviewProperty().get()).isFalse();
        assertThat(model.canUndoProperty().get()).isFalse();
        model.review().decide(Decision.CRACK);
        assertThat(row("crack1.jpg").decision()).contains(Decision.NO_CRACK);
        assertThat(model.desk().problemProperty().get()).isEmpty();
    }

    @Test
    void a_note_is_saved_as_it_is_typed_and_becomes_part_of_the_review_when_left() {
        model.inspect(List.of(folder));
        select("plain.jpg");
        PhotoRow row = row("plain.jpg");
        model.review().typed(row, "f");
        model.review().typed(row, "form tie");
        model.selectNext();
        assertThat(row.reviewProperty().get().orElseThrow().note()).isEqualTo("form tie");
        model.undo();
        assertThat(row.note()).isEmpty();
        model.review().redo();

        model.review().typed(row("uncertain.jpg"), "half a wor");
        reopenWithoutClosing();
        assertThat(row("uncertain.jpg").note()).isEqualTo("half a wor");
        assertThat(row("plain.jpg").note()).isEqualTo("form tie");
    }

    @Test
    void a_note_that_found_no_room_on_the_disk_is_saved_with_the_next_change() throws SQLException {
        notesFindNoRoomUntilSomethingIsDecided();
        model.review().typed(row("plain.jpg"), "form tie");
        select("crack1.jpg");
        assertThat(model.desk().problemProperty().get())
                .hasValueSatisfying(
                        failure -> assertThat(failure.problem()).isEqualTo(ProjectException.Problem.NOT_SAVED));
        assertThat(row("plain.jpg").note()).isEqualTo("form tie");

        model.review().decide(Decision.CRACK);
        assertThat(row("plain.jpg").reviewProperty().get().orElseThrow().note()).isEqualTo("form tie");
        reopenWithoutClosing();
        assertThat(row("plain.jpg").note()).isEqualTo("form tie");
        assertThat(row("crack1.jpg").decision()).contains(Decision.CRACK);
    }

    /** A trigger stands for the full disk: it refuses drafts of notes as long as there is no review. */
    private void notesFindNoRoomUntilSomethingIsDecided() throws SQLException {
        model.inspect(List.of(folder));
        model.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER full BEFORE INSERT ON draft WHEN NOT EXISTS (SELECT 1 FROM review)"
                    + " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
        }
        model = window();
        model.open(file());
        select("plain.jpg");
    }

    @Test
    void removed_photos_come_back_with_what_was_said_of_them() {
        model.inspect(List.of(folder));
        select("crack1.jpg");
        model.review().decide(Decision.CRACK);
        select("crack1.jpg");
        model.removeSelected();
        assertThat(states()).hasSize(3);
        assertThat(model.noticeProperty().get()).isEqualTo(new Notice.Removed(1));

        model.undo();
        assertThat(states()).contains("crack1.jpg CRACK");
        assertThat(row("crack1.jpg").decision()).contains(Decision.CRACK);
    }

    @Test
    void photos_of_an_inspection_are_inspected_once_and_again_only_when_asked() {
        model.inspect(List.of(folder));
        reopen();
        model.inspect(List.of(folder));
        assertThat(model.noticeProperty().get()).isEqualTo(new Notice.AlreadyListed(4));

        select("crack1.jpg");
        model.inspectAgain();
        long answers = answers("crack1.jpg");
        assertThat(answers).isEqualTo(2);
        assertThat(answers("plain.jpg")).isEqualTo(1);
    }

    @Test
    void a_second_window_is_told_that_the_inspection_is_open() {
        model.inspect(List.of(folder));
        InspectionViewModel second = window();
        second.inspect(List.of(folder));

        assertThat(second.desk().problemProperty().get().orElseThrow().problem())
                .isEqualTo(ProjectException.Problem.ALREADY_OPEN);
        assertThat(second.rows()).isEmpty();
        assertThat(second.noticeProperty().get()).isEqualTo(new Notice.None());
        second.close();
    }

    @Test
    void photos_that_moved_are_found_again() throws IOException {
        model.inspect(List.of(folder));
        model.close();
        Path moved = Files.createDirectories(folder.resolve("sorted"));
        Files.move(folder.resolve("crack1.jpg"), moved.resolve("crack1.jpg"));
        model = window();
        model.open(file());
        assertThat(((DeskState.Open) model.desk().stateProperty().get()).missing())
                .isEqualTo(1);

        model.findMissing(folder);
        assertThat(((DeskState.Open) model.desk().stateProperty().get()).missing())
                .isZero();
        assertThat(row("crack1.jpg").file()).isEqualTo(moved.resolve("crack1.jpg"));
        assertThat(states()).contains("crack1.jpg CRACK");
        assertThat(((PhotoState.Inspected) row("crack1.jpg").state()).outcome().file())
                .isEqualTo(moved.resolve("crack1.jpg"));
        assertThat(model.noticeProperty().get()).isEqualTo(new Notice.Found(1, 0));
    }

    @Test
    void who_judged_is_known_also_after_reopening_with_another_model_in_use() {
        model.inspect(List.of(folder));
        assertThat(row("crack1.jpg").judgedBy()).contains(ScriptedInspector.STAMP);
        assertThat(row("bad.jpg").judgedBy()).contains(ScriptedInspector.STAMP);
        ModelStamp other = new ModelStamp("other", "cd".repeat(32));
        model.close();
        model = new InspectionViewModel(
                new DirectJobRunner(),
                () -> new InspectionEngine(new ScriptedInspector(), ScriptedInspector.MODEL, other),
                beside,
                System::nanoTime);
        model.prepare();
        model.open(file());
        assertThat(row("crack1.jpg").judgedBy()).contains(ScriptedInspector.STAMP);
        select("crack1.jpg");
        model.inspectAgain();
        assertThat(row("crack1.jpg").judgedBy()).contains(other);
        assertThat(row("plain.jpg").judgedBy()).contains(ScriptedInspector.STAMP);
    }

    @Test
    void an_answer_is_drawn_by_the_thresholds_of_the_model_that_gave_it() {
        model.inspect(List.of(folder));
        model.close();
        ModelDescription strict = new ModelDescription(
                ScriptedInspector.MODEL.card(),
                224,
                224,
                112,
                1,
                0.1,
                PhotoCalibration.NONE,
                new VerdictThresholds(0.5, 0.999));
        ModelStamp other = new ModelStamp("other", "cd".repeat(32));
        model = new InspectionViewModel(
                new DirectJobRunner(),
                () -> new InspectionEngine(new ScriptedInspector(), strict, other),
                beside,
                System::nanoTime);
        model.prepare();
        model.open(file());
        select("crack1.jpg");
        ModelThresholds drawn = new ModelThresholds(model);
        assertThat(drawn.crackFrom())
                .isEqualTo(ScriptedInspector.MODEL.thresholds().crackFrom());
        assertThat(drawn.tile()).as("not known of a model that is not in use").isEqualTo(0.5);

        model.inspectAgain();

        assertThat(drawn.crackFrom()).isEqualTo(0.999);
        assertThat(drawn.tile()).isEqualTo(0.1);
    }

    @Test
    void a_photo_that_could_not_be_used_is_inspected_again_where_it_was_found() throws IOException {
        model.inspect(List.of(folder));
        model.close();
        Path moved = Files.createDirectories(folder.resolve("sorted"));
        Files.move(folder.resolve("bad.jpg"), moved.resolve("bad.jpg"));
        model = window();
        model.open(file());
        model.findMissing(folder);
        assertThat(answers("bad.jpg")).isEqualTo(2);
        assertThat(new PhotoState.Inspecting().at(moved)).isEqualTo(new PhotoState.Waiting());
        assertThat(new PhotoState.Unfinished().at(moved)).isEqualTo(new PhotoState.Unfinished());
    }

    @Test
    void details_are_saved_undone_and_in_the_trail() {
        model.inspect(List.of(folder));
        ProjectFacts facts = ((DeskState.Open) model.desk().stateProperty().get()).facts();
        ProjectFacts named =
                new ProjectFacts("Bridge 17", "Bridge", "north abutment", "Ada", "city", facts.date(), "after rain");
        model.desk().change(project -> project.facts(named));
        assertThat(((DeskState.Open) model.desk().stateProperty().get()).facts())
                .isEqualTo(named);
        model.undo();
        assertThat(((DeskState.Open) model.desk().stateProperty().get()).facts())
                .isEqualTo(facts);
        List<Verification> verified = new ArrayList<>();
        model.desk().ask(InspectionProject::verify, verified::add);
        assertThat(verified).singleElement().isInstanceOf(Verification.Whole.class);
    }

    @Test
    void a_new_inspection_starts_with_an_empty_desk() {
        model.inspect(List.of(folder));
        model.startAfresh();
        assertThat(model.rows()).isEmpty();
        assertThat(model.desk().stateProperty().get()).isEqualTo(new DeskState.Closed());
        model.open(file());
        assertThat(states()).hasSize(4);
    }

    @Test
    void two_thousand_photos_a_third_of_them_broken_are_kept_filtered_and_opened_again() throws IOException {
        model.close();
        Path many = Files.createDirectories(folder.resolve("many"));
        for (int i = 0; i < 2000; i++) {
            String kind = i % 10 < 3 ? "bad" : i % 10 < 5 ? "crack" : "plain";
            Files.writeString(many.resolve("%s%04d.jpg".formatted(kind, i)), kind + i);
        }
        model = window();
        model.inspect(List.of(many));
        assertThat(model.tallyProperty().get()).isEqualTo(new Tally(2000, 400, 0, 1000, 600));
        model.query(ListQuery.ALL.toggled(ListQuery.Kind.OTHER));
        assertThat(model.shownRows()).hasSize(600);
        model.close();

        long start = System.nanoTime();
        model = window();
        model.open(many.resolve("site.inspection"));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(model.tallyProperty().get()).isEqualTo(new Tally(2000, 400, 0, 1000, 600));
        assertThat(seconds).as("seconds to open 2,000 photos").isLessThan(20);
    }

    private InspectionViewModel window() {
        return new InspectionViewModel(
                new DirectJobRunner(), new ScriptedInspector()::asEngine, beside, System::nanoTime);
    }

    private void reopen() {
        model.close();
        model = window();
        model.open(file());
    }

    /** As if the program had been killed: only what was saved is there. */
    private void reopenWithoutClosing() {
        model.desk().close();
        model = window();
        model.open(file());
    }

    private Path file() {
        return folder.resolve("site.inspection");
    }

    private void select(String name) {
        model.select(row(name));
    }

    private PhotoRow row(String name) {
        return model.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long answers(String name) {
        List<Integer> answers = new ArrayList<>();
        model.desk()
                .ask(
                        project -> project.snapshot().photos().stream()
                                .filter(photo -> photo.name().equals(name))
                                .findFirst()
                                .orElseThrow()
                                .answers(),
                        answers::add);
        return answers.getFirst();
    }

    private List<String> states() {
        return model.rows().stream()
                .map(row -> row.name() + " "
                        + (row.state() instanceof PhotoState.Inspected(var outcome)
                                ? outcome.verdict()
                                : row.state().getClass().getSimpleName()))
                .toList();
    }
}
