package io.crackscope.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/**
 * Where the program's own files lie and which version it is. Immutable.
 *
 * <p>The launcher says where the program is by the system property {@code crackscope.home}; without it (tests, IDE) the
 * files are those of the source project in the working directory.
 *
 * @param models folder of the shipped models
 * @param samples folder of the bundled sample photos
 * @param version as in pom.xml, for example {@code 0.1.0}
 */
public record Installation(Path models, Path samples, String version) {
    private static final String HOME = "crackscope.home";

    /** The installation that this program runs from; whether the folders exist is not looked at. */
    public static Installation locate() {
        String home = System.getProperty(HOME);
        return home == null || home.isBlank() ? ofProject(Path.of("").toAbsolutePath()) : ofImage(Path.of(home));
    }

    static Installation ofImage(Path home) {
        return new Installation(home.resolve("models"), home.resolve("samples"), readVersion());
    }

    static Installation ofProject(Path project) {
        return new Installation(project.resolve("models"), project.resolve("assets/samples"), readVersion());
    }

    /** The list of the libraries inside and their licences; only an installed program has it. */
    public Path thirdParties() {
        return models.resolveSibling("licenses").resolve("third-party.txt");
    }

    private static String readVersion() {
        Properties properties = new Properties();
        try (InputStream in = Installation.class.getResourceAsStream("version.properties")) {
            properties.load(Objects.requireNonNull(in, "version.properties is missing beside this class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
