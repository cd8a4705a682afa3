package io.crackscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linux_keeps_to_the_xdg_folders() {
        assertThat(UserFolders.of("Linux", HOME, Map.of()))
                .isEqualTo(new UserFolders(
                        HOME.resolve(".config/crackscope"),
                        HOME.resolve(".local/share/crackscope"),
                        HOME.resolve(".cache/crackscope")));
        assertThat(UserFolders.of(
                        "Linux",
                        HOME,
                        Map.of("XDG_CONFIG_HOME", "/config", "XDG_DATA_HOME", "/data", "XDG_CACHE_HOME", "relative")))
                .isEqualTo(new UserFolders(
                        Path.of("/config/crackscope"), Path.of("/data/crackscope"), HOME.resolve(".cache/crackscope")));
    }

    @Test
    void windows_and_mac_have_folders_of_their_own() {
        assertThat(UserFolders.of("Windows 11", HOME, Map.of()).data())
                .isEqualTo(HOME.resolve("AppData/Local/CrackScope"));
        assertThat(UserFolders.of("Windows 11", HOME, Map.of()).config())
                .isEqualTo(HOME.resolve("AppData/Roaming/CrackScope"));
        assertThat(UserFolders.of("Mac OS X", HOME, Map.of()).config())
                .isEqualTo(HOME.resolve("Library/Application Support/CrackScope"));
        assertThat(UserFolders.of("Mac OS X", HOME, Map.of()).cache())
                .isEqualTo(HOME.resolve("Library/Caches/CrackScope"));
    }
}
