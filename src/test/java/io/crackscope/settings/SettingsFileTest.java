package io.crackscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    private SettingsFile open() {
        return new SettingsFile(folder.resolve("config/crackscope/settings.properties"));
    }

    @Test
    void what_was_chosen_is_there_at_the_next_start_without_an_orderly_end() {
        Settings settings = new Settings(open());
        settings.theme(Settings.Theme.DARK);
        settings.inspector("Jürgen 李");
        new ReportSettings(open()).text(ReportSettings.Text.ADDRESS, "One\nTwo = #3");

        Settings next = new Settings(open());
        assertThat(next.theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(next.inspector()).isEqualTo("Jürgen 李");
        assertThat(new ReportSettings(open()).text(ReportSettings.Text.ADDRESS)).isEqualTo("One\nTwo = #3");
    }

    @Test
    void two_windows_keep_each_others_choices() {
        Settings one = new Settings(open());
        Settings other = new Settings(open());
        one.theme(Settings.Theme.DARK);
        other.inspector("Ada");
        one.overlayOpacity(0.25);

        Settings next = new Settings(open());
        assertThat(next.theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(next.inspector()).isEqualTo("Ada");
        assertThat(next.overlayOpacity()).isEqualTo(0.25);
    }

    @Test
    void a_damaged_file_reads_as_no_settings_and_is_replaced() throws Exception {
        Path file = folder.resolve("config/crackscope/settings.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "theme=DARK\ninspector=\\uZZZZ\n");
        Settings settings = new Settings(open());
        assertThat(settings.theme()).isEqualTo(Settings.Theme.SYSTEM);
        settings.theme(Settings.Theme.LIGHT);
        assertThat(new Settings(open()).theme()).isEqualTo(Settings.Theme.LIGHT);
    }

    @Test
    void without_a_place_to_write_the_choice_holds_until_the_end() throws Exception {
        Files.writeString(folder.resolve("config"), "a file where the folder would be");
        Settings settings = new Settings(open());
        settings.theme(Settings.Theme.DARK);
        assertThat(settings.theme()).isEqualTo(Settings.Theme.DARK);
    }

    @Test
    void what_could_not_be_written_is_not_lost_by_the_next_choice() throws Exception {
        // the file can be read, but its temporary name is longer than a name may be: it cannot be written, not even by
        // root
        Path file = Files.writeString(folder.resolve("s".repeat(250)), "theme=LIGHT\ninspector=Ada\nlistWidth=333\n");
        SettingsFile node = new SettingsFile(file);
        Settings settings = new Settings(node);
        settings.theme(Settings.Theme.DARK);
        node.remove("listWidth");
        settings.inspector("Bob");

        assertThat(settings.theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(settings.inspector()).isEqualTo("Bob");
        assertThat(node.get("listWidth", "none")).isEqualTo("none");
        assertThat(Files.readString(file)).startsWith("theme=LIGHT");
    }

    @Test
    void the_settings_of_a_version_without_the_file_are_taken_over() {
        MemoryPreferences former = new MemoryPreferences();
        new Settings(former).inspector("Ada");
        new Settings(former).theme(Settings.Theme.DARK);

        open().takeOver(former);
        Settings settings = new Settings(open());
        assertThat(settings.inspector()).isEqualTo("Ada");
        assertThat(settings.theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(new Settings(former).inspector()).isEqualTo("Ada");
    }
}
