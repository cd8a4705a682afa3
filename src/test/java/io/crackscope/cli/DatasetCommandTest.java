package io.crackscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crackscope.dataset.DataSource;
import io.crackscope.dataset.Edit;
import io.crackscope.dataset.EditKeeper;
import io.crackscope.dataset.ImageListing;
import io.crackscope.dataset.ImageSet;
import io.crackscope.dataset.SetFiles;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.imaging.JpegBytes;
import io.crackscope.imaging.Picture;
import io.crackscope.learning.ModelFile;
import io.crackscope.learning.Models;
import io.crackscope.learning.NetworkPreset;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.samples.SampleTiles;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCommandTest {
    @TempDir
    Path folder;

    private Workbench bench;
    private Path data;

    @BeforeEach
    void drawTiles() throws IOException {
        bench = new Workbench(folder);
        data = folder.resolve("data");
        SampleTiles tiles = new SampleTiles(64, 3);
        for (int i = 0; i < 30; i++) {
            Path file = data.resolve(i % 2 == 0 ? "crack" : "no_crack").resolve("bridge" + i / 3 + "-" + i + ".jpg");
            Files.createDirectories(file.getParent());
            Files.write(file, JpegBytes.of(tiles.tile(i).picture(), 0.9f));
        }
    }

    @Test
    void a_clean_data_set_ends_with_0_and_a_copy_with_1() throws IOException {
        assertThat(bench.run("dataset", "check", data)).as(bench.err()).isZero();
        assertThat(bench.out()).contains("30 images", "No file is there twice.");

        Files.copy(data.resolve("crack/bridge0-0.jpg"), data.resolve("crack/copy.jpg"));
        assertThat(bench.run("dataset", "check", data)).isEqualTo(1);
        assertThat(bench.out()).contains("Exact duplicates");
    }

    @Test
    void json_names_every_image_of_every_finding() throws IOException {
        Files.copy(data.resolve("crack/bridge0-0.jpg"), data.resolve("no_crack/copy.jpg"));
        Files.writeString(data.resolve("crack/bad.jpg"), "no picture");
        assertThat(bench.run("dataset", "check", data, "--json", "-", "--quiet"))
                .isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(bench.out());
        assertThat(json.path("images").asInt()).isEqualTo(32);
        assertThat(json.path("crack").asInt()).isEqualTo(16);
        JsonNode exact = check(json, "exact_duplicates");
        assertThat(exact.path("images").asInt()).isEqualTo(2);
        assertThat(exact.path("clusters").get(0).get(1).asText()).endsWith("copy.jpg");
        assertThat(check(json, "conflicts").path("images").asInt()).isEqualTo(2);
        assertThat(check(json, "unreadable").path("images").asInt()).isEqualTo(1);
        assertThat(bench.err()).contains("bad.jpg");
    }

    @Test
    void doubtful_labels_are_found_by_models_that_have_not_learnt_them_the_worst_first() throws IOException {
        data = folder.resolve("blocks");
        Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            boolean isDark = i % 2 == 0;
            boolean isWrong = i == 4 || i == 7;
            Path file = data.resolve(isDark == isWrong ? "no_crack" : "crack").resolve("wall" + i + "-1.jpg");
            Files.createDirectories(file.getParent());
            Files.write(file, JpegBytes.of(blocks(isDark ? 60 : i == 7 ? 230 : 190, random), 0.9f));
        }
        bench.trainer = (plan, split, facts, file, start, observer, cancellation) -> {
            ModelFile.write(file, Models.random(NetworkPreset.SEED_CNN, 1));
            return new TrainingOutcome.Finished(List.of(), 1, TrainingOutcome.StopReason.EPOCHS_DONE);
        };
        assertThat(bench.run("dataset", "check", data, "--cross-validate", "--json", "-", "--quiet"))
                .as(bench.err())
                .isEqualTo(1);
        JsonNode suspects = check(new ObjectMapper().readTree(bench.out()), "label_suspects");
        assertThat(suspects.path("images").asInt()).isEqualTo(2);
        assertThat(suspects.path("clusters").get(0).get(0).asText()).endsWith("wall7-1.jpg");
        assertThat(suspects.path("clusters").get(0).get(1).asText()).endsWith("wall4-1.jpg");
        assertThat(bench.openClassifiers).hasValue(0);

        bench.trainer = (plan, split, facts, file, start, observer, cancellation) -> new TrainingOutcome.Failed(
                List.of(), 0, TrainingOutcome.Problem.OUT_OF_MEMORY, "no memory", "Close something");
        assertThat(bench.run("dataset", "check", data, "--cross-validate")).isEqualTo(3);
        assertThat(bench.err()).contains("no memory. Close other programs");
    }

    /** Blocks about as bright as {@code grey}, so that no two pictures look alike. */
    private static Picture blocks(int grey, Random random) {
        byte[] rgb = new byte[3 * 64 * 64];
        int[] light = random.ints(64, grey - 25, grey + 25).toArray();
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / 3;
            rgb[i] = (byte) light[pixel / 64 / 8 * 8 + pixel % 64 / 8];
        }
        return new Picture(64, 64, rgb);
    }

    @Test
    void what_was_changed_in_the_window_counts_here() throws IOException {
        Files.copy(data.resolve("crack/bridge0-0.jpg"), data.resolve("crack/copy.jpg"));
        DataSource source = DataSource.of(data);
        ImageSet set =
                new ImageSet(source, ImageListing.of(source, new Cancellation()).images());
        int copy = java.util.stream.IntStream.range(0, set.table().size())
                .filter(i -> set.table().image(i).name().equals("copy.jpg"))
                .findFirst()
                .orElseThrow();
        try (EditKeeper keeper = new EditKeeper(new SetFiles(folder.resolve("home")), source)) {
            keeper.done(
                    set,
                    set.edit(new Edit.Exclude(true), new int[] {copy}, Clock.systemUTC())
                            .orElseThrow());
        }
        assertThat(bench.run("dataset", "check", data)).as(bench.err()).isZero();
        assertThat(bench.out()).contains("1 images are decided otherwise than on disk");
    }

    @Test
    void a_split_by_pattern_keeps_bridges_together_and_can_be_trained_on() {
        Path out = folder.resolve("split.json");
        assertThat(bench.run("dataset", "split", data, "--out", out, "--kind", "pattern", "--pattern", "(bridge\\d+)-"))
                .as(bench.err())
                .isZero();
        Split split = SplitFile.read(out, ProgressListener.NONE, new Cancellation());
        assertThat(split.kind()).isEqualTo("pattern");
        assertThat(split.train()).hasSizeGreaterThan(10);
        assertThat(split.train().size()
                        + split.validation().size()
                        + split.test().size())
                .isEqualTo(30);
        assertThat(split.test())
                .noneMatch(image -> split.train().stream()
                        .anyMatch(other -> bridge(other.file()).equals(bridge(image.file()))));
        assertThat(bench.out()).contains("train:", "validation:", "test:", "Written to");
    }

    @Test
    void what_a_split_leaves_out_is_counted() throws IOException {
        Files.copy(data.resolve("crack/bridge0-0.jpg"), data.resolve("crack/copy.jpg"));
        Files.copy(data.resolve("crack/bridge1-4.jpg"), data.resolve("no_crack/copy.jpg"));
        assertThat(bench.run("dataset", "split", data, "--out", folder.resolve("split.json")))
                .as(bench.err())
                .isZero();
        assertThat(bench.out()).contains("Left out: 1 copy of the same bytes, 2 labelled both ways");
    }

    @Test
    void grouped_is_the_default_equal_seeds_give_equal_files_and_nothing_is_overwritten() throws IOException {
        Path one = folder.resolve("one.json");
        Path two = folder.resolve("two.json");
        assertThat(bench.run("dataset", "split", data, "--out", one)).isZero();
        assertThat(bench.run("dataset", "split", data, "--out", two)).isZero();
        assertThat(Files.readString(two)).isEqualTo(Files.readString(one)).contains("\"grouped\"");
        assertThat(bench.run("dataset", "split", data, "--out", one)).isEqualTo(2);
        assertThat(bench.err()).contains("--force");
        assertThat(bench.run("dataset", "split", data, "--out", one, "--force", "--seed", 9))
                .isZero();
    }

    @Test
    void wrong_usage_is_told() {
        Path out = folder.resolve("x.json");
        assertThat(bench.run("dataset")).isEqualTo(2);
        assertThat(bench.run("dataset", "check")).isEqualTo(2);
        assertThat(bench.run("dataset", "split", data)).isEqualTo(2);
        assertThat(bench.run("dataset", "split", data, "--out", out, "--kind", "pattern"))
                .isEqualTo(2);
        assertThat(bench.run("dataset", "split", data, "--out", out, "--kind", "pattern", "--pattern", "(["))
                .isEqualTo(2);
        assertThat(bench.run("dataset", "split", data, "--out", out, "--test", "1.5"))
                .isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void nothing_usable_ends_with_3() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(bench.run("dataset", "check", empty)).isEqualTo(3);
        assertThat(bench.run("dataset", "split", folder.resolve("missing"), "--out", folder.resolve("x.json")))
                .isEqualTo(3);
    }

    @Test
    void help_documents_the_json_and_the_exit_codes() {
        assertThat(bench.run("dataset", "check", "--help")).isZero();
        assertThat(bench.out()).contains("clusters", "Nothing was found.");
        assertThat(bench.run("dataset", "--help")).isZero();
        assertThat(bench.out()).contains("check", "split");
    }

    private static JsonNode check(JsonNode json, String name) {
        for (JsonNode check : json.path("checks")) {
            if (check.path("check").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("no check " + name);
    }

    private static String bridge(Path file) {
        return file.getFileName().toString().replaceAll("-.*", "");
    }
}
