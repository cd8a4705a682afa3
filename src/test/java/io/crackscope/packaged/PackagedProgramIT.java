package io.crackscope.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedProgramIT {
    @TempDir
    Path scratch;

    private PackagedProgram program;

    @BeforeEach
    void program() throws IOException {
        program = new PackagedProgram(scratch);
    }

    /** JUnit would warn of each link that leads out of its folder. */
    @AfterEach
    void removeLinks() throws IOException {
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void it_tells_its_version_without_a_jdk_and_leaves_nothing_at_home() throws Exception {
        PackagedProgram.Run run = program.run("--version");

        assertThat(run.stderr()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.stdout()).contains(System.getProperty("crackscope.version"));
        assertThat(program.filesAtHome()).isEmpty();
    }

    @Test
    void it_helps_when_started_through_a_chain_of_links_in_another_folder() throws Exception {
        assumeFalse(PackagedProgram.isWindows(), "symbolic links");
        Path links = Files.createDirectories(scratch.resolve("my links/sub"));
        Files.createSymbolicLink(
                links.resolve("absolute"), PackagedProgram.image().resolve("bin/crackscope"));
        Path relative = Files.createSymbolicLink(links.resolve("../relative"), Path.of("sub/absolute"));

        PackagedProgram.Run run = program.startedBy(relative).in(links).run("--help");

        assertThat(run.stderr()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.stdout()).contains("inspect");
    }

    @Test
    void it_works_from_a_folder_with_spaces_and_umlauts() throws Exception {
        assumeFalse(PackagedProgram.isWindows(), "symbolic links");
        Path moved = Files.createDirectories(scratch.resolve("schöne Programme/Riss sucher"));
        Files.createDirectory(moved.resolve("bin"));
        Files.copy(PackagedProgram.image().resolve("bin/crackscope"), moved.resolve("bin/crackscope"));
        for (String part : List.of("runtime", "lib", "natives", "aot", "models", "samples")) {
            Files.createSymbolicLink(
                    moved.resolve(part), PackagedProgram.image().resolve(part));
        }

        PackagedProgram.Run run =
                program.startedBy(moved.resolve("bin/crackscope")).run("--version");

        assertThat(run.stderr()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void another_java_and_its_options_in_the_environment_change_nothing() throws Exception {
        Path wrong = Files.createDirectories(scratch.resolve("wrong/bin"));
        Path java = Files.writeString(wrong.resolve("java"), "#!/bin/sh\nexit 99\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        PackagedProgram.Run run = program.with("JAVA_HOME", wrong.getParent().toString())
                .with("PATH", wrong.toString())
                .with("CLASSPATH", "/nowhere")
                .with("JDK_JAVA_OPTIONS", "-Dno.such.option --nonsense")
                .with("JAVA_TOOL_OPTIONS", "-Xmx1k")
                .run("--version");

        assertThat(run.stderr()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void options_for_its_own_jvm_are_taken_over() throws Exception {
        PackagedProgram.Run run = program.withOptions("-Xmx333m -Xlog:gc+init").run("--version");

        assertThat(run.stdout()).contains("Heap Max Capacity: 334M");
    }

    @Test
    void an_unknown_option_is_wrong_usage() throws Exception {
        PackagedProgram.Run run = program.run("--no-such-option");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.stderr()).contains("--no-such-option");
    }

    @Test
    void a_path_with_spaces_quotes_and_umlauts_arrives_as_it_is_without_any_locale() throws Exception {
        String name = "Fot\u00f6s 'von' \u201eheute\u201c *.jpg";

        PackagedProgram.Run run = program.run("inspect", name);

        assertThat(run.stdout() + run.stderr()).contains(name).doesNotContain("Exception");
    }

    @Test
    void the_natives_are_those_of_this_system_only() throws IOException {
        try (Stream<Path> jars = Files.list(PackagedProgram.image().resolve("lib"))) {
            List<Path> all = jars.filter(jar -> jar.toString().endsWith(".jar")).toList();
            assertThat(all).hasSizeGreaterThan(20);
            for (Path jar : all) {
                try (ZipFile file = new ZipFile(jar.toFile())) {
                    assertThat(file.stream().map(Object::toString))
                            .as(jar.toString())
                            .noneMatch(entry -> entry.matches(".*\\.(so|so\\.[0-9.]+|dll|dylib|jnilib|pdb)"));
                }
            }
        }
        try (Stream<Path> natives = Files.list(PackagedProgram.image().resolve("natives"))) {
            assertThat(natives.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.contains("nd4jcpu"))
                    .anyMatch(name -> name.contains("onnxruntime"))
                    .anyMatch(name -> name.equals(System.mapLibraryName("sqlitejdbc")))
                    .anyMatch(name -> name.contains("openblas"));
        }
    }

    @Test
    void it_audits_a_project_and_unpacks_no_library_for_that() throws Exception {
        Path project = scratch.resolve("Br\u00fccke 17.inspection");
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("/io/crackscope/project/version-1.inspection"))) {
            Files.copy(in, project);
        }
        Path temporary = Files.createDirectory(scratch.resolve("tmp"));

        PackagedProgram.Run run =
                program.withOptions("-Djava.io.tmpdir=" + temporary).run("audit", project.toString());

        assertThat(run.stderr()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.stdout()).contains("a.jpg").contains("Whole: 9 entries");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).allMatch(file -> file.toString().endsWith(".log"));
        }
        assertThat(program.filesAtHome()).isEmpty();
    }

    /** ONNX Runtime 1.29.0 kills a process with such a command line (decision 0006). */
    @Test
    void a_long_command_line_is_no_matter() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("inspect"));
        for (int i = 0; i < 200; i++) {
            arguments.add(scratch.resolve("no such photo of this bridge " + i + ".jpg")
                    .toString());
        }
        arguments.add(PackagedProgram.image().resolve("samples/IMG_0001.jpg").toString());

        PackagedProgram.Run run = program.run(arguments.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.stdout()).contains("1 inspected");
    }

    @Test
    void onnx_runtime_is_there_once_for_this_system_with_its_way_to_java() throws IOException {
        List<String> expected = Stream.of("onnxruntime", "onnxruntime4j_jni")
                .map(System::mapLibraryName)
                .sorted()
                .toList();
        try (Stream<Path> files = Files.walk(PackagedProgram.image())) {
            List<Path> found = files.filter(file ->
                            file.getFileName().toString().matches("(lib)?onnxruntime.*\\.(so|dll|dylib)(\\..*)?"))
                    .sorted()
                    .toList();
            assertThat(found)
                    .allMatch(file ->
                            file.getParent().equals(PackagedProgram.image().resolve("natives")))
                    .allMatch(file -> !Files.isSymbolicLink(file))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyElementsOf(expected);
        }
        try (Stream<Path> jars = Files.list(PackagedProgram.image().resolve("lib"))) {
            for (Path jar : jars.filter(file -> file.getFileName().toString().startsWith("onnxruntime"))
                    .toList()) {
                try (ZipFile file = new ZipFile(jar.toFile())) {
                    assertThat(file.stream().map(Object::toString)).noneMatch(entry -> entry.contains("/native/"));
                }
            }
        }
    }

    @Test
    void the_runtime_holds_no_tool_but_java() throws IOException {
        try (Stream<Path> tools = Files.list(PackagedProgram.image().resolve("runtime/bin"))) {
            assertThat(tools.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".dll")))
                    .allMatch(name -> name.equals("java") || name.equals("java.exe") || name.equals("javafx"));
        }
    }
}
