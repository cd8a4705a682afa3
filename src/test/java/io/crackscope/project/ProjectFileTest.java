package io.crackscope.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.crackscope.domain.Review;
import io.crackscope.project.ProjectException.Problem;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectFileTest {
    private static final Schema NEXT = after("ALTER TABLE photo ADD COLUMN stars INTEGER NOT NULL DEFAULT 0\n\n"
            + "CREATE INDEX photo_stars ON photo (stars)");

    private Site site;

    @BeforeEach
    void arrive(@TempDir Path folder) {
        site = new Site(folder);
    }

    @Test
    void a_file_that_is_not_there_is_refused_and_not_made() {
        refused(site.file(), Problem.MISSING);
        assertThat(site.file()).doesNotExist();
    }

    @Test
    void a_folder_is_no_project() {
        refused(site.folder(), Problem.NOT_A_PROJECT);
    }

    @Test
    void a_project_does_not_replace_a_file() {
        site.write("bridge.inspection", "important");

        assertThatThrownBy(site::create)
                .isInstanceOfSatisfying(
                        ProjectException.class, e -> assertThat(e.problem()).isEqualTo(Problem.EXISTS));
        assertThat(site.file()).hasContent("important");
    }

    @Test
    void files_of_other_programs_are_refused_and_not_changed() throws SQLException {
        site.write("empty.inspection", "");
        site.write("text.inspection", "not a project ".repeat(1000));
        try (Sql sql = Sql.made(site.folder().resolve("foreign.inspection"))) {
            sql.execute("PRAGMA journal_mode = WAL");
            sql.execute("CREATE TABLE other (id INTEGER)");
        }

        for (String name : List.of("empty", "text", "foreign")) {
            refused(site.folder().resolve(name + ".inspection"), Problem.NOT_A_PROJECT);
        }
    }

    @Test
    void a_project_of_a_newer_program_is_refused_and_not_changed() throws SQLException {
        site.create().close();
        try (Sql sql = Sql.existing(site.file())) {
            sql.execute("PRAGMA user_version = 99");
        }

        refused(site.file(), Problem.NEWER);
    }

    @Test
    void a_project_that_was_cut_off_is_refused_and_not_changed() throws IOException {
        filled().close();
        try (RandomAccessFile file = new RandomAccessFile(site.file().toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }

        refused(site.file(), Problem.DAMAGED);
    }

    @Test
    void a_project_with_a_damaged_page_is_refused_and_not_changed() throws IOException {
        filled().close();
        overwritePages();

        refused(site.file(), Problem.DAMAGED);
    }

    @Test
    void a_damaged_project_that_was_not_closed_is_refused_and_its_log_is_not_applied()
            throws IOException, InterruptedException {
        filled().close();
        try (OtherProcess other = OtherProcess.on(site.file())) {
            for (int line = 0; line < 20; line++) {
                other.line();
            }
            other.kill();
        }
        assertThat(ProjectCopy.log(site.file())).isNotEmptyFile();
        overwritePages();
        Files.delete(site.folder().resolve("bridge.inspection-lock"));

        refused(site.file(), Problem.DAMAGED);
    }

    @Test
    void a_folder_where_nothing_can_be_made_beside_the_project_is_refused_with_a_remedy() throws IOException {
        site.create().close();
        Files.createDirectory(site.folder().resolve("bridge.inspection-lock"));

        assertThatThrownBy(site::open)
                .isInstanceOfSatisfying(
                        ProjectException.class, e -> assertThat(e.problem()).isEqualTo(Problem.READ_ONLY))
                .hasMessageContaining("Copy the project and its photos to a folder where you may write");
    }

    @Test
    void a_project_that_cannot_be_written_can_be_looked_at_and_says_why_it_does_not_change() throws IOException {
        PhotoId photo;
        try (InspectionProject project = site.create()) {
            photo = site.add(project, "a.jpg");
            project.decide(List.of(photo), Optional.of(Review.Decision.CRACK));
        }
        byte[] before = Files.readAllBytes(site.file());
        Path obstacle = Files.createDirectory(site.folder().resolve("bridge.inspection-lock"));

        try (InspectionProject project = InspectionProject.openOrView(site.file(), "bert")) {
            assertThat(project.isReadOnly()).isTrue();
            assertThat(project.file()).isEqualTo(site.file().toRealPath());
            assertThat(project.photo(photo).file()).isEqualTo(site.folder().resolve("a.jpg"));
            assertThat(project.photo(photo).review().flatMap(Review::decision)).contains(Review.Decision.CRACK);
            assertThat(project.missing()).isEmpty();
            assertThat(project.verify()).isInstanceOf(Verification.Whole.class);
            for (Runnable change : List.<Runnable>of(
                    () -> project.decide(List.of(photo), Optional.empty()),
                    () -> project.draftNote(photo, "x"),
                    project::undo,
                    () -> project.facts(Site.FACTS))) {
                assertThatThrownBy(change::run)
                        .isInstanceOfSatisfying(
                                ProjectException.class,
                                e -> assertThat(e.problem()).isEqualTo(Problem.READ_ONLY));
            }
        }
        assertThat(Files.readAllBytes(site.file())).isEqualTo(before);
        Files.delete(obstacle);
        try (InspectionProject project = InspectionProject.openOrView(site.file(), "bert")) {
            assertThat(project.isReadOnly()).isFalse();
        }
    }

    @Test
    void a_write_protected_folder_is_refused_and_can_be_examined() throws IOException {
        site.create().close();
        Files.setPosixFilePermissions(site.folder(), PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeThat(Files.isWritable(site.folder()))
                    .as("the user of this test may write everywhere")
                    .isFalse();
            refused(site.file(), Problem.READ_ONLY);
            try (InspectionProject project = InspectionProject.openOrView(site.file(), "bert")) {
                assertThat(project.isReadOnly()).isTrue();
            }
            try (ProjectAudit audit = ProjectAudit.of(site.file())) {
                assertThat(audit.verify(Optional.empty())).isInstanceOf(Verification.Whole.class);
            }
        } finally {
            Files.setPosixFilePermissions(site.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void a_project_is_examined_where_nothing_can_be_made_beside_it() throws IOException {
        site.create().close();
        Files.createDirectory(site.folder().resolve("bridge.inspection-lock"));

        Map<String, List<Object>> before = contents();
        try (ProjectAudit audit = ProjectAudit.of(site.file())) {
            assertThat(audit.verify(Optional.empty())).isInstanceOf(Verification.Whole.class);
            assertThat(audit.facts()).isEqualTo(Site.FACTS);
            assertThat(audit.trail(1, 10)).hasSize(1);
        }
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void a_project_that_was_not_closed_is_examined_without_being_changed() throws IOException, InterruptedException {
        filled().close();
        try (OtherProcess other = OtherProcess.on(site.file())) {
            assertThat(other.line()).isEqualTo("open");
            assertThatThrownBy(() -> ProjectAudit.of(site.file()))
                    .isInstanceOfSatisfying(
                            ProjectException.class, e -> assertThat(e.problem()).isEqualTo(Problem.ALREADY_OPEN));
            for (int line = 0; line < 20; line++) {
                other.line();
            }
            other.kill();
        }
        Files.delete(site.folder().resolve("bridge.inspection-lock"));
        Map<String, List<Object>> before = contents();

        try (ProjectAudit audit = ProjectAudit.of(site.file())) {
            assertThat(audit.verify(Optional.empty()))
                    .isInstanceOfSatisfying(
                            Verification.Whole.class,
                            whole -> assertThat(whole.entries()).isGreaterThan(3));
        }

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void notes_that_a_crash_cut_off_are_committed_and_the_trail_says_so(@TempDir Path elsewhere) throws IOException {
        Site crashed = new Site(elsewhere);
        PhotoId photo;
        try (InspectionProject project = filled()) {
            photo = project.snapshot().photos().getFirst().id();
            project.actAs("other");
            project.draftNote(photo, "spalli");
            // what a crash leaves
            Files.copy(site.file(), crashed.file());
            Files.copy(ProjectCopy.log(site.file()), ProjectCopy.log(crashed.file()));
        }

        try (InspectionProject project = crashed.open()) {
            assertThat(project.trail(1, Integer.MAX_VALUE).getLast())
                    .returns("note.recovered", AuditEntry::what)
                    .returns(Optional.of(photo), AuditEntry::photo);
            assertThat(project.photo(photo).review().orElseThrow())
                    .returns("spalli", Review::note)
                    .returns("other", Review::who);
            assertThat(project.photo(photo).draft()).isEmpty();
            assertThat(project.snapshot().undo().orElseThrow().kind()).isEqualTo(Step.Kind.NOTE);
            assertThat(project.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void details_that_a_crash_cut_off_are_committed_and_the_trail_says_so(@TempDir Path elsewhere) throws IOException {
        Site crashed = new Site(elsewhere);
        ProjectFacts facts;
        try (InspectionProject project = filled()) {
            facts = project.snapshot().facts();
            project.draftFacts(typed(facts, "Pier"));
            project.draftFacts(typed(facts, "Pier 12"));
            assertThat(project.snapshot().facts()).isEqualTo(facts);
            // what a crash leaves
            Files.copy(site.file(), crashed.file());
            Files.copy(ProjectCopy.log(site.file()), ProjectCopy.log(crashed.file()));
        }

        try (InspectionProject project = crashed.open()) {
            assertThat(project.snapshot().facts()).isEqualTo(typed(facts, "Pier 12"));
            assertThat(project.trail(1, Integer.MAX_VALUE).getLast().what()).isEqualTo("facts.recovered");
            assertThat(project.undo().orElseThrow().kind()).isEqualTo(Step.Kind.FACTS);
            assertThat(project.snapshot().facts()).isEqualTo(facts);
            assertThat(project.verify()).isInstanceOf(Verification.Whole.class);
        }
        try (InspectionProject project = crashed.open()) {
            assertThat(project.snapshot().facts()).isEqualTo(facts);
        }
    }

    private static ProjectFacts typed(ProjectFacts facts, String element) {
        return new ProjectFacts(
                facts.title(),
                facts.structure(),
                element,
                facts.inspector(),
                facts.client(),
                facts.date(),
                facts.remarks());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_project_of_every_version_is_opened(int version) throws IOException {
        String name = "version-" + version + ".inspection";
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name), name)) {
            Files.copy(in, site.file());
        }

        try (InspectionProject project = site.open()) {
            assertThat(project.verify()).isInstanceOf(Verification.Whole.class);
            ProjectSnapshot snapshot = project.snapshot();
            assertThat(snapshot.facts()).isEqualTo(Site.FACTS);
            assertThat(snapshot.photos()).extracting(ProjectPhoto::name).containsExactly("a.jpg", "b.jpg");
            ProjectPhoto photo = snapshot.photos().getFirst();
            assertThat(photo.review().orElseThrow().note()).isEqualTo("Riß, 0,3 mm");
            assertThat(project.findings(photo.latest().orElseThrow().id())).contains(Site.findings(4, 3, 1));
            while (project.undo().isPresent()) {}
            while (project.redo().isPresent()) {}
            assertThat(project.snapshot().photos()).isEqualTo(snapshot.photos());
            assertThat(project.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    static IntStream versions() {
        return IntStream.rangeClosed(1, Schema.present().version());
    }

    @Test
    void an_older_project_becomes_a_present_one_and_keeps_what_it_says() throws SQLException {
        filled().close();
        long photos;
        try (Sql sql = new ProjectFile(NEXT).open(site.file())) {
            assertThat(Schema.version(sql)).isEqualTo(NEXT.version());
            photos = sql.number("SELECT count(*) FROM photo WHERE stars = 0");
            assertThat(NEXT.differences(sql)).isEmpty();
            assertThat(Schema.present().differences(sql)).isNotEmpty();
        }
        assertThat(photos).isEqualTo(3);
        refused(site.file(), Problem.NEWER);
    }

    @Test
    void a_migration_that_fails_changes_nothing() throws SQLException {
        filled().close();
        Schema failing = after("CREATE TABLE extra (id INTEGER)\n\nCREATE TABLE photo (id INTEGER)");

        assertThatThrownBy(() -> new ProjectFile(failing).open(site.file())).isInstanceOf(ProjectException.class);

        try (Sql sql = Sql.existing(site.file())) {
            assertThat(Schema.version(sql)).isEqualTo(Schema.present().version());
            assertThat(Schema.present().differences(sql)).isEmpty();
        }
        site.open().close();
    }

    /** The present tables with one version more. */
    private static Schema after(String script) {
        return new Schema(Stream.concat(Schema.present().scripts().stream(), Stream.of(script))
                .toList());
    }

    private InspectionProject filled() {
        InspectionProject project = site.create();
        for (PhotoId photo : site.add(project, "a.jpg", "b.jpg", "c.jpg")) {
            Site.judge(project, photo, 0.5);
        }
        return project;
    }

    private void overwritePages() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(site.file().toFile(), "rw")) {
            for (long page = 2; page < 6; page++) {
                file.seek(page * 4096);
                file.write(new byte[4096]);
            }
        }
    }

    /** Opening fails, and afterwards the folder is what it was, to the byte. */
    private void refused(Path file, Problem problem) {
        Map<String, List<Object>> before = contents();
        assertThatThrownBy(() -> InspectionProject.open(file, "anna"))
                .isInstanceOfSatisfying(
                        ProjectException.class, e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessageContaining(file.toString());
        assertThat(contents()).isEqualTo(before);
    }

    private Map<String, List<Object>> contents() {
        Map<String, List<Object>> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(site.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        file.getFileName().toString(),
                        List.of(Digests.sha256(Files.readAllBytes(file)), Files.getLastModifiedTime(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }
}
