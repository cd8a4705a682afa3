package io.crackscope.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crackscope.samples.SampleTiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the packaged program treats the machine it is on: its disk, its processor, its network. */
class PackagedSystemIT {
    private static final long MEGA = 1_000_000;

    @TempDir
    Path scratch;

    private PackagedProgram program;

    @BeforeEach
    void program() throws IOException {
        program = new PackagedProgram(scratch);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void it_takes_at_most_450_megabytes() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(PackagedProgram.image())) {
            for (Path file : files.filter(f -> Files.isRegularFile(f) && !Files.isSymbolicLink(f))
                    .toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes / MEGA).isLessThanOrEqualTo(450);
    }

    /** Each network uses operations of its own, of which the shipped library has those for the numbers we use. */
    @ParameterizedTest
    @ValueSource(strings = {"seed-cnn", "readme-cnn", "cracknet", "cracknet-large"})
    void every_network_trains_and_leaves_no_library_in_the_temporary_folder(String preset) throws Exception {
        Path data = scratch.resolve("tiles");
        new SampleTiles(128, 4).write(data, 40);
        Path temporary = Files.createDirectory(scratch.resolve("tmp"));

        PackagedProgram.Run run =
                program.withOptions("-Djava.io.tmpdir=" + temporary).run(train(preset, data));

        assertThat(run.exitCode()).as(run.stdout() + run.stderr()).isZero();
        try (Stream<Path> left = Files.walk(temporary)) {
            assertThat(left.filter(Files::isRegularFile))
                    .allMatch(file -> file.toString().endsWith(".log"));
        }
        assertThat(program.filesAtHomeBesideRuns()).isEmpty();
    }

    @Test
    void an_old_processor_inspects_and_trains_and_is_told_that_it_is_slow() throws Exception {
        assumeTrue(System.getProperty("os.arch").contains("64")
                && !System.getProperty("os.arch").startsWith("aarch"));
        Path data = scratch.resolve("tiles");
        new SampleTiles(128, 4).write(data, 40);
        // the two libraries that choose by the processor are told of an old one; the rest is built for each
        program.withOptions("-XX:UseAVX=1").with("DNNL_MAX_CPU_ISA", "SSE41").with("OPENBLAS_CORETYPE", "Nehalem");

        PackagedProgram.Run train = program.run(train("seed-cnn", data));
        assertThat(train.exitCode()).as(train.stderr()).isZero();
        assertThat(train.stderr()).contains("no AVX2", "1.5 times");
        PackagedProgram.Run inspect = program.run(
                "inspect",
                PackagedProgram.image().resolve("samples/IMG_0001.jpg").toString());
        assertThat(inspect.exitCode()).as(inspect.stderr()).isZero();
        assertThat(program.run("doctor").stdout()).contains("warning", "without AVX2", "1.5 times");
    }

    /** Java would look for the photo by another name. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "not_INSTALLED.UTF-8", "C.UTF-8"})
    @EnabledOnOs(OS.LINUX)
    void a_photo_with_an_umlaut_in_its_name_is_opened_in_any_locale(String locale) throws Exception {
        Path photo =
                Files.copy(PackagedProgram.image().resolve("samples/IMG_0001.jpg"), scratch.resolve("Br\u00FCcke.jpg"));

        PackagedProgram.Run run = program.with("LC_ALL", locale).run("inspect", photo.toString());

        assertThat(run.exitCode()).as(run.stderr()).isZero();
    }

    private String[] train(String preset, Path data) {
        String model = scratch.resolve("own.crackscope").toString();
        return new String[] {"train", "--preset", preset, "--data", data.toString(), "--epochs", "1", "--out", model};
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "train", "window"})
    @EnabledOnOs(OS.LINUX)
    void nothing_is_asked_of_any_network(String task) throws Exception {
        Path strace = Path.of("/usr/bin/strace");
        assumeTrue(Files.isExecutable(strace), "needs strace");
        Path calls = scratch.resolve("calls");
        Path launcher = Files.writeString(
                scratch.resolve("traced"),
                "#!/bin/sh\nexec " + strace + " -f --seccomp-bpf -qq -e trace=connect,sendto,sendmsg,bind -o '" + calls
                        + "' '" + PackagedProgram.image().resolve("bin/crackscope") + "' \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();

        PackagedProgram.Run run = does(task, program.startedBy(launcher), "");

        assertThat(run.exitCode()).as(run.stderr()).isZero();
        assertThat(Files.readAllLines(calls)).noneMatch(call -> call.contains("AF_INET"));
    }

    /** Its native code alone takes 160 MB. What writes ONNX files lies in a jar of ND4J's too. */
    @ParameterizedTest
    @ValueSource(strings = {"inspect", "train", "window"})
    void deeplearning4j_is_loaded_by_training_only(String task) throws Exception {
        Path classes = scratch.resolve("classes");

        PackagedProgram.Run run = does(task, program, "-Xlog:class+load:file=" + classes);

        assertThat(run.exitCode()).as(run.stderr()).isZero();
        List<String> loaded = Files.readAllLines(classes);
        assertThat(loaded).anyMatch(line -> line.contains(" io.crackscope."));
        assertThat(loaded.stream()
                        .anyMatch(line -> line.matches(".* org\\.(deeplearning4j|nd4j\\.linalg|bytedeco)\\..*")))
                .isEqualTo(task.equals("train"));
    }

    @Test
    void a_display_that_does_not_answer_is_named_and_the_photo_inspected_on_the_terminal() throws Exception {
        Path photo = Files.copy(PackagedProgram.image().resolve("samples/IMG_0001.jpg"), scratch.resolve("a.jpg"));

        PackagedProgram.Run run = program.with("DISPLAY", ":4711").run(photo.toString());

        assertThat(run.exitCode()).as(run.stderr()).isZero();
        assertThat(run.stdout()).startsWith("The window cannot be opened").contains("a.jpg", "1 inspected");
    }

    /** Inspects a sample on the command line or in a window, on no screen, or trains. */
    private PackagedProgram.Run does(String task, PackagedProgram started, String options) throws Exception {
        Path sample = PackagedProgram.image().resolve("samples/IMG_0001.jpg");
        switch (task) {
            case "train" -> {
                Path data = scratch.resolve("tiles");
                new SampleTiles(128, 4).write(data, 40);
                return started.withOptions(options).run(train("seed-cnn", data));
            }
            case "window" -> {
                // an inspection is kept beside its photos
                Path photo = Files.copy(
                        sample, Files.createDirectory(scratch.resolve("photos")).resolve("a.jpg"));
                return started.with("DISPLAY", "none")
                        .withOptions("-Dglass.platform=Headless -Dprism.order=sw -Dcrackscope.stopwatch="
                                + scratch.resolve("times.json") + " " + options)
                        .run(photo.toString());
            }
            default -> {
                return started.withOptions(options).run("inspect", sample.toString());
            }
        }
    }
}
