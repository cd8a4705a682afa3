package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
    @Test
    void no_arguments_open_an_empty_window() {
        assertThat(Start.of()).isEqualTo(new Start.Window(List.of()));
    }

    @Test
    void photos_open_a_window_with_them() {
        assertThat(Start.of("a b.jpg", "folder/ü.png"))
                .isEqualTo(new Start.Window(List.of(Path.of("a b.jpg"), Path.of("folder/ü.png"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "train", "evaluate", "samples", "doctor", "help", "--help", "-V"})
    void commands_and_options_go_to_the_command_line(String first) {
        assertThat(Start.of(first, "a.jpg")).isEqualTo(new Start.Command());
    }

    @Test
    void a_path_that_cannot_be_one_goes_to_the_command_line_which_says_so() {
        assertThat(Start.of("a\0.jpg")).isEqualTo(new Start.Command());
    }

    @Test
    void on_linux_a_window_takes_a_display_server_elsewhere_there_is_one() {
        assertThat(Start.hasDisplay("Linux", Map.of())).isFalse();
        assertThat(Start.hasDisplay("Linux", Map.of("DISPLAY", ""))).isFalse();
        assertThat(Start.hasDisplay("Linux", Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Start.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"))).isTrue();
        assertThat(Start.hasDisplay("Windows 11", Map.of())).isTrue();
        assertThat(Start.hasDisplay("Mac OS X", Map.of())).isTrue();
    }
}
