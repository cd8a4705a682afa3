package io.crackscope.packaged;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts {@code target/crackscope} for real. The environment is empty but for what is put there, so neither a JDK nor a
 * {@code PATH} can help it; the home folder is the given one.
 */
final class PackagedProgram {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path scratch;
    private final Path home;
    private final Map<String, String> environment = new TreeMap<>();
    private String options = "";
    private Path launcher = image().resolve("bin").resolve(isWindows() ? "crackscope.cmd" : "crackscope");
    private Path workingDirectory;
    private long started;

    /** A program that has its home folder and its working directory below {@code scratch}. */
    PackagedProgram(Path scratch) throws IOException {
        this.scratch = scratch;
        this.home = Files.createDirectories(scratch.resolve("home"));
        this.workingDirectory = Files.createDirectories(scratch.resolve("elsewhere"));
        environment.put("HOME", home.toString());
    }

    /** The folder that Maven made. */
    static Path image() {
        return Path.of(System.getProperty("crackscope.image", "target/crackscope"))
                .toAbsolutePath();
    }

    static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    /** Its home folder, empty at first. */
    Path home() {
        return home;
    }

    /** Everything in its home folder. */
    List<Path> filesAtHome() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Everything in its home folder but the history of trainings. */
    List<Path> filesAtHomeBesideRuns() throws IOException {
        return filesAtHome().stream()
                .filter(file -> !file.getParent().getParent().endsWith("runs"))
                .toList();
    }

    PackagedProgram with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** As {@link #with} of {@code CRACKSCOPE_JAVA_OPTIONS}, beside what the tests need themselves. */
    PackagedProgram withOptions(String flags) {
        options = flags;
        return this;
    }

    PackagedProgram startedBy(Path otherLauncher) {
        launcher = otherLauncher;
        return this;
    }

    PackagedProgram in(Path folder) {
        workingDirectory = folder;
        return this;
    }

    /** Runs it to its end. Fails if that takes longer than five minutes. */
    Run run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + PATIENCE + ": " + String.join(" ", arguments));
        }
        return finished(process);
    }

    /** Starts it; hand the process to {@link #finished} after its end. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectOutput(scratch.resolve("stdout").toFile())
                .redirectError(scratch.resolve("stderr").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        // on Linux Java asks the system for the home folder, not the environment; libraries are unpacked there
        builder.environment().put("CRACKSCOPE_JAVA_OPTIONS", "-Duser.home=" + home + " " + options);
        started = System.nanoTime();
        return builder.start();
    }

    /** What came of a process that has ended. */
    Run finished(Process process) throws IOException {
        return new Run(
                process.exitValue(),
                Files.readString(scratch.resolve("stdout"), StandardCharsets.UTF_8),
                Files.readString(scratch.resolve("stderr"), StandardCharsets.UTF_8),
                Duration.ofNanos(System.nanoTime() - started));
    }

    /** What came of a run; the duration holds the start of the JVM. */
    record Run(int exitCode, String stdout, String stderr, Duration duration) {}
}
