import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes {@code target/crackscope}, the program as people get it: launcher, Java runtime, jars, native libraries of this
 * system, models and samples. Maven runs it from source at the end of {@code package}, with the run-time class path.
 *
 * <p>Parts whose inputs did not change since the last build are kept (see {@link Part}).
 */
public final class MakeImage {
    private final Path project;
    private final Path image;
    private final NativePlatform platform;
    private final List<Path> classPath;
    private final JsonNode list;

    private MakeImage(Path project, NativePlatform platform, List<Path> classPath) throws IOException {
        this.project = project;
        this.image = project.resolve("target/crackscope");
        this.platform = platform;
        this.classPath = classPath;
        this.list = new ObjectMapper().readTree(project.resolve("jlink.json").toFile());
    }

    /** Arguments: the project's folder and the name of the native platform as in pom.xml. */
    public static void main(String[] arguments) throws IOException {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .toList();
        new MakeImage(Path.of(arguments[0]), NativePlatform.of(arguments[1]), classPath).make();
    }

    private void make() throws IOException {
        long start = System.nanoTime();
        Files.createDirectories(image);
        List<Path> jars = classPath.stream()
                .filter(entry -> entry.toString().endsWith(".jar"))
                .toList();
        List<Path> others = jars.stream()
                .filter(jar -> !jar.getFileName().toString().startsWith("javafx-"))
                .toList();

        RuntimeImage runtime = new RuntimeImage(list, platform, RuntimeImage.modulesOf(jars));
        new Part(image.resolve("runtime"), runtime.inputs()).make(runtime::link);

        LeanJars lean = new LeanJars(platform, others);
        new Part(image.resolve("lib"), lean.inputs()).make(folder -> {
            Part.delete(image.resolve("natives"));
            lean.write(folder, Files.createDirectories(image.resolve("natives")));
        });
        Path jar = image.resolve("lib/crackscope.jar");
        Path built = project.resolve("target/crackscope.jar");
        if (!Files.exists(jar) || Files.mismatch(built, jar) >= 0) {
            Files.copy(built, jar, StandardCopyOption.REPLACE_EXISTING);
        }

        copy(project.resolve("models"), image.resolve("models"));
        copy(project.resolve("assets/samples"), image.resolve("samples"));
        copy(project.resolve("assets/icons"), image.resolve("icons"));
        Files.copy(project.resolve("LICENSE"), image.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
        writeLauncher();
        Files.write(project.resolve("target/jpackage.txt"), jpackageArguments());

        List<String> inputs = new ArrayList<>(runtime.inputs());
        inputs.addAll(lean.inputs());
        inputs.add(Part.input(jar) + Part.input(Path.of("packaging/Rehearsal.java")) + list);
        Rehearsal rehearsal = new Rehearsal(image, flags(), jars(), image.resolve("samples/IMG_0001.jpg"), platform);
        new Part(image.resolve("aot"), inputs).make(rehearsal::record);
        report(start);
    }

    private void writeLauncher() throws IOException {
        String template = Files.readString(project.resolve("packaging/" + platform.launcherTemplate()));
        String text = template.replace("@OPTIONS@", '"' + String.join("\" \"", flags()) + '"')
                .replace("@CLASS_PATH@", String.join(platform.pathSeparator(), jars()))
                .replace("{home}", platform.homeVariable());
        Path launcher = Files.createDirectories(image.resolve("bin")).resolve(platform.launcherName());
        Files.writeString(launcher, text);
        if (!launcher.toFile().setExecutable(true, false)) {
            throw new IOException(launcher + " cannot be made executable");
        }
    }

    /**
     * What jpackage is told for a Windows or macOS installer; see packaging/jpackage.sh. It wants the runtime beside
     * the rest of the program, not inside, and has its own words for the program's folder.
     */
    private List<String> jpackageArguments() {
        List<String> arguments =
                new ArrayList<>(List.of("--name", "CrackScope", "--vendor", "CrackScope contributors"));
        arguments.addAll(List.of("--description", "Find cracks in photos of concrete", "--license-file", "LICENSE"));
        arguments.addAll(List.of("--input", "target/crackscope", "--runtime-image", "target/runtime"));
        arguments.addAll(List.of("--main-jar", "lib/crackscope.jar", "--main-class", "io.crackscope.app.Launcher"));
        arguments.addAll(List.of("--app-version", System.getProperty("crackscope.version")));
        arguments.addAll(List.of("--file-associations", "packaging/inspection.properties"));
        arguments.addAll(List.of("--file-associations", "packaging/model.properties"));
        flags().forEach(flag -> arguments.addAll(List.of("--java-options", flag.replace("{home}", "$APPDIR"))));
        return arguments.stream().map(argument -> '"' + argument + '"').toList();
    }

    private List<String> flags() {
        return texts("jvm");
    }

    /** The class path, with {@code {home}} for the folder of the program. */
    private List<String> jars() throws IOException {
        List<String> jars = new ArrayList<>(List.of("{home}/lib/crackscope.jar"));
        for (String jar : LeanJars.written(image.resolve("lib"))) {
            jars.add("{home}/lib/" + jar);
        }
        return jars;
    }

    private List<String> texts(String section) {
        List<String> texts = new ArrayList<>();
        list.get(section).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private void report(long start) throws IOException {
        List<String> sizes = new ArrayList<>();
        try (Stream<Path> parts = Files.list(image)) {
            for (Path part : parts.filter(Files::isDirectory).sorted().toList()) {
                sizes.add("%s %.1f MB".formatted(part.getFileName(), size(part) / 1e6));
            }
        }
        System.out.printf(
                "%s: %.1f MB (%s) in %.1f s%n",
                project.relativize(image),
                size(image) / 1e6,
                String.join(", ", sizes),
                (System.nanoTime() - start) / 1e9);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                    .collect(Collectors.summingLong(file -> file.toFile().length()));
        }
    }

    /** Makes {@code to} a copy of {@code from}; a folder that does not exist gives none. */
    private static void copy(Path from, Path to) throws IOException {
        Part.delete(to);
        if (Files.isDirectory(from)) {
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
        }
    }
}
