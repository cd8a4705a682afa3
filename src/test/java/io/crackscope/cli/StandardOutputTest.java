package io.crackscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crackscope.cli.Services.Check;
import io.crackscope.inspection.PhotoInspector;
import io.crackscope.inspection.TiledPhotoInspector;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a command whose standard output cannot be written. */
final class StandardOutputTest {
    private static final String FULL =
            "Standard output cannot be written: The disk is full. Free some space or name another folder.";

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void setUp() throws IOException {
        bench = new Workbench(folder);
    }

    @Test
    void a_table_that_cannot_be_written_is_one_line_and_exit_code_4() throws IOException {
        Path photo = bench.photo("a.png", 0);

        assertThat(runOnFullDisk("inspect", photo)).isEqualTo(4);
        assertThat(bench.err().lines()).containsExactly(FULL);

        bench.locale = Locale.GERMAN;
        assertThat(runOnFullDisk("inspect", photo)).isEqualTo(4);
        assertThat(bench.err()).startsWith("Die Standardausgabe lässt sich nicht schreiben: Der Datenträger ist voll.");
    }

    @Test
    void every_command_ends_so_and_the_help_too() throws IOException {
        bench.checks = () -> List.of(new Check("memory", Check.Status.OK, "enough"));

        assertThat(runOnFullDisk("doctor")).isEqualTo(4);
        assertThat(runOnFullDisk("--version")).isEqualTo(4);
        assertThat(runOnFullDisk("inspect", "--help")).isEqualTo(4);
        assertThat(bench.err().lines()).containsExactly(FULL);
    }

    @Test
    void json_that_cannot_be_written_to_standard_output_is_said_in_the_same_words() throws IOException {
        Path photo = bench.photo("a.png", 0);

        assertThat(runOnFullDisk("inspect", photo, "--json", "-", "--quiet")).isEqualTo(4);
        assertThat(bench.err().lines()).containsExactly(FULL);
        assertThat(runOnFullDisk("doctor", "--json", "-")).isEqualTo(4);
        assertThat(bench.err().lines()).containsExactly(FULL);
    }

    @Test
    void photos_that_were_refused_do_not_hide_it_and_it_does_not_hide_that_nothing_was_usable() throws IOException {
        Path photo = bench.photo("photos/a.png", 0);
        Path broken = Files.writeString(folder.resolve("photos/b.png"), "no picture");

        assertThat(runOnFullDisk("inspect", photo, broken)).isEqualTo(4);
        assertThat(bench.err().lines()).hasSize(2).last().isEqualTo(FULL);
        assertThat(runOnFullDisk("inspect", broken)).isEqualTo(3);
    }

    @Test
    void a_reader_that_has_read_enough_ends_an_inspection_that_only_prints_and_nothing_is_said() throws IOException {
        for (int i = 0; i < 8; i++) {
            bench.photo("photos/" + i + ".png", 0);
        }
        List<Path> inspected = new ArrayList<>();
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        bench.inspector = classifier -> {
            PhotoInspector real = new TiledPhotoInspector(bench.reader, classifier);
            return (file, cancellation) -> {
                while (inspected.size() == 3 && !cancellation.isCancelled() && System.nanoTime() < patience) {
                    Thread.onSpinWait();
                }
                cancellation.throwIfCancelled();
                inspected.add(file);
                return real.inspect(file, cancellation);
            };
        };
        bench.standardOutput = new Reader(2);

        assertThat(bench.run("inspect", folder.resolve("photos"))).isZero();

        assertThat(inspected).hasSizeBetween(2, 3);
        assertThat(bench.err()).isEmpty();
    }

    @Test
    void a_reader_that_has_read_enough_leaves_the_files_of_an_inspection_whole() throws IOException {
        for (int i = 0; i < 8; i++) {
            bench.photo("photos/" + i + ".png", 0);
        }
        bench.standardOutput = new Reader(2);

        assertThat(bench.run("inspect", folder.resolve("photos"), "--csv", folder.resolve("o.csv")))
                .isZero();

        assertThat(bench.err()).isEmpty();
        assertThat(folder.resolve("o.csv")).content().hasLineCount(9);
    }

    private int runOnFullDisk(Object... arguments) throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            bench.standardOutput = full;
            return bench.run(arguments);
        }
    }

    /** Takes some lines and goes, as {@code head} does. */
    private static final class Reader extends OutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final int lines;

        Reader(int lines) {
            this.lines = lines;
        }

        @Override
        public void write(int b) throws IOException {
            if (taken.toString().lines().count() >= lines && taken.toString().endsWith("\n")) {
                throw new IOException("Broken pipe");
            }
            taken.write(b);
        }
    }
}
