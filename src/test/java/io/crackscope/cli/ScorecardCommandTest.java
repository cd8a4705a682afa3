package io.crackscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crackscope.dataset.ImageLooks;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.domain.Label;
import io.crackscope.imaging.PerceptualHash;
import io.crackscope.learning.SeenImages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScorecardCommandTest {
    @TempDir
    private Path folder;

    private Workbench bench;
    private Path data;
    private final List<LabelledImage> images = new ArrayList<>();

    /** Twelve walls with three images of each class; on walls 8 to 11 one crack is bright and one other dark. */
    @BeforeEach
    void setUp() throws IOException {
        bench = new Workbench(folder);
        data = folder.resolve("walls");
        for (int wall = 0; wall < 12; wall++) {
            for (int tile = 0; tile < 3; tile++) {
                boolean wrong = wall >= 8 && tile == 0;
                photo("w" + wall + "_c" + tile + ".png", Label.CRACK, wrong ? 200 + wall : 20 + wall + tile, wall);
                photo("w" + wall + "_n" + tile + ".png", Label.NO_CRACK, wrong ? 60 + wall : 240 - wall - tile, wall);
            }
        }
    }

    private void photo(String name, Label label, int grey, int wall) throws IOException {
        Path file = bench.photo("walls/" + label.word() + "/" + name, grey);
        images.add(new LabelledImage(file, label, "w" + wall, Digests.sha256(Files.readAllBytes(file))));
    }

    /** The shipped model remembers training on walls 0 to 5 and validating on 6 and 7. */
    private void remember() {
        bench.memories.put(
                bench.model,
                SeenImages.of(walls(0, 5), walls(6, 7), image -> bench.looks.of(image), new Cancellation()));
    }

    private List<LabelledImage> walls(int from, int to) {
        return images.stream()
                .filter(image -> {
                    int wall = Integer.parseInt(image.group().substring(1));
                    return wall >= from && wall <= to;
                })
                .toList();
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("s.json").toFile());
    }

    @Test
    void what_was_seen_is_told_from_what_is_new_and_only_the_new_is_a_test() throws IOException {
        remember();
        assertThat(bench.run("scorecard", "--data", "Walls=" + data, "--json", folder.resolve("s.json")))
                .as(bench.err())
                .isZero();

        assertThat(json().at("/results/0/leaks").toString())
                .isEqualTo("{\"trained\":36,\"validated\":12,\"nearImage\":0,\"sameGroup\":0,\"unseen\":24,"
                        + "\"groupsCut\":false}");
        JsonNode scores = json().at("/results/0/scores");
        assertThat(scores).hasSize(2);
        assertThat(scores.at("/0/heldOut").asText()).isEqualTo("seen");
        assertThat(scores.at("/0/images").asInt()).isEqualTo(48);
        assertThat(scores.at("/0/accuracy").asDouble()).isEqualTo(1);
        assertThat(scores.at("/1/heldOut").asText()).isEqualTo("grouped");
        assertThat(scores.at("/1/confusion").toString()).isEqualTo("{\"tp\":8,\"fp\":4,\"tn\":8,\"fn\":4}");
        assertThat(scores.at("/1/intervals/accuracy")).hasSize(2);
        assertThat(scores.at("/1/worstMisses")).hasSize(4);
        assertThat(scores.at("/1/reliability")).hasSize(15);
        assertThat(scores.at("/1/roc/0").toString()).isEqualTo("[0.0,0.0]");
        assertThat(json().at("/models/0/name").asText()).isEqualTo("model");
        assertThat(json().at("/models/0/remembers/train").asInt()).isEqualTo(36);
        assertThat(json().at("/data/0").toString())
                .startsWith("{\"name\":\"Walls\",\"images\":72,\"crack\":36,\"groups\":12");
        assertThat(bench.out())
                .contains("Walls  (72 images, 36 with a crack, 12 groups)")
                .containsPattern("Seen in training +48 +100\\.00 %")
                .containsPattern("Grouped split +24 +66\\.67 %")
                .contains("It was trained on 36 and validated on 12 of these very images")
                .contains("Threshold of model: 0.500");
        assertThat(bench.openClassifiers).hasValue(0);
    }

    @Test
    void planted_near_copies_and_cut_groups_are_counted_and_scored_as_random_split() throws IOException {
        LabelledImage trained = walls(0, 0).getFirst();
        LabelledImage copy = walls(9, 9).getFirst();
        ImageLooks apart = bench.looks;
        bench.looks = image -> apart.of(image.sha256().equals(copy.sha256()) ? trained : image)
                .map(hash -> image.sha256().equals(copy.sha256())
                        ? new PerceptualHash(hash.steps() ^ 5, hash.frequencies() ^ 9)
                        : hash);
        List<LabelledImage> train = new ArrayList<>(walls(0, 5));
        LabelledImage cut = train.removeLast();
        bench.memories.put(bench.model, SeenImages.of(train, walls(6, 7), bench.looks, new Cancellation()));

        bench.run("scorecard", "--data", data, "--json", folder.resolve("s.json"));

        assertThat(json().at("/results/0/leaks/nearImage").asInt()).isEqualTo(1);
        assertThat(json().at("/results/0/leaks/sameGroup").asInt()).isEqualTo(1);
        assertThat(json().at("/results/0/scores/1/heldOut").asText()).isEqualTo("random");
        assertThat(json().at("/results/0/scores/1/images").asInt()).isEqualTo(2);
        assertThat(json().at("/results/0/scores/2/images").asInt()).isEqualTo(23);
        assertThat(bench.out())
                .contains("1 new image looks almost the same as one it had seen")
                .contains("1 new image shows a wall it had seen");
        assertThat(cut.group()).isEqualTo("w5");
    }

    @Test
    void two_models_and_two_data_sets_stand_side_by_side_by_their_names() throws IOException {
        remember();
        Path second = Files.writeString(folder.resolve("other.crack"), "another model");
        bench.photo("decks/crack/d1_a.png", 30);
        bench.photo("decks/no_crack/d2_a.png", 230);

        assertThat(bench.run(
                        "scorecard",
                        "--model",
                        "First=" + bench.model,
                        second,
                        "--data",
                        "Walls=" + data,
                        "--data",
                        folder.resolve("decks"),
                        "--json",
                        folder.resolve("s.json")))
                .isZero();

        assertThat(json().get("results")).hasSize(4);
        assertThat(json().get("results").findValuesAsText("data")).containsExactly("Walls", "Walls", "decks", "decks");
        assertThat(json().get("results").findValuesAsText("heldOut"))
                .containsExactly("seen", "grouped", "unknown", "other_data", "unknown");
        assertThat(bench.out())
                .contains("What other had seen of Walls", "Unknown. The model file is older than this check")
                .contains("Nothing: none of these images");
        assertThat(bench.loadedClassifiers).hasValue(2);
    }

    @Test
    void the_engine_that_is_asked_for_judges() {
        bench.run("scorecard", "--data", data, "--engine", "dl4j");
        assertThat(bench.engines).containsExactly(io.crackscope.learning.InferenceEngine.DL4J);
    }

    @Test
    void a_kept_split_restricts_the_images_but_not_what_is_known_of_them() throws IOException {
        remember();
        Split split = new Split("grouped", 1, walls(0, 5), walls(6, 7), walls(8, 11));
        SplitFile.write(split, folder.resolve("split.json"));
        bench.run(
                "scorecard",
                "--data",
                data,
                "--test-of",
                folder.resolve("split.json"),
                "--json",
                folder.resolve("s.json"));
        assertThat(json().get("results").findValuesAsText("heldOut")).containsExactly("grouped");
        assertThat(json().at("/data/0/images").asInt()).isEqualTo(24);

        bench.memories.clear();
        bench.run("scorecard", "--data", data, "--test-of", folder.resolve("split.json"));
        assertThat(bench.out()).contains("Grouped split").contains("nobody checked");
    }

    @Test
    void the_html_is_one_file_with_all_sections_and_pictures_and_no_path_of_this_machine() throws IOException {
        remember();
        Path html = folder.resolve("s.html");
        assertThat(bench.run("scorecard", "--data", "Walls=" + data, "--html", html, "--quiet"))
                .isZero();

        String page = Files.readString(html);
        assertThat(bench.out()).isEmpty();
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<h2>Scores</h2>", "<h2>Leaks</h2>", "<h2>Walls</h2>", "<h2>The model model</h2>")
                .contains("ROC curve", "Precision and recall", "Reliability", "Confusion matrix")
                .contains("Score by group, worst first", "Worst misses", "Worst false alarms", "Not tested on")
                .contains("prefers-color-scheme:dark")
                .contains("w8_c0.png", "data:image/jpeg;base64,")
                .doesNotContain("<script", "http:", "https:", "<link", folder.toString());
        assertThat(page.split("<img ", -1)).hasSize(1 + 8);
        assertThat(page.split("<svg role", -1)).hasSize(1 + 4);
        assertThat(page.split("<polyline", -1).length).isGreaterThan(5);
    }

    @Test
    void the_pdf_says_the_same_on_numbered_a4_pages_with_embedded_type() throws IOException {
        remember();
        Path pdf = folder.resolve("s.pdf");
        assertThat(bench.run("scorecard", "--data", "Walls=" + data, "--pdf", pdf))
                .isZero();

        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document);
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            for (int i = 1; i <= pages; i++) {
                assertThat(text).contains("Page " + i + " of " + pages);
                assertThat(document.getPage(i - 1).getMediaBox().getWidth()).isEqualTo(595.27563f);
            }
            assertThat(text)
                    .contains("Scorecard", "model on Walls", "CrackScope 1.2.3")
                    .contains("Seen in training", "Grouped split", "66.67 %")
                    .contains("It was trained on 36 and validated on 12 of these very images")
                    .contains("ROC curve", "Reliability", "Confusion matrix", "w8_c0.png", "How to read this")
                    .doesNotContain(folder.toString(), "?");
            for (int i = 0; i < pages; i++) {
                var resources = document.getPage(i).getResources();
                for (var name : resources.getFontNames()) {
                    assertThat(resources.getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void in_german_everything_is_german() throws IOException {
        remember();
        bench.locale = Locale.GERMAN;
        Path html = folder.resolve("s.html");
        bench.run("scorecard", "--data", "Walls=" + data, "--html", html);

        assertThat(bench.out()).contains("Gruppenteilung", "Undichte Stellen");
        assertThat(Files.readString(html))
                .contains("lang=\"de\"", "Wahrheitsmatrix", "Schlimmste Fehlalarme", "Nicht geprüft an")
                .doesNotContain("Seen in training");
    }

    @Test
    void refused_images_wrong_models_and_nothing_usable_end_as_documented() throws IOException {
        Path broken = Files.writeString(data.resolve("crack/w99_a.png"), "no picture");
        assertThat(bench.run("scorecard", "--data", data)).isEqualTo(1);
        assertThat(bench.err()).contains(broken.toString());

        assertThat(bench.run("scorecard", "--data", data, "--model", folder.resolve("gone.crack")))
                .isEqualTo(3);
        assertThat(bench.err()).contains("gone.crack: there is no such model file");
        assertThat(bench.run("scorecard", "--data", Files.createDirectories(folder.resolve("none"))))
                .isEqualTo(3);
        assertThat(bench.run("scorecard")).isEqualTo(2);
        assertThat(bench.run("scorecard", "--data", data, "--pdf", folder.resolve("gone/s.pdf")))
                .isEqualTo(4);
        assertThat(bench.err()).contains("s.pdf");
    }

    @Test
    void after_ctrl_c_the_scorecard_says_that_it_is_not_complete() throws IOException {
        remember();
        var real = bench.reader;
        bench.reader = (file, pixels) -> {
            if (file.endsWith("w9_c0.png")) {
                bench.interruption.cancel();
            }
            return real.read(file, pixels);
        };

        assertThat(bench.run("scorecard", "--data", data, "--json", folder.resolve("s.json")))
                .isEqualTo(130);
        assertThat(json().get("complete").asBoolean(true)).isFalse();
        assertThat(bench.out()).contains("Not complete");
    }

    @Test
    void a_narrow_terminal_leaves_out_what_can_be_spared_and_says_so() {
        remember();
        bench.terminal = new Terminal(200, false, false, false);
        bench.run("scorecard", "--data", data);
        assertThat(bench.out()).contains("F1").doesNotContain("Not shown");
        bench.terminal = new Terminal(100, false, false, false);
        bench.run("scorecard", "--data", data);
        assertThat(bench.out()).contains("Not shown for want of width: Average precision");
        assertThat(bench.out()
                        .lines()
                        .filter(line -> line.contains("%"))
                        .mapToInt(String::length)
                        .max()
                        .orElseThrow())
                .isLessThanOrEqualTo(100);
    }

    @Test
    void a_name_is_what_stands_before_the_first_equals_sign_unless_the_path_itself_exists() throws IOException {
        NamedPath.Converter converter = new NamedPath.Converter();
        Path odd = Files.createDirectories(folder.resolve("a=b"));

        assertThat(converter.convert("METU=data/metu")).isEqualTo(new NamedPath("METU", Path.of("data/metu")));
        assertThat(converter.convert(odd.toString())).isEqualTo(new NamedPath("a=b", odd));
        assertThat(converter.convert("models/cracknet.crackscope"))
                .isEqualTo(new NamedPath("cracknet", Path.of("models/cracknet.crackscope")));
        assertThat(converter.convert("x/y=z").path()).isEqualTo(Path.of("x/y=z"));
        assertThat(Optional.of(converter.convert("SDNET walls=a=b").path())).contains(Path.of("a=b"));
    }
}
