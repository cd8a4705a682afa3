package io.crackscope.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelocationTest {
    @TempDir
    private Path folder;

    private Site site;
    private Site away;
    private InspectionProject project;

    @BeforeEach
    void arrive() throws IOException {
        site = new Site(Files.createDirectory(folder.resolve("site")));
        away = new Site(Files.createDirectory(folder.resolve("away")));
        project = site.create();
    }

    @AfterEach
    void leave() {
        project.close();
    }

    @Test
    void inspected_photos_are_found_by_content_under_any_name() throws IOException {
        PhotoId photo = site.add(project, "a.jpg");
        Site.judge(project, photo, 0.5);
        away.write("renamed.jpg", "photo a.jpg");
        away.write("sub/a.jpg", "photo x.jpg");
        Files.delete(site.folder().resolve("a.jpg"));

        Relocation relocation = relocate();

        assertThat(relocation.missing()).isEmpty();
        assertThat(relocation.found())
                .singleElement()
                .returns(true, Relocation.Found::proven)
                .returns(site.folder().resolve("a.jpg"), Relocation.Found::before)
                .satisfies(found ->
                        assertThat(found.photo().file()).isEqualTo(away.folder().resolve("renamed.jpg")));
        assertThat(project.missing()).isEmpty();
        assertThat(project.verify()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void photos_that_were_never_inspected_are_found_by_name_and_size_in_folders_of_like_names() throws IOException {
        site.add(project, "north/a.jpg", "south/a.jpg", "b.jpg");
        for (String name : List.of("north/a.jpg", "south/a.jpg", "b.jpg")) {
            Files.delete(site.folder().resolve(name));
        }
        away.write("2026/south/A.JPG", "photo south/a.jpg");
        away.write("2026/north/a.jpg", "photo north/a.jpg");
        away.write("b.jpg", "a longer photo of this name");

        Relocation relocation = relocate();

        assertThat(relocation.found())
                .allMatch(found -> !found.proven())
                .extracting(found -> found.photo().file())
                .containsExactlyInAnyOrder(
                        away.folder().resolve("2026/north/a.jpg"), away.folder().resolve("2026/south/A.JPG"));
        assertThat(relocation.missing()).extracting(ProjectPhoto::name).containsExactly("b.jpg");
    }

    @Test
    void no_two_photos_become_one_file() throws IOException {
        site.add(project, "north/a.jpg", "south/a.jpg");
        Files.delete(site.folder().resolve("north/a.jpg"));
        Files.delete(site.folder().resolve("south/a.jpg"));
        away.write("a.jpg", "photo north/a.jpg");

        Relocation relocation = relocate();

        assertThat(relocation.found()).hasSize(1);
        assertThat(relocation.missing()).hasSize(1);
    }

    @Test
    void finding_all_is_one_step_that_can_be_undone_and_stands_in_the_trail() throws IOException {
        List<PhotoId> photos = site.add(project, "a.jpg", "b.jpg");
        Files.move(site.folder().resolve("a.jpg"), away.folder().resolve("a.jpg"));
        Files.move(site.folder().resolve("b.jpg"), away.folder().resolve("b.jpg"));
        relocate();

        assertThat(project.trail(1, 100))
                .filteredOn(entry -> entry.what().equals("relocate"))
                .hasSize(2);
        Step step = project.undo().orElseThrow();
        assertThat(step.kind()).isEqualTo(Step.Kind.RELOCATE);
        assertThat(step.photos()).containsExactlyInAnyOrderElementsOf(photos);
        assertThat(project.missing()).hasSize(2);
    }

    @Test
    void a_search_without_missing_photos_is_no_step() {
        site.add(project, "a.jpg");

        assertThat(relocate().found()).isEmpty();
        assertThat(project.undo().orElseThrow().kind()).isEqualTo(Step.Kind.ADD_PHOTOS);
    }

    @Test
    void a_cancelled_search_changes_nothing_and_progress_is_told() throws IOException {
        site.add(project, "a.jpg", "b.jpg");
        Files.move(site.folder().resolve("a.jpg"), away.folder().resolve("a.jpg"));
        Files.move(site.folder().resolve("b.jpg"), away.folder().resolve("b.jpg"));
        Cancellation cancellation = new Cancellation();
        List<Long> heard = new ArrayList<>();
        ProgressListener cancelling = (done, total) -> {
            heard.add(done);
            if (done == 1) {
                cancellation.cancel();
            }
        };

        assertThatThrownBy(() -> project.relocate(away.folder(), cancelling, cancellation))
                .isInstanceOf(CancellationException.class);

        assertThat(project.missing()).hasSize(2);
        assertThat(heard).startsWith(0L, 1L);
    }

    @Test
    void a_folder_that_is_not_there_finds_nothing() throws IOException {
        site.add(project, "a.jpg");
        Files.delete(site.folder().resolve("a.jpg"));

        assertThat(project.relocate(folder.resolve("none"), ProgressListener.NONE, new Cancellation())
                        .missing())
                .hasSize(1);
    }

    private Relocation relocate() {
        return project.relocate(away.folder(), ProgressListener.NONE, new Cancellation());
    }
}
