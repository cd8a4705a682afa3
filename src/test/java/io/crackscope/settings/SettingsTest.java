package io.crackscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private final MemoryPreferences node = new MemoryPreferences();
    private final Settings settings = new Settings(node);

    @Test
    void what_was_never_set_reads_as_the_default() {
        assertThat(settings.theme()).isEqualTo(Settings.Theme.SYSTEM);
        assertThat(settings.overlayOpacity()).isEqualTo(0.45);
        assertThat(settings.lastFolder()).isEmpty();
    }

    @Test
    void what_was_set_is_read_back_in_the_next_run(@TempDir Path folder) {
        settings.theme(Settings.Theme.DARK);
        settings.overlayOpacity(0.8);
        settings.lastFolder(folder);
        settings.listWidth(333);

        Settings nextRun = new Settings(node);
        assertThat(nextRun.theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(nextRun.overlayOpacity()).isEqualTo(0.8);
        assertThat(nextRun.lastFolder()).contains(folder);
        assertThat(nextRun.listWidth()).isEqualTo(333);
    }

    @Test
    void senseless_values_of_another_version_read_as_the_default() {
        node.put("theme", "SEPIA");
        node.put("overlayOpacity", "7");
        node.put("listWidth", "NaN");

        assertThat(settings.theme()).isEqualTo(Settings.Theme.SYSTEM);
        assertThat(settings.overlayOpacity()).isEqualTo(0.45);
        assertThat(settings.listWidth()).isEqualTo(304);
    }

    @Test
    void a_last_folder_that_is_gone_is_forgotten(@TempDir Path parent) throws Exception {
        Path folder = Files.createDirectory(parent.resolve("site"));
        settings.lastFolder(folder);
        Files.delete(folder);
        assertThat(settings.lastFolder()).isEmpty();
    }

    @Test
    void recent_projects_are_the_newest_ten_that_are_still_there(@TempDir Path folder) throws Exception {
        List<Path> projects = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            projects.add(Files.createFile(folder.resolve("bridge " + i + ".inspection")));
            settings.recentProject(projects.getLast());
        }
        settings.recentProject(projects.get(5));
        Files.delete(projects.get(10));

        List<Path> recent = new Settings(node).recentProjects();

        assertThat(recent).hasSize(9).startsWith(projects.get(5), projects.get(11), projects.get(9));
        assertThat(recent).doesNotHaveDuplicates().doesNotContain(projects.get(10), projects.get(1));
    }

    @Test
    void a_recent_project_on_a_drive_that_is_back_is_there_again(@TempDir Path folder) throws Exception {
        Path project = Files.createFile(folder.resolve("a.inspection"));
        Path other = Files.createFile(folder.resolve("b.inspection"));
        settings.recentProject(project);
        Files.delete(project);
        settings.recentProject(other);
        assertThat(settings.recentProjects()).containsExactly(other);

        Files.createFile(project);

        assertThat(settings.recentProjects()).containsExactly(other, project);
    }

    @Test
    void the_model_in_use_and_the_widths_of_the_train_tab_are_remembered() {
        Settings settings = MemoryPreferences.settings();
        assertThat(settings.model()).isEmpty();
        settings.model(java.util.Optional.of(java.nio.file.Path.of("/models/mine.crackscope")));
        assertThat(settings.model()).contains(java.nio.file.Path.of("/models/mine.crackscope"));
        settings.model(java.util.Optional.empty());
        assertThat(settings.model()).isEmpty();
        settings.planWidth(400);
        settings.runWidth(10_000);
        assertThat(settings.planWidth()).isEqualTo(400);
        assertThat(settings.runWidth()).isEqualTo(352);
    }
}
