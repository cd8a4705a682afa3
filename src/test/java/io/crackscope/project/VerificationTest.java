package io.crackscope.project;

import static io.crackscope.domain.Review.Decision.CRACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.PhotoScale;
import io.crackscope.project.Verification.Broken;
import io.crackscope.project.Verification.Fault;
import io.crackscope.project.Verification.Whole;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
    private static final String WITHOUT_GUARDS = "DROP TRIGGER trail_keeps_entries; DROP TRIGGER trail_loses_none;"
            + " DROP TRIGGER answer_is_kept; DROP TRIGGER answer_is_not_lost;";

    private Site site;
    private String head = "";

    /** Six entries: created, add_photos (two), answer, decision, scale. */
    @BeforeEach
    void inspect(@TempDir Path folder) {
        site = new Site(folder);
        try (InspectionProject project = site.create()) {
            List<PhotoId> photos = site.add(project, "a.jpg", "b.jpg");
            Site.judge(project, photos.getFirst(), 0.9);
            project.decide(photos.subList(0, 1), Optional.of(CRACK));
            project.scale(photos.subList(0, 1), Optional.of(new PhotoScale(0.5, "ruler")));
            head = project.trail(6, 1).getFirst().hash();
        }
    }

    @Test
    void an_untouched_project_is_whole() {
        assertThat(verify()).isEqualTo(new Whole(6, head));
    }

    @Test
    void a_whole_project_stays_whole_through_undo_redo_and_reopening() {
        try (InspectionProject project = site.open()) {
            while (project.undo().isPresent()) {
                assertThat(project.verify()).isInstanceOf(Whole.class);
            }
        }
        try (InspectionProject project = site.open()) {
            while (project.redo().isPresent()) {
                assertThat(project.verify()).isInstanceOf(Whole.class);
            }
            assertThat(project.trail(1, 100))
                    .extracting(AuditEntry::what)
                    .containsSubsequence("undo.scale", "undo.decision", "undo.add_photos", "redo.add_photos");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE review SET decision = 'no_crack' | REVIEW_CHANGED | 5",
                "UPDATE review SET note = 'fine' | REVIEW_CHANGED | 5",
                "UPDATE review SET who = 'bert' | REVIEW_CHANGED | 5",
                "UPDATE review SET at = 'never' | REVIEW_CHANGED | 5",
                "DELETE FROM review | REVIEW_CHANGED | 5",
                "INSERT INTO review VALUES (2, 'crack', '', 'anna', '2026-01-01T00:00:00Z') | REVIEW_CHANGED | 0",
                "UPDATE scale SET mm_per_pixel = 0.4 | STATE_CHANGED | 6",
                "INSERT INTO scale VALUES (2, 1, '') | STATE_CHANGED | 0",
                "UPDATE photo SET removed = 1 WHERE id = 2 | STATE_CHANGED | 3",
                "UPDATE photo SET path = 'c.jpg' WHERE id = 2 | STATE_CHANGED | 3",
                "UPDATE photo SET place = 0 WHERE id = 2 | STATE_CHANGED | 3",
                "UPDATE photo SET sha256 = replace(sha256, 'a', 'b') WHERE id = 1 | STATE_CHANGED | 4",
                "UPDATE photo SET latitude = 0 WHERE id = 1 | STATE_CHANGED | 4",
                "UPDATE photo SET width = 1 WHERE id = 2 | STATE_CHANGED | 0",
                "INSERT INTO photo (place, path, bytes, removed) VALUES (9, 'x.jpg', 5, 0) | STATE_CHANGED | 0",
                "UPDATE project SET inspector = 'B. Weber' | STATE_CHANGED | 1",
                "UPDATE project SET day = 'today' | STATE_CHANGED | 1",
                "UPDATE findings SET content = x'00' | ANSWER_CHANGED | 4",
                "DELETE FROM findings | ANSWER_CHANGED | 4",
                "UPDATE model SET sha256 = replace(sha256, 'a', 'b') | ANSWER_CHANGED | 4",
                "INSERT INTO answer SELECT 9, 2, model, at, photo_sha256, verdict, probability, uncertain_from,"
                        + " crack_from, millis, evidence, refusal, refusal_detail FROM answer | ANSWER_CHANGED | 0"
            })
    void what_was_changed_by_hand_is_found(String change, Fault fault, long seq) throws SQLException {
        tamper(change);

        assertThat(verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(fault);
            assertThat(broken.seq()).isEqualTo(seq);
            assertThat(broken.what()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE trail SET who = 'bert' WHERE seq = 5 | ENTRY_CHANGED | 5",
                "UPDATE trail SET at = 'never' WHERE seq = 2 | ENTRY_CHANGED | 2",
                "UPDATE trail SET what = 'note' WHERE seq = 5 | ENTRY_CHANGED | 5",
                "UPDATE trail SET photo = 2 WHERE seq = 5 | ENTRY_CHANGED | 5",
                "UPDATE trail SET photo_name = 'x' WHERE seq = 5 | ENTRY_CHANGED | 5",
                "UPDATE trail SET detail = '{}' WHERE seq = 5 | ENTRY_CHANGED | 5",
                "UPDATE trail SET model_sha256 = NULL WHERE seq = 4 | ENTRY_CHANGED | 4",
                "UPDATE trail SET hash = previous WHERE seq = 4 | ENTRY_CHANGED | 4",
                "DELETE FROM trail WHERE seq = 3 | ENTRY_MISSING | 3",
                "DELETE FROM trail WHERE seq = 1 | ENTRY_MISSING | 1",
                "DELETE FROM trail WHERE seq = 6 | ENTRY_MISSING | 6",
                "DELETE FROM trail | ENTRY_MISSING | 1",
                "UPDATE answer SET verdict = 'no_crack' | ANSWER_CHANGED | 4",
                "UPDATE answer SET crack_from = 0.99 | ANSWER_CHANGED | 4",
            })
    void what_was_changed_where_the_guards_were_switched_off_meanwhile_is_found(String change, Fault fault, long seq)
            throws SQLException {
        try (Sql sql = Sql.existing(site.file())) {
            List<String> guards = sql.list(
                    "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid", row -> row.getString(1));
            for (String statement : (WITHOUT_GUARDS + change).split(";")) {
                sql.execute(statement);
            }
            for (String guard : guards) {
                sql.execute(guard);
            }
        }

        assertThat(verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(fault);
            assertThat(broken.seq()).isEqualTo(seq);
        });
    }

    @Test
    void a_missing_guard_is_found() throws SQLException {
        tamper("DROP TRIGGER trail_loses_none");

        assertThat(verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.GUARD_REMOVED);
            assertThat(broken.what()).contains("trail_loses_none");
        });
    }

    @Test
    void a_rule_that_was_put_in_is_found() throws SQLException {
        tamper("CREATE TRIGGER quiet AFTER INSERT ON review BEGIN DELETE FROM review; END");

        assertThat(verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.fault()).isEqualTo(Fault.GUARD_REMOVED));
    }

    @ParameterizedTest
    @CsvSource({"UPDATE trail SET who = 'bert'", "DELETE FROM trail", "UPDATE answer SET probability = 0"})
    void the_file_itself_refuses_to_change_trail_and_answers(String change) {
        assertThatThrownBy(() -> tamper(change)).isInstanceOf(SQLException.class);
    }

    /** Whoever writes nonsense and makes all hashes anew: the program says so and does not fall over it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "",
                "null",
                "[]",
                "{\"aspect\":\"weather\",\"after\":null}",
                "{\"aspect\":\"scale\"}",
                "{\"answer\":{}}",
                "{\"answer\":{\"id\":1}}",
                "{\"file\":7,\"aspect\":\"path\",\"after\":7}"
            })
    void an_entry_that_says_nothing_a_program_can_read_is_a_broken_one(String detail) throws SQLException {
        try (Sql sql = Sql.existing(site.file())) {
            String guard = sql.first(
                            "SELECT sql FROM sqlite_schema WHERE name = 'trail_keeps_entries'", row -> row.getString(1))
                    .orElseThrow();
            sql.execute("DROP TRIGGER trail_keeps_entries");
            AuditTrail.Line line = AuditTrail.lines(sql, 6, 1).getFirst();
            String forged = new AuditTrail.Line(
                            line.seq(),
                            line.at(),
                            line.who(),
                            line.what(),
                            line.photo(),
                            line.photoName(),
                            detail,
                            line.modelName(),
                            line.modelSha256(),
                            line.previous(),
                            "")
                    .hashed()
                    .hash();
            sql.run("UPDATE trail SET detail = ?, hash = ? WHERE seq = 6", detail, forged);
            sql.run("UPDATE trail_head SET hash = ?", forged);
            sql.execute(guard);
        }

        assertThat(verify()).isInstanceOf(Broken.class);
    }

    @Test
    void entries_before_one_that_cannot_be_read_are_read() throws SQLException {
        tamper("DROP TRIGGER trail_keeps_entries");
        tamper("UPDATE trail SET at = 'never' WHERE seq = 3");

        try (ProjectAudit audit = ProjectAudit.of(site.file())) {
            assertThat(audit.trail(1, 100)).extracting(AuditEntry::seq).containsExactly(1L, 2L);
            assertThat(audit.trail(3, 100)).isEmpty();
        }
    }

    @Test
    void an_entry_that_was_made_anew_with_a_right_hash_does_not_fit_the_next() throws SQLException {
        try (Sql sql = Sql.existing(site.file())) {
            AuditTrail.Line line = AuditTrail.lines(sql, 3, 1).getFirst();
            AuditTrail.Line forged = new AuditTrail.Line(
                            line.seq(),
                            line.at(),
                            "bert",
                            line.what(),
                            line.photo(),
                            line.photoName(),
                            line.detail(),
                            line.modelName(),
                            line.modelSha256(),
                            line.previous(),
                            "")
                    .hashed();
            String guard = sql.first(
                            "SELECT sql FROM sqlite_schema WHERE name = 'trail_keeps_entries'", row -> row.getString(1))
                    .orElseThrow();
            sql.execute("DROP TRIGGER trail_keeps_entries");
            sql.run("UPDATE trail SET who = 'bert', hash = ? WHERE seq = 3", forged.hash());
            sql.execute(guard);
        }

        assertThat(verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault()).isEqualTo(Fault.CHAIN_BROKEN);
            assertThat(broken.seq()).isEqualTo(4);
        });
    }

    @Test
    void missing_last_entries_stay_visible_when_others_follow() throws SQLException {
        try (Sql sql = Sql.existing(site.file())) {
            String guard = sql.first(
                            "SELECT sql FROM sqlite_schema WHERE name = 'trail_loses_none'", row -> row.getString(1))
                    .orElseThrow();
            sql.execute("DROP TRIGGER trail_loses_none");
            sql.execute("DELETE FROM trail WHERE seq = 6");
            sql.execute(guard);
        }
        try (InspectionProject project = site.open()) {
            site.add(project, "c.jpg");

            assertThat(project.verify()).isInstanceOfSatisfying(Broken.class, broken -> {
                assertThat(broken.fault()).isEqualTo(Fault.ENTRY_MISSING);
                assertThat(broken.seq()).isEqualTo(6);
            });
        }
    }

    /** What a chain alone cannot show, a hash that was kept elsewhere does. */
    @Test
    void a_tail_that_was_removed_with_all_its_traces_is_found_by_a_hash_kept_elsewhere() throws SQLException {
        try (Sql sql = Sql.existing(site.file())) {
            String guard = sql.first(
                            "SELECT sql FROM sqlite_schema WHERE name = 'trail_loses_none'", row -> row.getString(1))
                    .orElseThrow();
            sql.execute("DROP TRIGGER trail_loses_none");
            sql.execute("DELETE FROM trail WHERE seq >= 5");
            sql.execute("DELETE FROM review");
            sql.execute("DELETE FROM scale");
            sql.execute("UPDATE trail_head SET (seq, hash) = (SELECT seq, hash FROM trail ORDER BY seq DESC)");
            sql.execute(guard);
        }

        try (InspectionProject project = site.open()) {
            assertThat(project.verify()).isInstanceOf(Whole.class);
            assertThat(project.verify(head))
                    .isInstanceOfSatisfying(
                            Broken.class, broken -> assertThat(broken.fault()).isEqualTo(Fault.ANCHOR_MISSING));
        }
    }

    @Test
    void a_hash_kept_earlier_stays_in_the_trail() {
        try (InspectionProject project = site.open()) {
            site.add(project, "c.jpg");

            assertThat(project.verify(head)).isInstanceOf(Whole.class);
        }
    }

    @Test
    void the_hash_is_made_as_documented() {
        AuditTrail.Line line = new AuditTrail.Line(
                7, "2026-11-20T10:00:00Z", "ä", "decision", 3L, "a.jpg", "{}", null, null, "0".repeat(64), "");

        // echo -n '18:crackscope-audit-1,1:7,...' | sha256sum
        String form = "18:crackscope-audit-1,1:7,20:2026-11-20T10:00:00Z,2:ä,8:decision,1:3,5:a.jpg,2:{},0:,0:,64:"
                + "0".repeat(64) + ",";
        assertThat(line.rightHash())
                .isEqualTo(io.crackscope.work.Digests.sha256(form.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private Verification verify() {
        try (ProjectAudit audit = ProjectAudit.of(site.file())) {
            return audit.verify(Optional.empty());
        }
    }

    private void tamper(String change) throws SQLException {
        try (Sql sql = Sql.existing(site.file())) {
            sql.execute(change);
        }
    }
}
