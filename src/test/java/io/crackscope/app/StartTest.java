package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
    @TempDir
    Path folder;

    @Test
    void no_arguments_open_an_empty_window() {
        assertThat(Start.of()).isEqualTo(new Start.Window(List.of()));
    }

    @Test
    void photos_open_a_window_with_them_even_if_one_is_missing() throws IOException {
        Path photo = Files.createFile(folder.resolve("Brücke 12.jpg"));
        Path missing = folder.resolve("missing.jpg");
        assertThat(Start.of(photo.toString(), missing.toString())).isEqualTo(new Start.Window(List.of(photo, missing)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inspect",
                "train",
                "evaluate",
                "export",
                "scorecard",
                "audit",
                "samples",
                "doctor",
                "help",
                "--help",
                "-V"
            })
    void commands_and_options_go_to_the_command_line(String first) {
        assertThat(Start.of(first, folder.toString())).isEqualTo(new Start.Command());
    }

    @Test
    void a_mistyped_command_goes_to_the_command_line_which_says_so() {
        assertThat(Start.of("inspct")).isEqualTo(new Start.Command());
        assertThat(Start.of("a\0.jpg")).isEqualTo(new Start.Command());
    }

    @Test
    void on_linux_a_window_takes_a_display_server_elsewhere_there_is_one() {
        assertThat(DesktopWindow.hasDisplay("Linux", Map.of())).isFalse();
        assertThat(DesktopWindow.hasDisplay("Linux", Map.of("DISPLAY", ""))).isFalse();
        assertThat(DesktopWindow.hasDisplay("Linux", Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(DesktopWindow.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")))
                .isTrue();
        assertThat(DesktopWindow.hasDisplay("Windows 11", Map.of())).isTrue();
        assertThat(DesktopWindow.hasDisplay("Mac OS X", Map.of())).isTrue();
    }
}
