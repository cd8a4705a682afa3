package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Verdict;
import io.crackscope.learning.ModelFileException;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.FailureWords;
import io.crackscope.ui.inspection.InspectionProgress.Phase;
import io.crackscope.work.DirectJobRunner;
import io.crackscope.work.HoldingJobRunner;
import io.crackscope.work.JobRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionViewModelTest {
    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final HoldingJobRunner holding = new HoldingJobRunner();
    private final ScriptedInspector inspector = new ScriptedInspector();
    private InspectionViewModel model;

    @BeforeEach
    void aModelWhoseJobsAreHeld() {
        model = model(holding, inspector::asEngine);
    }

    @Test
    void dropped_photos_get_their_verdicts_in_the_order_of_the_list() throws IOException {
        InspectionViewModel direct = model(new DirectJobRunner(), inspector::asEngine);
        direct.inspect(files("crack1.jpg", "bad.jpg", "plain.jpg", "uncertain.jpg"));

        assertThat(states(direct))
                .containsExactly(
                        "crack1.jpg CRACK", "bad.jpg Refused", "plain.jpg NO_CRACK", "uncertain.jpg UNCERTAIN");
        assertThat(direct.tallyProperty().get()).isEqualTo(new Tally(4, 1, 1, 1, 1));
        assertThat(direct.progressProperty().get().phase()).isEqualTo(Phase.IDLE);
        assertThat(direct.engineProperty().get())
                .isEqualTo(new EngineState.Ready(ScriptedInspector.MODEL, ScriptedInspector.STAMP));
    }

    @Test
    void another_model_judges_what_was_judged_again_and_the_one_before_is_released() throws IOException {
        List<String> happened = new ArrayList<>();
        InspectionViewModel direct = model(
                new DirectJobRunner(),
                () -> new InspectionEngine(
                        inspector, ScriptedInspector.MODEL, ScriptedInspector.STAMP, () -> happened.add("released")));
        direct.inspect(files("crack1.jpg", "bad.jpg"));
        ScriptedInspector other = new ScriptedInspector();
        direct.use(() -> {
            happened.add("opened");
            return other.asEngine();
        });

        assertThat(happened).containsExactly("opened", "released");
        assertThat(other.inspected())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("crack1.jpg");
        assertThat(states(direct)).containsExactly("crack1.jpg CRACK", "bad.jpg Refused");
        assertThat(direct.engineProperty().get()).isInstanceOf(EngineState.Ready.class);
    }

    @Test
    void another_model_takes_over_in_the_middle_of_a_batch_and_judges_all_of_it() throws IOException {
        model.inspect(files("a.jpg", "b.jpg", "c.jpg"));
        holding.runNext();
        holding.deliverAll();
        ScriptedInspector other = new ScriptedInspector();
        inspector.before(file -> {
            if (file.endsWith("b.jpg")) {
                model.use(other::asEngine);
            }
        });
        holding.finish();

        assertThat(inspector.inspected()).hasSize(1);
        assertThat(other.inspected())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("a.jpg", "b.jpg", "c.jpg");
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "b.jpg NO_CRACK", "c.jpg NO_CRACK");
    }

    @Test
    void a_model_that_cannot_be_opened_is_a_broken_engine_and_the_next_choice_repairs_it() throws IOException {
        InspectionViewModel direct = model(new DirectJobRunner(), inspector::asEngine);
        direct.use(() -> {
            throw new ModelFileException(Path.of("mine"), ModelFileException.Problem.NOT_A_MODEL);
        });
        assertThat(problem(direct))
                .startsWith("mine ist kein CrackScope-Modell")
                .contains("anderes Modell");
        direct.use(inspector::asEngine);
        assertThat(direct.engineProperty().get()).isInstanceOf(EngineState.Ready.class);
    }

    @Test
    void the_first_photo_is_selected_and_stays_selected_as_others_come() throws IOException {
        model.inspect(files("a.jpg"));
        model.inspect(files("b.jpg"));
        holding.finish();
        assertThat(model.selectedProperty().get().name()).isEqualTo("a.jpg");
    }

    @Test
    void rows_wait_then_are_inspected_one_after_another() throws IOException {
        model.inspect(files("a.jpg", "crack.jpg"));
        holding.runNext();
        holding.deliverAll();
        assertThat(states(model)).containsExactly("a.jpg Inspecting", "crack.jpg Waiting");
        assertThat(model.progressProperty().get().phase()).isEqualTo(Phase.OPENING);

        holding.runNext();
        holding.deliverNext();
        assertThat(model.progressProperty().get().phase()).isEqualTo(Phase.INSPECTING);
        holding.deliverNext();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "crack.jpg Inspecting");
        holding.deliverAll();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "crack.jpg CRACK");
    }

    @Test
    void a_photo_dropped_twice_is_listed_once_and_the_notice_says_so() throws IOException {
        List<Path> photos = files("a.jpg");
        model.inspect(photos);
        holding.finish();
        model.inspect(photos);
        holding.finish();
        assertThat(model.rows()).hasSize(1);
        assertThat(model.noticeProperty().get()).isEqualTo(new Notice.AlreadyListed(1));
        assertThat(inspector.inspected()).hasSize(1);
    }

    @Test
    void a_folder_without_photos_is_named() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        model.inspect(List.of(empty));
        holding.finish();
        assertThat(model.noticeProperty().get()).isEqualTo(new Notice.NoPhotosIn(empty));
    }

    @Test
    void cancelling_keeps_what_is_done_and_retry_takes_up_the_rest() throws IOException {
        inspector.before(file -> {
            if (file.endsWith("c.jpg") && inspector.inspected().size() == 2) {
                model.cancel();
            }
        });
        model.inspect(files("a.jpg", "b.jpg", "c.jpg", "d.jpg"));
        holding.finish();

        assertThat(states(model))
                .containsExactly("a.jpg NO_CRACK", "b.jpg NO_CRACK", "c.jpg Unfinished", "d.jpg Unfinished");
        assertThat(model.canCancelProperty().get()).isFalse();
        assertThat(model.canRetryProperty().get()).isTrue();

        inspector.before(file -> {});
        model.retry();
        holding.finish();
        assertThat(states(model))
                .containsExactly("a.jpg NO_CRACK", "b.jpg NO_CRACK", "c.jpg NO_CRACK", "d.jpg NO_CRACK");
        assertThat(inspector.inspected()).hasSize(4);
        assertThat(model.canRetryProperty().get()).isFalse();
    }

    @Test
    void a_verdict_that_arrives_after_cancelling_is_kept() throws IOException {
        model.inspect(files("crack.jpg", "b.jpg"));
        holding.runNext();
        holding.deliverAll();
        holding.runNext();
        model.cancel();
        assertThat(model.progressProperty().get().phase()).isIn(Phase.STOPPING, Phase.OPENING);
        holding.deliverAll();
        assertThat(states(model)).first().isEqualTo("crack.jpg CRACK");
        assertThat(model.progressProperty().get().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void photos_added_while_others_are_inspected_go_on_after_them() throws IOException {
        model.inspect(files("a.jpg"));
        holding.runNext();
        holding.deliverAll();
        model.inspect(files("crack.jpg"));
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "crack.jpg CRACK");
    }

    @Test
    void photos_added_while_the_inspection_is_being_cancelled_are_inspected() throws IOException {
        model.inspect(files("a.jpg"));
        holding.runNext();
        holding.deliverAll();
        model.cancel();
        model.inspect(files("crack.jpg"));
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg Unfinished", "crack.jpg CRACK");
    }

    @Test
    void nothing_that_arrives_after_closing_changes_the_list() throws IOException {
        model.inspect(files("crack.jpg", "b.jpg"));
        holding.runNext();
        holding.deliverAll();
        holding.runNext();
        model.close();
        List<String> atClose = states(model);
        holding.finish();
        assertThat(states(model)).isEqualTo(atClose).noneMatch(state -> state.contains("CRACK"));
        model.inspect(files("c.jpg"));
        assertThat(holding.held()).isZero();
    }

    @Test
    void a_photo_removed_while_it_waits_is_not_missed_and_undo_brings_it_back_to_its_place() throws IOException {
        model.inspect(files("a.jpg", "b.jpg", "c.jpg"));
        holding.runNext();
        holding.deliverAll();
        model.select(model.rows().get(1));
        model.removeSelected();
        assertThat(model.selectedProperty().get().name()).isEqualTo("c.jpg");
        assertThat(model.noticeProperty().get()).isEqualTo(new Notice.Removed(1));
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "c.jpg NO_CRACK");

        model.undo();
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "b.jpg NO_CRACK", "c.jpg NO_CRACK");
        assertThat(model.canUndoProperty().get()).isFalse();
        assertThat(model.selectedProperty().get().name()).isEqualTo("b.jpg");
    }

    @Test
    void a_removed_photo_can_be_added_again_and_its_file_is_untouched() throws IOException {
        List<Path> photos = files("a.jpg");
        model.inspect(photos);
        holding.finish();
        model.removeAll();
        assertThat(model.rows()).isEmpty();
        assertThat(model.selectedProperty().get()).isNull();
        assertThat(photos.getFirst()).exists();
        model.inspect(photos);
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK");
    }

    @Test
    void a_missing_model_keeps_the_photos_and_trying_again_inspects_them() throws IOException {
        AtomicInteger attempts = new AtomicInteger();
        InspectionViewModel direct = model(new DirectJobRunner(), () -> {
            if (attempts.incrementAndGet() == 1) {
                throw new ModelFileException(Path.of("cracknet.model"), ModelFileException.Problem.MISSING);
            }
            return inspector.asEngine();
        });
        direct.inspect(files("a.jpg", "crack.jpg"));
        assertThat(problem(direct)).startsWith("cracknet.model ist nicht da.");
        assertThat(states(direct)).containsExactly("a.jpg Unfinished", "crack.jpg Unfinished");
        assertThat(direct.progressProperty().get().phase()).isEqualTo(Phase.IDLE);
        assertThat(direct.canRetryProperty().get()).isTrue();

        direct.retry();
        assertThat(states(direct)).containsExactly("a.jpg NO_CRACK", "crack.jpg CRACK");
        assertThat(direct.engineProperty().get()).isInstanceOf(EngineState.Ready.class);
    }

    private static String problem(InspectionViewModel model) {
        assertThat(model.engineProperty().get()).isInstanceOf(EngineState.Broken.class);
        return FailureWords.of(
                ((EngineState.Broken) model.engineProperty().get()).failure(), new Messages(Locale.GERMAN));
    }

    @Test
    void a_missing_model_is_known_before_any_photo_comes() {
        InspectionViewModel direct = model(new DirectJobRunner(), () -> {
            throw new ModelFileException(Path.of("m"), ModelFileException.Problem.DAMAGED, "its weights");
        });
        direct.prepare();
        assertThat(problem(direct)).startsWith("m ist ein beschädigtes Modell.");
        assertThat(direct.canRetryProperty().get()).isTrue();
    }

    @Test
    void the_engine_is_opened_once_for_all_photos() throws IOException {
        AtomicInteger opened = new AtomicInteger();
        InspectionViewModel direct = model(new DirectJobRunner(), () -> {
            opened.incrementAndGet();
            return inspector.asEngine();
        });
        direct.prepare();
        direct.inspect(files("a.jpg"));
        direct.inspect(files("b.jpg"));
        assertThat(opened).hasValue(1);
    }

    @Test
    void a_photo_that_breaks_the_engine_fails_alone() throws IOException {
        InspectionViewModel direct = model(new DirectJobRunner(), inspector::asEngine);
        direct.inspect(files("a.jpg", "broken.jpg", "crack.jpg"));
        assertThat(states(direct)).containsExactly("a.jpg NO_CRACK", "broken.jpg Failed", "crack.jpg CRACK");
        assertThat(new PhotoWords(new Messages(Locale.GERMAN))
                        .reason(direct.rows().get(1).state()))
                .contains("unerwarteter Fehler", "the engine broke on broken.jpg");
        assertThat(direct.engineProperty().get()).isInstanceOf(EngineState.Ready.class);
    }

    @Test
    void an_engine_that_breaks_three_times_in_a_row_stops_the_inspection() throws IOException {
        InspectionViewModel direct = model(new DirectJobRunner(), inspector::asEngine);
        direct.inspect(files("broken1.jpg", "broken2.jpg", "broken3.jpg", "crack.jpg"));
        assertThat(states(direct))
                .containsExactly(
                        "broken1.jpg Failed", "broken2.jpg Failed", "broken3.jpg Unfinished", "crack.jpg Unfinished");
        assertThat(direct.engineProperty().get()).isInstanceOf(EngineState.Broken.class);
    }

    @Test
    void rate_and_time_left_follow_the_clock() throws IOException {
        model.inspect(files("a.jpg", "b.jpg", "c.jpg", "d.jpg"));
        holding.runNext();
        holding.deliverAll();
        holding.runNext();
        holding.deliverNext();
        nanos.addAndGet(2_000_000_000L);
        holding.deliverNext();
        assertThat(model.progressProperty().get().left()).isNull();
        nanos.addAndGet(2_000_000_000L);
        holding.deliverNext();
        assertThat(model.progressProperty().get())
                .isEqualTo(new InspectionProgress(Phase.INSPECTING, 2, 4, 0.5, Duration.ofSeconds(4)));
    }

    @Test
    void verdicts_stay_until_another_model_has_judged_anew_also_when_it_is_stopped() throws IOException {
        model.inspect(files("a.jpg", "crack.jpg"));
        holding.finish();
        ScriptedInspector second = new ScriptedInspector();
        model.use(second::asEngine);
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "crack.jpg CRACK");
        assertThat(model.progressProperty().get().total()).isEqualTo(2);
        model.cancel();
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "crack.jpg CRACK");
        assertThat(model.progressProperty().get()).isEqualTo(InspectionProgress.IDLE);
        assertThat(model.canRetryProperty().get()).isTrue();
        assertThat(second.inspected()).isEmpty();

        model.retry();
        holding.finish();
        assertThat(second.inspected()).hasSize(2);
        assertThat(model.canRetryProperty().get()).isFalse();
    }

    @Test
    void what_the_former_model_still_says_is_not_heard_and_stopping_then_leaves_the_photos_for_later()
            throws IOException {
        ScriptedInspector second = new ScriptedInspector();
        model.inspect(files("a.jpg", "crack.jpg"));
        holding.runNext();
        holding.deliverAll();
        holding.runNext();
        model.use(second::asEngine);
        model.cancel();
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg Unfinished", "crack.jpg Unfinished");
        assertThat(model.engineProperty().get()).isInstanceOf(EngineState.Ready.class);
        model.retry();
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "crack.jpg CRACK");
        assertThat(second.inspected()).hasSize(2);
    }

    @Test
    void a_verdict_stays_until_the_photo_was_inspected_again() throws IOException {
        model.inspect(files("crack.jpg"));
        holding.finish();
        model.inspectAgain();
        assertThat(states(model)).containsExactly("crack.jpg CRACK");
        holding.finish();
        assertThat(inspector.inspected()).hasSize(2);
        assertThat(model.progressProperty().get()).isEqualTo(InspectionProgress.IDLE);
    }

    @Test
    void pausing_lets_the_photo_in_work_finish_and_keeps_the_rest_waiting() throws IOException {
        List<Phase> pausing = new ArrayList<>();
        pauseAt("a.jpg", pausing);
        model.inspect(files("a.jpg", "b.jpg", "c.jpg"));
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "b.jpg Waiting", "c.jpg Waiting");
        assertThat(pausing).containsExactly(Phase.PAUSING);
        assertThat(model.progressProperty().get()).isEqualTo(new InspectionProgress(Phase.PAUSED, 1, 3, 0, null));
        assertThat(model.canPauseProperty().get()).isTrue();
        assertThat(model.canCancelProperty().get()).isTrue();

        model.inspect(files("d.jpg"));
        holding.finish();
        assertThat(states(model)).last().isEqualTo("d.jpg Waiting");

        model.pauseOrGoOn();
        holding.finish();
        assertThat(states(model)).noneMatch(state -> state.contains("Waiting"));
        assertThat(inspector.inspected()).hasSize(4);
        assertThat(model.canPauseProperty().get()).isFalse();
    }

    @Test
    void going_on_before_the_pause_has_begun_leaves_no_photo_out() throws IOException {
        pauseAt("a.jpg", new ArrayList<>());
        model.inspect(files("a.jpg", "b.jpg"));
        holding.runNext();
        holding.deliverAll();
        holding.runNext();
        model.pauseOrGoOn();
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "b.jpg NO_CRACK");
    }

    @Test
    void cancelling_before_the_pause_has_begun_leaves_the_rest_for_later() throws IOException {
        pauseAt("a.jpg", new ArrayList<>());
        model.inspect(files("a.jpg", "b.jpg"));
        holding.runNext();
        holding.deliverAll();
        holding.runNext();
        holding.deliverNext();
        holding.deliverNext();
        model.cancel();
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "b.jpg Unfinished");
    }

    @Test
    void what_was_paused_can_be_cancelled_and_taken_up_again() throws IOException {
        pauseAt("a.jpg", new ArrayList<>());
        model.inspect(files("a.jpg", "b.jpg"));
        holding.finish();
        model.cancel();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "b.jpg Unfinished");
        assertThat(model.progressProperty().get()).isEqualTo(InspectionProgress.IDLE);
        model.retry();
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "b.jpg NO_CRACK");
    }

    @Test
    void a_pause_ends_with_the_last_photo() throws IOException {
        pauseAt("a.jpg", new ArrayList<>());
        model.inspect(files("a.jpg"));
        holding.finish();
        assertThat(model.progressProperty().get()).isEqualTo(InspectionProgress.IDLE);
        model.pauseOrGoOn();
        model.inspect(files("b.jpg"));
        holding.finish();
        assertThat(states(model)).containsExactly("a.jpg NO_CRACK", "b.jpg NO_CRACK");
    }

    @Test
    void the_rate_leaves_the_pause_out() throws IOException {
        pauseAt("a.jpg", new ArrayList<>());
        model.inspect(files("a.jpg", "b.jpg", "c.jpg", "d.jpg"));
        holding.runNext();
        holding.deliverAll();
        holding.runNext();
        holding.deliverNext();
        nanos.addAndGet(2_000_000_000L);
        holding.deliverAll();
        nanos.addAndGet(100_000_000_000L);
        model.pauseOrGoOn();
        holding.runNext();
        holding.deliverNext();
        nanos.addAndGet(2_000_000_000L);
        holding.deliverNext();
        assertThat(model.progressProperty().get())
                .isEqualTo(new InspectionProgress(Phase.INSPECTING, 2, 4, 0.5, Duration.ofSeconds(4)));
    }

    /** The person presses Pause while the photo of this name is in work. */
    private void pauseAt(String name, List<Phase> phases) {
        inspector.before(file -> {
            if (file.endsWith(name)) {
                model.pauseOrGoOn();
                phases.add(model.progressProperty().get().phase());
            }
        });
    }

    @Test
    void more_photos_than_a_batch_are_all_inspected_in_order() throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            names.add("p" + i + ".jpg");
        }
        model.inspect(files(names.toArray(String[]::new)));
        holding.finish();
        assertThat(inspector.inspected().stream().map(file -> file.getFileName().toString()))
                .containsExactlyElementsOf(names);
        assertThat(model.tallyProperty().get().noCrack()).isEqualTo(40);
    }

    @Test
    void next_and_previous_walk_the_list_and_stop_at_its_ends() throws IOException {
        model.inspect(files("a.jpg", "b.jpg"));
        holding.finish();
        model.selectPrevious();
        assertThat(model.selectedProperty().get().name()).isEqualTo("a.jpg");
        model.selectNext();
        model.selectNext();
        assertThat(model.selectedProperty().get().name()).isEqualTo("b.jpg");
    }

    private InspectionViewModel model(JobRunner runner, EngineSource source) {
        return new InspectionViewModel(runner, source, ProjectPlaces.NOWHERE, nanos::get);
    }

    private List<Path> files(String... names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.add(Files.createFile(folder.resolve(name)));
        }
        return files;
    }

    private static List<String> states(InspectionViewModel model) {
        return model.rows().stream()
                .map(row -> row.name() + " "
                        + switch (row.state()) {
                            case PhotoState.Inspected(var outcome) -> word(outcome.verdict());
                            default -> row.state().getClass().getSimpleName();
                        })
                .toList();
    }

    private static String word(Verdict verdict) {
        return verdict.name();
    }
}
