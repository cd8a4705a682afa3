import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of the packaged program at build time: it opens its window, on no screen, inspects a photo and closes. The classes
 * that it loads and links are kept in an AOT cache (JEP 514), which makes the program start in a third of the time; and a
 * program that cannot even do this is not shipped.
 *
 * @param flags JVM flags and {@code jars} the class path, both with {@code {home}} for the folder of the program
 * @param photo the photo, which is copied first: an inspection is kept beside its photos
 */
record Rehearsal(Path image, List<String> flags, List<String> jars, Path photo, NativePlatform platform) {
    /** Runs the program and writes {@code crackscope.aot} into {@code folder}. */
    void record(Path folder) throws IOException {
        Path cache = Files.createDirectories(folder).resolve("crackscope.aot");
        Path home = image.resolveSibling("rehearsal");
        Part.delete(home);
        Path copy = Files.createDirectories(home.resolve("photos")).resolve(photo.getFileName());
        Files.copy(photo, copy);
        List<String> command = new ArrayList<>();
        command.add(image.resolve(platform.isWindows() ? "runtime/bin/java.exe" : "runtime/bin/java")
                .toString());
        flags.stream()
                .filter(flag -> !flag.startsWith("-XX:AOTCache="))
                .map(this::placed)
                .forEach(command::add);
        command.add("-XX:AOTCacheOutput=" + cache);
        // Without profiles: with them the second compiler sets to work at once, beside a window that has two
        // processors.
        command.add("-XX:+UnlockDiagnosticVMOptions");
        command.add("-XX:-AOTRecordTraining");
        command.add("-Duser.home=" + home);
        command.add("-Dcrackscope.data=" + home.resolve("data"));
        command.add("-Dcrackscope.stopwatch=" + home.resolve("times.json"));
        command.add("-Dglass.platform=Headless");
        command.add("-Dprism.order=sw");
        command.add("-cp");
        command.add(placed(String.join(platform.pathSeparator(), jars)));
        command.add("io.crackscope.app.Launcher");
        command.add(copy.toString());

        Path log = home.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().put("DISPLAY", "none");
        Process run = builder.start();
        try {
            if (!run.waitFor(3, TimeUnit.MINUTES)) {
                run.destroyForcibly();
                throw new IOException("the packaged program did not end: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            run.destroyForcibly();
            throw new IOException("interrupted", e);
        }
        if (run.exitValue() != 0 || !Files.exists(cache)) {
            throw new IOException("the packaged program failed with exit code " + run.exitValue() + ":\n"
                    + Files.readString(log, StandardCharsets.UTF_8));
        }
    }

    private String placed(String text) {
        return text.replace("{home}", image.toString());
    }
}
