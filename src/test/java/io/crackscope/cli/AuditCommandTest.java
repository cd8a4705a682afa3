package io.crackscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.Review;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.PhotoId;
import io.crackscope.project.ProjectFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    @TempDir
    private Path folder;

    private Workbench bench;
    private Path file;
    private String head = "";

    @BeforeEach
    void inspect() throws IOException {
        bench = new Workbench(folder);
        file = folder.resolve("bridge.inspection");
        Path photo = Files.writeString(folder.resolve("DSC_001.jpg"), "photo");
        ModelStamp model = new ModelStamp("cracknet", "ab".repeat(32));
        try (InspectionProject project =
                InspectionProject.create(file, ProjectFacts.titled("Bridge 17", LocalDate.of(2026, 11, 20)), "anna")) {
            List<PhotoId> photos = project.addPhotos(List.of(photo)).added();
            project.recordRefused(
                    photos.getFirst(),
                    new ModelAnswer.Refused(
                            new Refusal(Refusal.Kind.TOO_SMALL, "9 x 9"),
                            model,
                            Instant.parse("2026-11-20T10:00:00Z")));
            project.decide(photos, Optional.of(Review.Decision.NO_CRACK));
            project.draftNote(photos.getFirst(), "a stain\n\u001b[31m");
            project.commitNote(photos.getFirst());
            project.scale(photos, Optional.of(new PhotoScale(0.25, "ruler")));
            project.undo();
            head = project.trail(7, 1).getFirst().hash();
        }
    }

    @Test
    void the_trail_is_a_table_and_a_whole_one_ends_with_0() {
        assertThat(bench.run("audit", file)).isZero();

        assertThat(bench.err()).isEmpty();
        List<String> lines = bench.out().lines().toList();
        assertThat(lines).hasSize(11);
        assertThat(lines.get(0)).matches("#  time \\(UTC\\) +who   what +photo +detail");
        assertThat(lines.get(1)).matches("1  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  anna  Begun +Bridge 17");
        assertThat(lines.get(2)).endsWith("Photo added     DSC_001.jpg  + DSC_001.jpg");
        assertThat(lines.get(3))
                .endsWith("Model's answer  DSC_001.jpg  The picture is too small to judge. Use the photo at full ...");
        assertThat(lines.get(4)).endsWith("Decision        DSC_001.jpg  No crack");
        assertThat(lines.get(5)).endsWith("Note            DSC_001.jpg  No crack: \"a stain ?[31m\"");
        assertThat(lines.get(6)).endsWith("Scale           DSC_001.jpg  0.25 mm/px ruler");
        assertThat(lines.get(7)).endsWith("Undone: Scale   DSC_001.jpg  -");
        assertThat(lines.get(9)).isEqualTo("Whole: 7 entries, and the project agrees with them.");
        assertThat(lines.get(10)).contains(head);
    }

    @Test
    void a_review_that_was_changed_by_hand_ends_with_3() throws SQLException {
        tamper("UPDATE review SET decision = 'crack'");

        assertThat(bench.run("audit", file)).isEqualTo(3);

        assertThat(bench.out())
                .contains("Broken at entry 5: A person's decision or note was changed outside CrackScope.")
                .contains("\"decision\":\"crack\"");
    }

    @Test
    void a_trail_that_cannot_be_read_is_shown_up_to_there() throws SQLException, IOException {
        tamper("DROP TRIGGER trail_keeps_entries", "UPDATE trail SET at = 'never' WHERE seq = 3");

        assertThat(bench.run("audit", file)).isEqualTo(3);

        List<String> lines = bench.out().lines().toList();
        assertThat(lines.get(1)).startsWith("1  ").endsWith("Bridge 17");
        assertThat(lines.get(2)).startsWith("2  ").endsWith("+ DSC_001.jpg");
        assertThat(lines.get(3)).isEmpty();
        assertThat(lines.get(4)).contains("Broken").doesNotContain("at entry 0");
        assertThat(bench.run("audit", file, "--json", "-")).isEqualTo(3);
        assertThat(new ObjectMapper().readTree(bench.out()).at("/entries")).hasSize(2);
    }

    @Test
    void what_someone_wrote_into_an_entry_does_not_steer_the_terminal() throws SQLException {
        tamper("DROP TRIGGER trail_keeps_entries", "UPDATE trail SET what = 'note' || char(27) || '[2J' WHERE seq = 5");

        assertThat(bench.run("audit", file)).isEqualTo(3);

        assertThat(bench.out()).contains("note?[2J").doesNotContain("\u001b[2J");
    }

    @Test
    void the_project_itself_is_never_overwritten() throws IOException {
        byte[] before = Files.readAllBytes(file);

        assertThat(bench.run(
                        "audit", file, "--json", folder.resolve("../" + folder.getFileName() + "/bridge.inspection")))
                .isEqualTo(ExitCodes.USAGE);

        assertThat(bench.err()).contains("bridge.inspection, which this command reads");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void json_holds_entries_and_verification() throws IOException {
        Path json = folder.resolve("audit.json");
        assertThat(bench.run("audit", file, "--json", "-")).isZero();
        JsonNode document = new ObjectMapper().readTree(bench.out());
        assertThat(document.at("/verification/whole").asBoolean()).isTrue();
        assertThat(document.at("/verification/head").asText()).isEqualTo(head);
        assertThat(document.at("/entries")).hasSize(7);
        assertThat(document.at("/entries/2/model").asText()).isEqualTo("cracknet");
        assertThat(document.at("/entries/0/photo").isNull()).isTrue();
        assertThat(new ObjectMapper()
                        .readTree(document.at("/entries/3/detail").asText())
                        .at("/after/decision")
                        .asText())
                .isEqualTo("no_crack");

        assertThat(bench.run("audit", file, "--json", json)).isZero();
        assertThat(json).isNotEmptyFile();
        assertThat(bench.out()).contains("Whole");
    }

    @Test
    void json_of_a_broken_trail_says_what_is_wrong() throws IOException, SQLException {
        tamper("UPDATE project SET title = 'Bridge 18'");

        assertThat(bench.run("audit", file, "--json", "-")).isEqualTo(3);

        JsonNode verification = new ObjectMapper().readTree(bench.out()).get("verification");
        assertThat(verification.get("whole").asBoolean()).isFalse();
        assertThat(verification.get("seq").asLong()).isEqualTo(1);
        assertThat(verification.get("fault").asText()).isEqualTo("state_changed");
        assertThat(verification.get("text").asText()).isNotBlank();
    }

    @Test
    void a_hash_that_was_kept_elsewhere_must_be_in_the_trail() {
        assertThat(bench.run("audit", file, "--head", head.toUpperCase(Locale.ROOT)))
                .isZero();
        assertThat(bench.run("audit", file, "--head", "0".repeat(64))).isEqualTo(3);
        assertThat(bench.out()).contains("Broken: The hash that was kept elsewhere is not in the audit trail");
        assertThat(bench.run("audit", file, "--head", "abc")).isEqualTo(2);
    }

    @Test
    void what_is_no_project_ends_with_3_and_one_line() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "notes");

        assertThat(bench.run("audit", text)).isEqualTo(3);
        assertThat(bench.err().lines())
                .containsExactly(
                        text + " is not an inspection project. Choose a file that CrackScope made (*.inspection).");
        assertThat(bench.run("audit", folder.resolve("none.inspection"))).isEqualTo(3);
        assertThat(bench.run("audit")).isEqualTo(2);
    }

    @Test
    void a_project_that_is_open_in_a_window_is_named_in_german_too() {
        bench.locale = Locale.GERMAN;
        try (InspectionProject project = InspectionProject.open(file, "anna")) {
            assertThat(bench.run("audit", project.file())).isEqualTo(3);
        }
        assertThat(bench.err()).contains("ist in einem anderen CrackScope-Fenster offen");
    }

    private void tamper(String... changes) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String change : changes) {
                statement.execute(change);
            }
        }
    }
}
