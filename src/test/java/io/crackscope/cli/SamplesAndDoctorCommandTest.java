package io.crackscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crackscope.cli.Services.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SamplesAndDoctorCommandTest {
    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void setUp() throws IOException {
        bench = new Workbench(folder);
    }

    @Test
    void samples_are_drawn_with_the_count_and_seed_asked_for() {
        bench.samples = (dir, count, seed, progress, cancellation) -> {
            assertThat(count).isEqualTo(3);
            assertThat(seed).isEqualTo(42);
            progress.progress(3, 3);
            Files.createDirectories(dir);
        };

        assertThat(bench.run("samples", folder.resolve("s"), "--count", 3, "--seed", 42))
                .isZero();

        assertThat(bench.out()).contains("3 photos drawn in " + folder.resolve("s"));
        assertThat(folder.resolve("s")).isDirectory();
    }

    @Test
    void samples_that_cannot_be_written_are_one_line_and_exit_code_4() {
        bench.samples = (dir, count, seed, progress, cancellation) -> {
            throw new IOException("No space left on device");
        };

        assertThat(bench.run("samples", folder.resolve("s"))).isEqualTo(4);
        assertThat(bench.err().lines())
                .containsExactly(folder.resolve("s") + ": cannot be written: The disk is full."
                        + " Free some space or name another folder.");
    }

    @Test
    void ctrl_c_ends_the_drawing_with_130() {
        bench.samples = (dir, count, seed, progress, cancellation) -> {
            bench.interruption.cancel();
            cancellation.throwIfCancelled();
        };

        assertThat(bench.run("samples", folder.resolve("s"))).isEqualTo(130);
        assertThat(bench.err()).contains("Cancelled");
        assertThat(bench.errWhenWatchEnded)
                .as("the program ends with its watch")
                .contains("Cancelled");
    }

    @Test
    void tiles_go_into_class_folders_and_nothing_is_overwritten() throws IOException {
        Path tiles = folder.resolve("t");
        assertThat(bench.run("samples", tiles, "--tiles", 64, "--count", 5)).isZero();

        try (Stream<Path> crack = Files.list(tiles.resolve("crack"));
                Stream<Path> sound = Files.list(tiles.resolve("no_crack"))) {
            assertThat(crack).hasSize(3);
            assertThat(sound).hasSize(2);
        }
        assertThat(bench.out()).contains("5 tiles drawn");
        assertThat(bench.run("samples", tiles, "--tiles", 64, "--count", 5)).isEqualTo(4);
        assertThat(bench.err()).contains("tile-00000.jpg: is already there. Choose an empty or new folder");
        assertThat(bench.run("samples", folder.resolve("u"), "--tiles", 8)).isEqualTo(2);
    }

    @Test
    void no_photo_at_all_and_no_folder_are_wrong_usage() {
        assertThat(bench.run("samples", folder.resolve("s"), "--count", 0)).isEqualTo(2);
        assertThat(bench.run("samples")).isEqualTo(2);
        assertThat(bench.err()).contains("DIR");
    }

    @Test
    void the_doctor_lists_every_check_and_warnings_are_no_failure() {
        bench.checks = () -> List.of(
                new Check("Java", Check.Status.OK, "25.0.3"),
                new Check("oneDNN helpers", Check.Status.WARN, "not alive: training is slow"));

        assertThat(bench.run("doctor")).isZero();

        assertThat(bench.out().lines())
                .containsExactly(
                        "ok       Java            25.0.3", "warning  oneDNN helpers  not alive: training is slow");
    }

    @Test
    void a_failed_check_ends_with_1_also_as_json() throws IOException {
        bench.checks = () -> List.of(new Check("Self-test", Check.Status.FAIL, "the model cannot be opened"));

        assertThat(bench.run("doctor")).isEqualTo(1);
        assertThat(bench.out()).startsWith("failed");
        assertThat(bench.run("doctor", "--json", "-")).isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(bench.out());
        assertThat(json.get("version").asText()).isEqualTo("1.2.3");
        assertThat(json.at("/checks/0/status").asText()).isEqualTo("fail");
    }

    @Test
    void a_missing_native_library_is_an_unexpected_failure_with_the_log_named() {
        bench.checks = () -> {
            throw new UnsatisfiedLinkError("no jnind4jcpu in java.library.path");
        };

        assertThat(bench.run("doctor")).isEqualTo(70);
        assertThat(bench.err().lines())
                .singleElement()
                .asString()
                .contains("jnind4jcpu")
                .contains("crackscope.log");
    }
}
