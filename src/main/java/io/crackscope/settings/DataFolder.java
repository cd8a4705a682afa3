package io.crackscope.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the program keeps what belongs to its user: trained models and the history of runs. */
public final class DataFolder {
    /** System property that names another folder: for tests, and for people who keep their data elsewhere. */
    private static final String OVERRIDE = "crackscope.data";

    private DataFolder() {}

    /** The folder of this user, as the system's conventions have it; it need not exist. */
    public static Path ofUser() {
        String other = System.getProperty(OVERRIDE, "");
        return other.isBlank()
                ? of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv())
                : Path.of(other);
    }

    /** XDG base directories on Linux, application support on a Mac, local application data on Windows. */
    static Path of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("CrackScope");
        } else if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("CrackScope");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        // the specification: a relative path is to be ignored
        boolean usable = !data.isEmpty() && Path.of(data).isAbsolute();
        return (usable ? Path.of(data) : home.resolve(".local").resolve("share")).resolve("crackscope");
    }
}
