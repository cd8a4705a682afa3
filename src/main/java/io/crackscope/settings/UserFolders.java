package io.crackscope.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program keeps files of its own for the person at this machine.
 *
 * @param config what the person chose
 * @param data what must not be lost
 * @param cache what can be found out again; may be deleted at any time
 */
public record UserFolders(Path config, Path data, Path cache) {
    /** System property that names another folder for all of it: for tests, and for people who keep their data elsewhere. */
    private static final String OVERRIDE = "crackscope.data";

    /** The folders that the operating system means for this. They may not exist yet. */
    public static UserFolders ofUser() {
        String other = System.getProperty(OVERRIDE, "");
        return other.isBlank()
                ? of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv())
                : new UserFolders(Path.of(other), Path.of(other), Path.of(other, "cache"));
    }

    /** The data set of tiles that reviews corrected. It may not exist yet. */
    public Path corrections() {
        return data.resolve("corrections");
    }

    static UserFolders of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            Path own = named(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData/Local"))
                    .resolve("CrackScope");
            Path roaming = named(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
            return new UserFolders(roaming.resolve("CrackScope"), own, own.resolve("cache"));
        }
        if (name.contains("mac")) {
            Path own = home.resolve("Library/Application Support/CrackScope");
            return new UserFolders(own, own, home.resolve("Library/Caches/CrackScope"));
        }
        return new UserFolders(
                xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
                xdg(environment, "XDG_DATA_HOME", home.resolve(".local/share")),
                xdg(environment, "XDG_CACHE_HOME", home.resolve(".cache")));
    }

    private static Path xdg(Map<String, String> environment, String variable, Path usual) {
        return named(environment, variable).orElse(usual).resolve("crackscope");
    }

    /** The XDG standard says that a relative path is to be ignored. */
    private static Optional<Path> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
