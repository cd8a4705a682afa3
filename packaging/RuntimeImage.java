import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The Java runtime that is shipped: the modules and locales of jlink.json out of the JDK that runs this and the JavaFX
 * jars.
 *
 * <p>JavaFX jars become jmods first: libraries inside a jar would stay inside the runtime's module file, and JavaFX
 * would unpack them into the home folder at each person's first start. There is no archive of shared classes: the AOT
 * cache holds them too (see {@link Rehearsal}).
 */
record RuntimeImage(JsonNode list, NativePlatform platform, List<Path> javafx) {
    /** Those jars of a class path that become modules: JavaFX has one empty one beside each with its classes. */
    static List<Path> modulesOf(List<Path> classPath) {
        return classPath.stream()
                .filter(jar -> jar.getFileName().toString().startsWith("javafx-"))
                .filter(jar -> !jar.getFileName().toString().matches("javafx-[a-z]+-[0-9.]+\\.jar"))
                .toList();
    }

    List<String> inputs() throws IOException {
        List<String> inputs = new ArrayList<>();
        inputs.add(System.getProperty("java.home") + " " + Runtime.version());
        inputs.add(modules() + " " + locales());
        inputs.add(Part.input(Path.of("packaging/RuntimeImage.java")));
        for (Path jar : javafx) {
            inputs.add(Part.input(jar));
        }
        return inputs;
    }

    void link(Path folder) throws IOException {
        Path work = folder.resolveSibling("../jmods").normalize();
        Part.delete(work);
        Files.createDirectories(work);
        for (Path jar : javafx) {
            jmod(jar, work);
        }
        run(
                "jlink",
                "--module-path",
                work.toString(),
                "--add-modules",
                modules(),
                "--include-locales",
                locales(),
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-6",
                "--output",
                folder.toString());
        removeTools(folder.resolve("bin"));
        Part.delete(work);
    }

    private String modules() {
        List<String> names = new ArrayList<>();
        list.get("modules").fieldNames().forEachRemaining(names::add);
        list.get("byReflection").fieldNames().forEachRemaining(names::add);
        return String.join(",", names);
    }

    private String locales() {
        List<String> names = new ArrayList<>();
        list.get("locales").forEach(locale -> names.add(locale.asText()));
        return String.join(",", names);
    }

    private void jmod(Path jar, Path work) throws IOException {
        String name = jar.getFileName().toString().replaceAll("-[0-9].*", "").replace('-', '.');
        Path classes = work.resolve(name + "-classes");
        Path libraries = work.resolve(name + "-libraries");
        Files.createDirectories(classes);
        Files.createDirectories(libraries);
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(e -> !e.isDirectory()).toList()) {
                String path = entry.getName();
                if (path.startsWith("META-INF/") || path.endsWith(".jar")) {
                    continue;
                }
                // JavaFX looks in lib of the runtime, on Windows in bin/javafx
                Path to = NativePlatform.isLibrary(path)
                        ? libraries.resolve(platform.isWindows() ? "javafx/" + path : path)
                        : classes.resolve(path);
                Files.createDirectories(to.getParent());
                try (var in = file.getInputStream(entry)) {
                    Files.copy(in, to);
                }
            }
        }
        run(
                "jmod",
                "create",
                "--compress",
                "zip-0",
                "--class-path",
                classes.toString(),
                "--libs",
                libraries.toString(),
                work.resolve(name + ".jmod").toString());
        Part.delete(classes);
        Part.delete(libraries);
    }

    /** Leaves only {@code java} and, on Windows, libraries. */
    private static void removeTools(Path bin) throws IOException {
        try (Stream<Path> files = Files.list(bin)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals("java") && !name.equals("java.exe") && !name.endsWith(".dll")) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void run(String tool, String... arguments) throws IOException {
        ToolProvider provider =
                ToolProvider.findFirst(tool).orElseThrow(() -> new IOException("this JDK has no " + tool));
        int code = provider.run(System.out, System.err, arguments);
        if (code != 0) {
            throw new IOException(tool + " failed with exit code " + code);
        }
    }
}
