package io.crackscope.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.project.ProjectException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLockTest {
    private Site site;

    @BeforeEach
    void arrive(@TempDir Path folder) {
        site = new Site(folder);
    }

    @Test
    void a_second_window_of_this_process_is_told_that_the_project_is_open() {
        try (InspectionProject project = site.create()) {
            assertThatThrownBy(site::open)
                    .isInstanceOfSatisfying(
                            ProjectException.class, e -> assertThat(e.problem()).isEqualTo(Problem.ALREADY_OPEN))
                    .hasMessageContaining("bridge.inspection")
                    .hasMessageContaining("open in another CrackScope window");
            site.add(project, "a.jpg");
        }
        site.open().close();
    }

    @Test
    void another_process_is_told_that_the_project_is_open() throws IOException {
        try (InspectionProject project = site.create();
                OtherProcess other = OtherProcess.on(site.file())) {
            assertThat(other.line()).isEqualTo("ALREADY_OPEN");
            site.add(project, "a.jpg");
        }
    }

    @Test
    void neither_a_second_window_nor_reading_the_file_lets_another_process_in() throws IOException {
        try (InspectionProject project = site.create()) {
            assertThatThrownBy(site::open).isInstanceOf(ProjectException.class);
            Files.readAllBytes(site.file());
            try (OtherProcess other = OtherProcess.on(site.file())) {
                assertThat(other.line()).isEqualTo("ALREADY_OPEN");
            }
            site.add(project, "a.jpg");
        }
    }

    @Test
    void a_link_to_an_open_project_is_the_open_project() throws IOException {
        Path link = Files.createSymbolicLink(site.folder().resolve("link.inspection"), site.file());
        try (InspectionProject project = site.create()) {
            assertThatThrownBy(() -> InspectionProject.open(link, "bert"))
                    .isInstanceOfSatisfying(
                            ProjectException.class, e -> assertThat(e.problem()).isEqualTo(Problem.ALREADY_OPEN));
            site.add(project, "a.jpg");
        }
    }

    @Test
    void the_lock_ends_with_the_process_that_is_killed() throws IOException, InterruptedException {
        site.create().close();
        try (OtherProcess other = OtherProcess.on(site.file())) {
            assertThat(other.line()).isEqualTo("open");
            assertThatThrownBy(site::open)
                    .isInstanceOfSatisfying(
                            ProjectException.class, e -> assertThat(e.problem()).isEqualTo(Problem.ALREADY_OPEN));

            other.kill();

            assertThat(site.folder().resolve("bridge.inspection-lock")).exists();
            site.open().close();
            assertThat(site.folder().resolve("bridge.inspection-lock")).doesNotExist();
        }
    }

    @Test
    void closing_twice_does_not_unlock_what_another_opened_meanwhile() {
        InspectionProject first = site.create();
        first.close();
        try (InspectionProject second = site.open()) {
            first.close();
            assertThat(site.folder().resolve("bridge.inspection-lock")).exists();
            assertThatThrownBy(site::open).isInstanceOf(ProjectException.class);
            site.add(second, "a.jpg");
        }
    }
}
