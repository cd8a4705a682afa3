package io.crackscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/anna");

    @Test
    void linux_follows_the_xdg_base_directories() {
        assertThat(DataFolder.of("Linux", HOME, Map.of())).isEqualTo(HOME.resolve(".local/share/crackscope"));
        assertThat(DataFolder.of("Linux", HOME, Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/crackscope"));
        assertThat(DataFolder.of("Linux", HOME, Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(HOME.resolve(".local/share/crackscope"));
    }

    @Test
    void mac_and_windows_have_places_of_their_own() {
        assertThat(DataFolder.of("Mac OS X", HOME, Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/CrackScope"));
        assertThat(DataFolder.of("Windows 11", HOME, Map.of())).isEqualTo(HOME.resolve("AppData/Local/CrackScope"));
    }
}
