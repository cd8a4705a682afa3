package io.crackscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crackscope.dataset.Dataset;
import io.crackscope.dataset.DatasetScanner;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.learning.InferenceEngine;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateCommandTest {
    @TempDir
    private Path folder;

    private Workbench bench;
    private Path data;

    /** Three dark cracks and one bright one, two bright walls and one dark one, in four groups. */
    @BeforeEach
    void setUp() throws IOException {
        bench = new Workbench(folder);
        data = folder.resolve("data");
        bench.photo("data/crack/w1_a.png", 20);
        bench.photo("data/crack/w1_b.png", 40);
        bench.photo("data/crack/w2_a.png", 60);
        bench.photo("data/crack/w3_a.png", 200);
        bench.photo("data/no_crack/w2_b.png", 255);
        bench.photo("data/no_crack/w3_b.png", 230);
        bench.photo("data/no_crack/w4_a.png", 50);
    }

    @Test
    void the_manifest_that_is_read_is_not_replaced_by_the_scores() throws IOException {
        Path manifest = Files.writeString(bench.folder.resolve("labels.csv"), "path,label\n");

        assertThat(bench.run("evaluate", "--data", manifest, "--csv", manifest)).isEqualTo(2);

        assertThat(bench.err()).contains("--csv would replace", "which this command reads");
        assertThat(manifest).hasContent("path,label\n");
    }

    @Test
    void the_json_has_the_documented_fields() throws IOException {
        assertThat(bench.run("evaluate", "--data", data, "--json", folder.resolve("e.json")))
                .isZero();

        JsonNode json = new ObjectMapper().readTree(folder.resolve("e.json").toFile());
        assertThat(json.at("/model/engine").asText()).isEqualTo("onnx");
        assertThat(json.get("images").asInt()).isEqualTo(7);
        assertThat(json.get("refused").asInt()).isZero();
        assertThat(json.get("threshold").asDouble()).isEqualTo(0.5);
        assertThat(json.get("accuracy").asDouble()).isEqualTo(5 / 7.0);
        assertThat(json.get("confusion").toString()).isEqualTo("{\"tp\":3,\"fp\":1,\"tn\":2,\"fn\":1}");
        assertThat(json.at("/classes/crack/recall").asDouble()).isEqualTo(0.75);
        assertThat(json.at("/classes/no_crack/support").asInt()).isEqualTo(3);
        assertThat(json.get("auroc").asDouble()).isEqualTo(10 / 12.0);
        assertThat(List.of("loss", "averagePrecision", "ece"))
                .allMatch(name -> json.get(name).isNumber());
        assertThat(json.at("/intervals/accuracy")).hasSize(2);
        assertThat(json.at("/intervals/auroc")).hasSize(2);
        assertThat(json.get("groups").asInt()).isEqualTo(4);
        assertThat(json.get("split").asText()).isEqualTo("as given");
    }

    @Test
    void the_terminal_shows_all_figures_with_intervals_and_the_confusion_matrix() {
        assertThat(bench.run("evaluate", "--data", data)).isZero();

        assertThat(bench.out())
                .contains("Images: 7 in 4 groups, 0 refused")
                .contains("Split: as given. Threshold: 0.500")
                .containsPattern("Accuracy +71\\.43 % +\\d+\\.\\d\\d % to \\d+\\.\\d\\d %")
                .containsPattern("AUROC +0\\.8333 +\\d\\.\\d{4} to \\d\\.\\d{4}")
                .contains("Average precision", "Loss (cross-entropy)", "Calibration error")
                .containsPattern("labelled crack +3 +1")
                .containsPattern("labelled no crack +1 +2");
        assertThat(bench.openClassifiers).hasValue(0);
    }

    @Test
    void only_the_test_part_of_a_kept_split_is_scored_where_one_is_named() throws IOException {
        Dataset all = new DatasetScanner(new ImageIoPhotoReader())
                .scan(List.of(data), ProgressListener.NONE, new Cancellation());
        List<LabelledImage> images = all.images();
        Split split =
                new Split("grouped", 1, images.subList(0, 2), images.subList(2, 4), images.subList(4, images.size()));
        SplitFile.write(split, folder.resolve("split.json"));

        bench.run("evaluate", "--data", data, "--test-of", folder.resolve("split.json"));

        assertThat(bench.out())
                .contains("Images: " + (images.size() - 4) + " in")
                .contains("Split: grouped.");
    }

    @Test
    void the_engine_that_is_named_judges_and_is_told() throws IOException {
        assertThat(bench.run("evaluate", "--data", data, "--engine", "dl4j", "--json", "-"))
                .isZero();

        assertThat(bench.engines).containsExactly(InferenceEngine.DL4J);
        assertThat(new ObjectMapper().readTree(bench.out()).at("/model/engine").asText())
                .isEqualTo("dl4j");
        assertThat(bench.run("evaluate", "--data", data, "--engine", "torch")).isEqualTo(2);
        assertThat(bench.err()).contains("--engine", "torch");
    }

    @Test
    void the_csv_has_a_row_an_image() throws IOException {
        bench.run("evaluate", "--data", data, "--csv", folder.resolve("e.csv"), "--quiet");

        assertThat(bench.out()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("e.csv")))
                .hasSize(8)
                .startsWith("image,label,probability,group")
                .anyMatch(row -> row.matches(".*w4_a\\.png,no_crack,0\\.8\\d*,w4"));
    }

    @Test
    void the_threshold_decides_what_counts_as_called_crack() throws IOException {
        bench.run("evaluate", "--data", data, "--threshold", "0.1", "--json", "-");

        JsonNode json = new ObjectMapper().readTree(bench.out());
        assertThat(json.get("threshold").asDouble()).isEqualTo(0.1);
        assertThat(json.at("/confusion/fn").asInt()).isZero();
        assertThat(bench.err()).contains("Accuracy");
        assertThat(bench.run("evaluate", "--data", data, "--threshold", "1.5")).isEqualTo(2);
    }

    @Test
    void one_group_alone_has_scores_but_no_interval() throws IOException {
        assertThat(bench.run(
                        "evaluate",
                        "--data",
                        folder.resolve("data/crack/w1_a.png"),
                        "--json",
                        folder.resolve("e.json")))
                .isZero();

        JsonNode json = new ObjectMapper().readTree(folder.resolve("e.json").toFile());
        assertThat(json.get("auroc").isNull()).isTrue();
        assertThat(json.at("/intervals/accuracy").isNull()).isTrue();
        assertThat(bench.out()).contains("an interval cannot be stated");
    }

    @Test
    void refused_images_are_named_and_the_others_are_scored() throws IOException {
        Path broken = Files.writeString(folder.resolve("data/crack/w9_a.png"), "no picture");

        assertThat(bench.run("evaluate", "--data", data, folder.resolve("gone"), "--json", folder.resolve("e.json")))
                .isEqualTo(1);

        assertThat(bench.err())
                .contains(broken + ": The content is not a picture")
                .contains("gone: There is no such file or folder");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("e.json").toFile());
        assertThat(json.get("images").asInt()).isEqualTo(7);
        assertThat(json.get("refused").asInt()).isEqualTo(2);
    }

    @Test
    void nothing_usable_and_a_missing_model_end_with_3() throws IOException {
        assertThat(bench.run("evaluate", "--data", Files.createDirectories(folder.resolve("none"))))
                .isEqualTo(3);
        assertThat(bench.err()).contains("No labelled image found");
        assertThat(bench.run("evaluate", "--data", data, "--model", folder.resolve("gone.crack")))
                .isEqualTo(3);
        assertThat(bench.err().lines()).singleElement().asString().contains("gone.crack: there is no such model file");
    }

    @Test
    void after_ctrl_c_the_figures_of_the_images_judged_until_then_are_kept() throws IOException {
        ImageIoPhotoReader real = new ImageIoPhotoReader();
        bench.reader = (file, pixels) -> {
            if (file.endsWith("w3_a.png")) {
                bench.interruption.cancel();
            }
            return real.read(file, pixels);
        };
        // 40 images, so that the first batch is judged
        for (int i = 0; i < 40; i++) {
            bench.photo("data/crack/a" + i + "_a.png", 10);
        }

        assertThat(bench.run("evaluate", "--data", data, "--json", folder.resolve("e.json")))
                .isEqualTo(130);

        JsonNode json = new ObjectMapper().readTree(folder.resolve("e.json").toFile());
        assertThat(json.get("complete").asBoolean(true)).isFalse();
        assertThat(json.get("images").asInt()).isEqualTo(44);
        assertThat(bench.err()).contains("Cancelled after 44 of 47 images");
    }

    @Test
    void a_result_that_cannot_be_written_is_found_out_before_the_work() {
        assertThat(bench.run("evaluate", "--data", data, "--csv", folder.resolve("gone/e.csv")))
                .isEqualTo(4);
        assertThat(bench.loadedClassifiers).hasValue(0);
    }
}
