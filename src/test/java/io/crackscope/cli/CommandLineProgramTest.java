package io.crackscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineProgramTest {
    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void setUp() throws IOException {
        bench = new Workbench(folder);
    }

    @Test
    void an_argument_that_cannot_be_what_it_should_is_said_in_words_of_people() throws IOException {
        Path photo = bench.photo("a.png", 0);

        assertThat(bench.run("inspect", "")).isEqualTo(2);
        assertThat(bench.err()).contains("PATH", "\"\" cannot be a path.");
        assertThat(bench.run("inspect", photo, "--mm-per-pixel", "0,5")).isEqualTo(2);
        assertThat(bench.err()).contains("--mm-per-pixel", "\"0,5\" is no number. Write it with a point");
        assertThat(bench.run("inspect", photo, "--jobs", "two")).isEqualTo(2);
        assertThat(bench.err()).contains("--jobs", "\"two\" is no whole number.");
        assertThat(bench.run("dataset", "split", bench.folder, "--out", bench.folder.resolve("s"), "--test", "1"))
                .isEqualTo(2);
        assertThat(bench.err()).contains("--test must be at least 0 and below 1.");
    }

    @Test
    void the_version_is_one_line() {
        assertThat(bench.run("--version")).isZero();
        assertThat(bench.out().strip()).isEqualTo("CrackScope 1.2.3");
        assertThat(bench.run("inspect", "--version")).isZero();
        assertThat(bench.out().strip()).isEqualTo("CrackScope 1.2.3");
    }

    @Test
    void the_help_names_every_command_and_the_exit_codes() {
        assertThat(bench.run("--help")).isZero();
        assertThat(bench.out())
                .contains("inspect", "train", "evaluate", "export", "samples", "doctor", "PHOTO")
                .contains("Exit codes:", "130");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "train", "evaluate", "export", "samples", "doctor"})
    void every_command_explains_itself_and_its_exit_codes_in_both_languages(String command) {
        assertThat(bench.run(command, "--help")).isZero();
        assertThat(bench.out())
                .contains("Usage: crackscope " + command)
                .contains("Exit codes:")
                .doesNotContain("bundle:")
                .doesNotContain("${")
                .doesNotContain(": null");

        bench.locale = Locale.GERMANY;
        assertThat(bench.run(command, "--help")).isZero();
        assertThat(bench.out()).contains("Rückgabewerte:").doesNotContain("bundle:");
    }

    @Test
    void the_documented_options_are_all_there() {
        bench.run("inspect", "--help");
        assertThat(bench.out())
                .contains("PATH", "--model", "--engine", "--json", "--csv", "--overlay", "--jobs", "--quiet");
        bench.run("train", "--help");
        assertThat(bench.out())
                .contains("--data", "--out", "--preset", "--epochs", "--patience", "--batch", "--split", "--sample")
                .contains("--test", "--seed", "--resume", "--json", "--hold-out", "--split-out")
                .contains("--augment", "--learning-rate", "class-weights", "--name", "cracknet");
        bench.run("evaluate", "--help");
        assertThat(bench.out()).contains("--data", "--model", "--engine", "--threshold", "--json", "--csv");
        bench.run("export", "--help");
        assertThat(bench.out()).contains("--model", "--onnx", "--force", "--quiet");
        bench.run("samples", "--help");
        assertThat(bench.out()).contains("DIR", "--count", "--seed");
    }

    @Test
    void without_a_command_the_window_opens_with_the_photos() throws IOException {
        Path photo = bench.photo("a.png", 0);

        assertThat(bench.run()).isZero();
        assertThat(bench.shownInWindow).isEmpty();
        assertThat(bench.run(photo)).isZero();
        assertThat(bench.shownInWindow).containsExactly(photo);
        assertThat(bench.out()).isEmpty();
    }

    @Test
    void without_a_display_it_says_so_and_inspects_the_bundled_samples_with_overlays() throws IOException {
        bench.photo("samples/s.png", 0);
        bench.opening = new Services.Opening.NoDisplay();

        assertThat(bench.run()).isZero();

        assertThat(bench.out())
                .startsWith("There is no display")
                .contains("s.png")
                .contains("1 inspected");
        assertThat(removedOverlays()).isOne();
    }

    @Test
    void where_the_window_cannot_be_opened_it_says_why_and_inspects_the_photos() throws IOException {
        Path photo = bench.photo("a.png", 0);
        bench.opening = new Services.Opening.Failed("Unable to open DISPLAY");

        assertThat(bench.run(photo)).isZero();

        assertThat(bench.out())
                .startsWith("The window cannot be opened (Unable to open DISPLAY)")
                .contains("a.png")
                .contains("1 inspected");
        assertThat(removedOverlays()).isOne();
    }

    /** How many overlays there were in the folder that was named. */
    private int removedOverlays() throws IOException {
        Path folder = Path.of(bench.out()
                .lines()
                .filter(line -> line.startsWith("Overlays: "))
                .findFirst()
                .orElseThrow()
                .substring("Overlays: ".length()));
        List<Path> overlays;
        try (var files = Files.list(folder)) {
            overlays = files.toList();
        }
        for (Path overlay : overlays) {
            Files.delete(overlay);
        }
        Files.delete(folder);
        return overlays.size();
    }

    @Test
    void a_mistyped_command_or_option_is_wrong_usage_and_opens_nothing() {
        assertThat(bench.run("inspct", "x.png")).isEqualTo(2);
        assertThat(bench.err())
                .contains("\"inspct\" is neither a command nor a file.")
                .contains("crackscope --help");
        assertThat(bench.run("--verison")).isEqualTo(2);
        assertThat(bench.err()).contains("--verison").contains("Did you mean").contains("--version");
        assertThat(bench.shownInWindow).isEmpty();
    }

    @Test
    void both_languages_have_the_same_texts() throws IOException {
        assertThat(keys("messages_de.properties")).isEqualTo(keys("messages.properties"));
        assertThat(ResourceBundle.getBundle("io.crackscope.text.messages", Locale.GERMAN)
                        .getString("cli.table.verdict"))
                .isEqualTo("URTEIL");
    }

    private static TreeSet<String> keys(String name) throws IOException {
        Properties properties = new Properties();
        try (var in = CommandLineProgramTest.class.getResourceAsStream("/io/crackscope/text/" + name)) {
            properties.load(in);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
