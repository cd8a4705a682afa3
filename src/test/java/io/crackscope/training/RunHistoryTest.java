package io.crackscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crackscope.domain.Label;
import io.crackscope.training.RunRecord.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
    @TempDir
    Path folder;

    private Path runs() {
        return folder.resolve("runs");
    }

    private RunHistory history() {
        return new RunHistory(runs());
    }

    @Test
    void a_process_is_known_again_after_the_clock_was_set_and_a_later_one_of_its_number_is_not_it() {
        RunRecord.Owner self = RunRecord.Owner.self();
        Instant since = Instant.parse(self.since());
        assertThat(self.isAlive()).isTrue();
        assertThat(new RunRecord.Owner(self.pid(), since.plusSeconds(1).toString()).isAlive())
                .isTrue();
        assertThat(new RunRecord.Owner(self.pid(), since.minusSeconds(9).toString()).isAlive())
                .isFalse();
        assertThat(new RunRecord.Owner(self.pid(), "yesterday").isAlive()).isFalse();
    }

    @Test
    void a_history_that_never_was_is_empty() {
        assertThat(history().all()).isEmpty();
        assertThat(history().find("gone")).isEmpty();
        assertThat(history().curve("gone").size()).isZero();
        assertThat(history().answers("gone")).isEmpty();
    }

    @Test
    void runs_come_back_as_they_were_the_newest_first() throws Exception {
        RunRecord older = Runs.run("a", "2026-11-24T10:00:00Z", State.FINISHED);
        RunRecord newer = Runs.run("b", "2026-11-25T10:00:00Z", State.STOPPED);
        Runs.keep(history(), runs(), older);
        Runs.keep(history(), runs(), newer);

        assertThat(history().all()).containsExactly(newer, older);
    }

    @Test
    void a_run_kept_before_starts_and_train_only_folders_were_is_read_as_one_without() throws Exception {
        RunRecord run = Runs.run("old", "2026-11-24T10:00:00Z", State.STOPPED);
        Runs.keep(history(), runs(), run);
        Path file = runs().resolve("old/run.json");
        JsonMapper json = new JsonMapper();
        ObjectNode tree = (ObjectNode) json.readTree(file.toFile());
        assertThat(((ObjectNode) tree.get("data")).remove("start")).isNotNull();
        assertThat(((ObjectNode) tree.get("data")).remove("trainOnly")).isNotNull();
        json.writeValue(file.toFile(), tree);

        assertThat(history().all()).containsExactly(run);
        assertThat(run.data().start()).isNull();
    }

    @Test
    void a_run_whose_process_is_gone_is_interrupted_and_can_be_resumed() throws Exception {
        RunRecord killed =
                Runs.run("killed", "2026-11-25T10:00:00Z", State.RUNNING).withOwner(Runs.GONE);
        RunRecord alive = Runs.run("alive", "2026-11-25T11:00:00Z", State.RUNNING);
        Runs.keep(history(), runs(), killed);
        Runs.keep(history(), runs(), alive);

        assertThat(history().all()).extracting(RunRecord::state).containsExactly(State.RUNNING, State.INTERRUPTED);
        assertThat(history().resumable(killed.model())).map(RunRecord::id).contains("killed");
        assertThat(history().resumable(alive.model())).isEmpty();
    }

    @Test
    void a_damaged_run_is_left_alone_and_hides_no_other() throws Exception {
        Runs.keep(history(), runs(), Runs.run("good", "2026-11-25T10:00:00Z", State.FINISHED));
        Path bad = Files.createDirectories(runs().resolve("bad"));
        Files.writeString(bad.resolve("run.json"), "{ cut");

        assertThat(history().all()).extracting(RunRecord::id).containsExactly("good");
        assertThat(bad.resolve("run.json")).hasContent("{ cut");
    }

    @Test
    void notes_survive_what_the_training_writes_later() throws Exception {
        RunRecord run = Runs.run("a", "2026-11-25T10:00:00Z", State.RUNNING);
        Runs.keep(history(), runs(), run);
        history().note("a", "lower rate helped");
        history().write(run.with(State.FINISHED, null));

        assertThat(history().find("a")).hasValueSatisfying(kept -> {
            assertThat(kept.notes()).isEqualTo("lower rate helped");
            assertThat(kept.state()).isEqualTo(State.FINISHED);
        });
    }

    @Test
    void what_is_deleted_can_come_back() throws Exception {
        Runs.keep(history(), runs(), Runs.run("a", "2026-11-25T10:00:00Z", State.FINISHED));
        Runs.keep(history(), runs(), Runs.run("b", "2026-11-25T11:00:00Z", State.FINISHED));
        history().delete("a");
        assertThat(history().all()).extracting(RunRecord::id).containsExactly("b");
        history().restore("a");
        assertThat(history().all()).extracting(RunRecord::id).containsExactly("b", "a");
    }

    @Test
    void what_was_deleted_a_month_ago_is_gone_for_good_and_what_was_deleted_later_can_come_back() throws Exception {
        Runs.keep(history(), runs(), Runs.run("a", "2026-10-25T10:00:00Z", State.FINISHED));
        Runs.keep(history(), runs(), Runs.run("b", "2026-10-25T11:00:00Z", State.FINISHED));
        Path old = runs().resolve("a");
        Files.createFile(Files.createDirectory(old.resolve("folder")).resolve("file"));
        history().delete("a");
        Files.setLastModifiedTime(
                runs().resolve("b"), FileTime.from(Instant.now().minus(Duration.ofDays(400))));
        history().delete("b");

        history().emptyDeleted(Instant.now().plus(Duration.ofDays(29)));
        history().restore("b");
        assertThat(history().all()).extracting(RunRecord::id).containsExactly("b");
        assertThat(runs().resolve(".deleted/a")).isDirectory();

        history().emptyDeleted(Instant.now().plus(Duration.ofDays(31)));
        assertThat(runs().resolve(".deleted")).isEmptyDirectory();
        assertThat(history().all()).extracting(RunRecord::id).containsExactly("b");
    }

    @Test
    void a_link_in_a_deleted_run_takes_nothing_with_it_that_lies_outside() throws Exception {
        Runs.keep(history(), runs(), Runs.run("a", "2026-10-25T10:00:00Z", State.FINISHED));
        Path outside =
                Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("photo"), "mine");
        Files.createSymbolicLink(runs().resolve("a/link"), outside.getParent());
        history().delete("a");

        history().emptyDeleted(Instant.now().plus(Duration.ofDays(31)));

        assertThat(runs().resolve(".deleted/a")).doesNotExist();
        assertThat(outside).hasContent("mine");
    }

    @Test
    void curves_and_answers_come_back_as_they_were() throws Exception {
        RunHistory history = history();
        String id = history.newId(Instant.parse("2026-11-25T10:00:00Z"), "cracknet");
        StepCurve curve = new StepCurve();
        for (int i = 0; i < 1000; i++) {
            curve.add(1 + i / 100, 1.0 / (i + 1), i / 1000.0, 0.002);
        }
        history.writeCurve(id, curve);
        List<TestAnswer> answers = List.of(
                new TestAnswer("ab12", Label.CRACK, "wall \"7\", north", 0.25, "/data/a, b.png"),
                new TestAnswer("cd34", Label.NO_CRACK, "", 1e-9, "/data/c.png"));
        history.writeAnswers(id, answers);

        assertThat(history().curve(id).csv()).isEqualTo(curve.csv());
        assertThat(history().curve(id).loss(999)).isEqualTo((double) (float) 0.001);
        assertThat(history().answers(id)).isEqualTo(answers);
    }

    @Test
    void two_runs_of_one_second_get_folders_of_their_own() throws Exception {
        Instant now = Instant.parse("2026-11-25T10:00:00Z");
        assertThat(history().newId(now, "cracknet")).isEqualTo("2026-11-25T10-00-00-cracknet");
        assertThat(history().newId(now, "cracknet")).isEqualTo("2026-11-25T10-00-00-cracknet-2");
    }
}
