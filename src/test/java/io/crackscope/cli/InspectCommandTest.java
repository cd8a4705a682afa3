package io.crackscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.inspection.PhotoInspector;
import io.crackscope.inspection.TiledPhotoInspector;
import io.crackscope.learning.InferenceEngine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectCommandTest {
    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void setUp() throws IOException {
        bench = new Workbench(folder);
    }

    @Test
    void each_photo_gets_an_aligned_row_with_verdict_probability_and_size() throws IOException {
        Path black = bench.photo("a.png", 0);
        Path white = bench.photo("b.png", 255);
        Path grey = bench.photo("c.png", 128);

        int code = bench.run("inspect", black, white, grey);

        assertThat(code).isZero();
        List<String> lines = bench.out().lines().toList();
        assertThat(lines.get(0)).startsWith("VERDICT").endsWith("PHOTO");
        assertThat(lines.get(1)).matches("crack +\\S+ % +96 x 64 +\\d+\\.\\d s  " + black);
        assertThat(lines.get(2)).matches("no crack found +\\S+ % +96 x 64 +\\d+\\.\\d s  " + white);
        assertThat(lines.get(3)).startsWith("uncertain ");
        assertThat(lines.stream().limit(4).map(line -> line.lastIndexOf("  ")).distinct())
                .hasSize(1);
        assertThat(lines.getLast()).startsWith("3 inspected: 1 crack, 1 uncertain, 1 no crack found. 0 refused.");
        assertThat(bench.err()).isEmpty();
        assertThat(bench.openClassifiers).hasValue(0);
        assertThat(bench.watching).isFalse();
    }

    @Test
    void the_engine_that_is_named_judges_and_is_told() throws IOException {
        Path photo = bench.photo("a.png", 0);

        assertThat(bench.run("inspect", photo, "--engine", "dl4j", "--json", "-"))
                .isZero();
        assertThat(bench.engines).containsExactly(InferenceEngine.DL4J);
        assertThat(new ObjectMapper().readTree(bench.out()).at("/model/engine").asText())
                .isEqualTo("dl4j");

        assertThat(bench.run("inspect", photo, "--engine", "torch")).isEqualTo(2);
        assertThat(bench.err()).contains("--engine", "torch");
    }

    @Test
    void a_photo_that_is_named_as_the_file_to_write_is_not_replaced() throws IOException {
        Path first = bench.photo("a.png", 0);
        Path second = bench.photo("b.png", 255);
        byte[] content = Files.readAllBytes(first);

        for (String option : List.of("--csv", "--json", "--report")) {
            assertThat(bench.run("inspect", option, first, second)).isEqualTo(2);
            assertThat(bench.err()).contains(option + " would replace " + first);
        }
        assertThat(first).hasBinaryContent(content);
    }

    @Test
    void neither_an_inspection_nor_a_model_is_replaced_by_a_result() throws IOException {
        Path photo = bench.photo("a.png", 0);
        Path project = Files.writeString(folder.resolve("bridge.inspection"), "SQLite format 3\0and more");
        Path model = Files.writeString(folder.resolve("m.crackscope"), "PK\3\4and more");
        Path text = Files.writeString(folder.resolve("old.json"), "{}");

        assertThat(bench.run("inspect", photo, "--json", project)).isEqualTo(2);
        assertThat(bench.run("inspect", photo, "--json", model)).isEqualTo(2);
        assertThat(bench.run("inspect", photo, "--json", text)).isZero();
        assertThat(project).hasContent("SQLite format 3\0and more");
        assertThat(model).hasContent("PK\3\4and more");
    }

    @Test
    void two_results_do_not_go_to_one_file() throws IOException {
        Path photo = bench.photo("a.png", 0);
        Path target = folder.resolve("out");

        assertThat(bench.run("inspect", photo, "--json", target, "--csv", folder.resolve("./out")))
                .isEqualTo(2);
        assertThat(bench.err()).contains("--json and --csv name one file");
        assertThat(target).doesNotExist();
    }

    @Test
    void refused_photos_are_named_on_standard_error_with_reason_and_remedy_and_the_others_go_on() throws IOException {
        Path good = bench.photo("good.png", 0);
        Path empty = Files.createFile(folder.resolve("empty.jpg"));
        Path text = Files.writeString(folder.resolve("renamed.jpg"), "this is no picture at all");
        Path missing = folder.resolve("missing.jpg");

        int code = bench.run("inspect", missing, empty, good, text);

        assertThat(code).isEqualTo(1);
        assertThat(bench.err().lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith(missing + ": There is no such file"))
                .anySatisfy(line -> assertThat(line).startsWith(empty + ": The file is empty"))
                .anySatisfy(line -> assertThat(line).startsWith(text + ": The content is not a picture"));
        assertThat(bench.out()).contains("good.png").contains("3 refused");
    }

    @Test
    void folders_are_searched_with_their_subfolders_and_paths_may_have_spaces_and_umlauts() throws IOException {
        bench.photo("Brücke Süd/Pfeiler 1/Größe.png", 0);
        bench.photo("Brücke Süd/b.png", 255);

        int code = bench.run("inspect", folder.resolve("Brücke Süd"), "--json", folder.resolve("Ergebnis ä.json"));

        assertThat(code).isZero();
        assertThat(bench.out()).contains("Größe.png");
        assertThat(json("Ergebnis ä.json").findValuesAsText("path"))
                .anySatisfy(path -> assertThat(path).endsWith("Pfeiler 1" + java.io.File.separator + "Größe.png"));
    }

    @Test
    void the_json_file_has_the_documented_fields() throws IOException {
        Path black = bench.photo("a.png", 0);
        Path missing = folder.resolve("missing.jpg");

        bench.run("inspect", black, missing, "--json", folder.resolve("out.json"));

        JsonNode json = json("out.json");
        assertThat(json.at("/model/name").asText()).isEqualTo("dark");
        assertThat(json.at("/model/file").asText()).isEqualTo(bench.model.toString());
        assertThat(json.at("/model/engine").asText()).isEqualTo("onnx");
        assertThat(json.get("complete").asBoolean()).isTrue();
        JsonNode refused = photo(json, missing);
        assertThat(refused.get("status").asText()).isEqualTo("refused");
        assertThat(refused.get("reason").asText()).startsWith("There is no such file");
        assertThat(refused.get("verdict").isNull()).isTrue();
        assertThat(refused.get("tiles")).isEmpty();
        JsonNode inspected = photo(json, black);
        assertThat(inspected.get("status").asText()).isEqualTo("inspected");
        assertThat(inspected.get("reason").isNull()).isTrue();
        assertThat(inspected.get("verdict").asText()).isEqualTo("crack");
        assertThat(inspected.get("probability").asDouble()).isBetween(0.7, 1.0);
        assertThat(inspected.get("width").asInt()).isEqualTo(96);
        assertThat(inspected.get("height").asInt()).isEqualTo(64);
        assertThat(inspected.get("millis").isIntegralNumber()).isTrue();
        assertThat(inspected.get("tiles")).hasSize(15).allSatisfy(tile -> {
            assertThat(tile.get("x").asInt() + tile.get("width").asInt()).isLessThanOrEqualTo(96);
            assertThat(tile.get("y").asInt() + tile.get("height").asInt()).isLessThanOrEqualTo(64);
            assertThat(tile.get("probability").asDouble()).isBetween(0.9, 1.0);
        });
        assertThat(inspected.get("evidence")).isNotEmpty();
    }

    @Test
    void json_to_standard_output_is_all_that_standard_output_gets() throws IOException {
        bench.photo("photos/a.png", 0);
        Files.createFile(folder.resolve("photos/empty.png"));

        int code = bench.run("inspect", folder.resolve("photos"), "--json", "-");

        assertThat(code).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(bench.out()).get("photos")).hasSize(2);
        assertThat(bench.err()).contains("empty.png: The file is empty").contains("1 inspected");
    }

    @Test
    void quiet_shows_only_what_is_refused() throws IOException {
        Path good = bench.photo("good.png", 0);
        bench.terminal = new Terminal(100, true, true, true);

        int code = bench.run("inspect", good, folder.resolve("missing.jpg"), "--quiet");

        assertThat(code).isEqualTo(1);
        assertThat(bench.out()).isEmpty();
        assertThat(bench.err().lines()).hasSize(1);
    }

    @Test
    void the_csv_file_has_a_row_a_photo_and_no_cell_that_a_spreadsheet_would_run() throws IOException {
        Path evil = bench.photo("x/a,\"b\".png", 0);
        Path relative = Path.of("=HYPERLINK(1).png");

        bench.run("inspect", evil, relative, "--csv", folder.resolve("out.csv"));

        String csv = Files.readString(folder.resolve("out.csv"));
        assertThat(csv.split("\r\n"))
                .hasSize(3)
                .anySatisfy(row ->
                        assertThat(row).startsWith("path,status,reason,verdict,probability,width,height,millis,taken"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("\"" + evil.toString().replace("\"", "\"\"") + "\",inspected,,crack,"))
                .anySatisfy(row -> assertThat(row).startsWith("'=HYPERLINK(1).png,refused,"));
    }

    @Test
    void a_file_name_cannot_steer_the_terminal() throws IOException {
        assumeTrue(folder.getFileSystem().getSeparator().equals("/"), "file names with control characters need POSIX");
        Path evil = bench.photo("a\u001b[31m.png", 0);

        bench.run("inspect", evil, folder.resolve("b\u001b[2J.png"));

        assertThat(bench.out() + bench.err())
                .doesNotContain("\u001b")
                .contains("a?[31m.png")
                .contains("b?[2J.png");
    }

    @Test
    void colour_is_used_on_a_terminal_only_and_never_against_no_color() throws IOException {
        Path black = bench.photo("a.png", 0);
        bench.terminal = Terminal.of(true, false, java.util.Map.of());
        bench.run("inspect", black);
        assertThat(bench.out()).contains("\u001b[38;5;166mcrack");

        for (Terminal plain : List.of(
                Terminal.of(true, false, java.util.Map.of("NO_COLOR", "1")),
                Terminal.of(true, false, java.util.Map.of("TERM", "dumb")),
                Terminal.of(false, true, java.util.Map.of()))) {
            bench.terminal = plain;
            bench.run("inspect", black);
            assertThat(bench.out()).contains("crack").doesNotContain("\u001b");
        }
    }

    @Test
    void progress_is_shown_on_a_terminal_with_rate_and_taken_away_at_the_end() throws IOException {
        for (int i = 0; i < 3; i++) {
            bench.photo("photos/" + i + ".png", 0);
        }
        bench.terminal = new Terminal(100, false, true, false);

        bench.run("inspect", folder.resolve("photos"));

        assertThat(bench.err())
                .contains("Inspecting: 0 of 3")
                .contains("Inspecting: 3 of 3")
                .contains("/s");
        assertThat(bench.err()).endsWith("\r\u001b[K");
        assertThat(bench.out()).doesNotContain("Inspecting");
    }

    @Test
    void overlays_of_photos_with_one_name_do_not_meet_and_a_second_run_does_not_inspect_them() throws IOException {
        byte[] original = Files.readAllBytes(bench.photo("photos/a/IMG.png", 0));
        bench.photo("photos/b/IMG.png", 255);
        Path overlays = folder.resolve("photos/overlays");

        assertThat(bench.run("inspect", folder.resolve("photos"), "--overlay", overlays))
                .isZero();
        assertThat(bench.run("inspect", folder.resolve("photos"), "--overlay", overlays))
                .isZero();

        assertThat(bench.out()).contains("2 inspected").contains("Overlays: " + overlays);
        try (Stream<Path> files = Files.list(overlays)) {
            assertThat(files).hasSize(2).allSatisfy(file -> {
                assertThat(file.getFileName().toString()).matches("IMG-cracks-[0-9a-f]{8}\\.jpg");
                BufferedImage image = ImageIO.read(file.toFile());
                assertThat(image.getWidth()).isEqualTo(96);
                assertThat(image.getHeight()).isEqualTo(64);
            });
        }
        assertThat(Files.readAllBytes(folder.resolve("photos/a/IMG.png"))).isEqualTo(original);
    }

    @Test
    void an_overlay_is_at_most_2400_pixels_long() throws IOException {
        Path wide = bench.photo("wide.png", 200, 5000, 100);

        bench.run("inspect", wide, "--overlay", folder.resolve("overlays"), "--json", folder.resolve("out.json"));

        Path overlay = Path.of(photo(json("out.json"), wide).get("overlay").asText());
        assertThat(ImageIO.read(overlay.toFile()).getWidth()).isBetween(2000, 2400);
    }

    @Test
    void several_photos_are_prepared_at_once_each_with_a_model_of_its_own_and_stay_in_order() throws IOException {
        List<Path> photos = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            photos.add(bench.photo("p" + i + ".png", 40 * i));
        }
        CyclicBarrier two = new CyclicBarrier(2);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        bench.inspector = classifier -> {
            PhotoInspector real = new TiledPhotoInspector(bench.reader, classifier);
            return (file, cancellation) -> {
                threads.add(Thread.currentThread().getName());
                try {
                    two.await(20, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new AssertionError("no second photo was prepared at the same time", e);
                }
                return real.inspect(file, cancellation);
            };
        };

        int code = bench.run("inspect", folder, "--jobs", 2, "--json", "-");

        assertThat(code).isZero();
        assertThat(threads).hasSize(2);
        assertThat(bench.loadedClassifiers).hasValue(2);
        assertThat(bench.openClassifiers).hasValue(0);
        assertThat(new ObjectMapper().readTree(bench.out()).findValuesAsText("path"))
                .containsExactlyElementsOf(photos.stream().map(Path::toString).toList());
    }

    @Test
    void after_ctrl_c_what_was_done_is_kept_and_the_exit_code_is_130() throws IOException {
        for (int i = 0; i < 4; i++) {
            bench.photo("photos/" + i + ".png", 0);
        }
        bench.inspector = classifier -> {
            PhotoInspector real = new TiledPhotoInspector(bench.reader, classifier);
            return (file, cancellation) -> {
                if (file.endsWith("2.png")) {
                    bench.interruption.cancel();
                    cancellation.throwIfCancelled();
                }
                return real.inspect(file, cancellation);
            };
        };

        int code = bench.run(
                "inspect",
                folder.resolve("photos"),
                "--json",
                folder.resolve("o.json"),
                "--csv",
                folder.resolve("o.csv"));

        assertThat(code).isEqualTo(130);
        assertThat(bench.err()).contains("Cancelled after 2 of 4 photos");
        assertThat(json("o.json").get("photos")).hasSize(2);
        assertThat(json("o.json").get("complete").asBoolean(true)).isFalse();
        assertThat(Files.readAllLines(folder.resolve("o.csv"))).hasSize(3);
        assertThat(bench.out()).contains("2 inspected");
        assertThat(bench.openClassifiers).hasValue(0);
    }

    @Test
    void nothing_usable_ends_with_3_and_the_json_names_what_was_refused() throws IOException {
        Files.createDirectories(folder.resolve("nothing"));
        assertThat(bench.run("inspect", folder.resolve("nothing"))).isEqualTo(3);
        assertThat(bench.err()).contains("No photo to inspect");

        assertThat(bench.run("inspect", folder.resolve("gone"), "--json", folder.resolve("o.json")))
                .isEqualTo(3);
        assertThat(json("o.json").findValuesAsText("refusal")).containsExactly("missing");

        Path empty = Files.createFile(folder.resolve("empty.jpg"));
        assertThat(bench.run("inspect", empty)).isEqualTo(3);
        assertThat(bench.err()).contains("empty.jpg: The file is empty");
    }

    @Test
    void a_missing_model_is_one_clear_line_and_exit_code_3_and_an_older_result_stays() throws IOException {
        Path photo = bench.photo("a.png", 0);
        Path result = Files.writeString(folder.resolve("o.json"), "older");

        int code = bench.run("inspect", photo, "--model", folder.resolve("no model.crack"), "--json", result);

        assertThat(code).isEqualTo(3);
        assertThat(bench.err().lines())
                .containsExactly(folder.resolve("no model.crack")
                        + ": there is no such model file. Check the path, or train a model with: crackscope train");
        assertThat(result).hasContent("older");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void a_full_disk_is_one_line_and_the_results_are_still_shown_even_when_quiet() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full");
        Path photo = bench.photo("a.png", 0);

        assertThat(bench.run("inspect", photo, "--json", full, "--csv", folder.resolve("o.csv")))
                .isEqualTo(4);
        assertThat(bench.err().lines())
                .containsExactly(
                        "/dev/full: cannot be written: The disk is full." + " Free some space or name another folder.");
        assertThat(bench.out()).contains("a.png").contains("1 inspected");
        assertThat(folder.resolve("o.csv")).exists();

        assertThat(bench.run("inspect", photo, "--csv", full, "--quiet")).isEqualTo(4);
        assertThat(bench.err()).contains("The disk is full");
        assertThat(bench.out()).contains("a.png");
    }

    @Test
    void a_disk_that_fills_up_under_way_is_reported_once_and_the_inspection_goes_on() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
        // thousands of tiles: more JSON than any buffer holds back until the end
        bench.photo("photos/0.png", 0, 1000, 1000);
        bench.photo("photos/1.png", 0, 1000, 1000);

        assertThat(bench.run("inspect", folder.resolve("photos"), "--json", "/dev/full"))
                .isEqualTo(4);

        assertThat(bench.err().lines()).hasSize(1);
        assertThat(bench.out()).contains("2 inspected");
    }

    @Test
    void a_disk_that_fills_up_with_overlays_is_reported_once_and_the_inspection_goes_on() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
        Path overlays = Files.createDirectories(folder.resolve("overlays"));
        for (int i = 0; i < 3; i++) {
            Path photo = bench.photo("photos/" + i + ".png", 0);
            Files.createSymbolicLink(overlays.resolve(OverlayFolder.name(photo)), Path.of("/dev/full"));
        }

        int code = bench.run("inspect", folder.resolve("photos"), "--overlay", overlays);

        assertThat(code).isEqualTo(4);
        assertThat(bench.err().lines())
                .containsExactly(
                        overlays + ": cannot be written: The disk is full. Free some space or name another folder.");
        assertThat(bench.out()).contains("3 inspected");
    }

    @Test
    void a_result_file_in_a_missing_folder_is_reported_before_anything_is_inspected() throws IOException {
        Path photo = bench.photo("a.png", 0);
        Path target = folder.resolve("gone/o.json");

        assertThat(bench.run("inspect", photo, "--json", target)).isEqualTo(4);
        assertThat(bench.err()).startsWith(target + ": cannot be written: There is no such folder.");
        assertThat(bench.run("inspect", photo, "--csv", folder)).isEqualTo(4);
        assertThat(bench.err()).startsWith(folder + ": cannot be written: This is a folder.");
        assertThat(bench.run("inspect", photo, "--overlay", photo)).isEqualTo(4);
        assertThat(bench.err().lines())
                .singleElement()
                .asString()
                .startsWith(photo + ": cannot be written: This is a file. Name a folder.");
        assertThat(bench.out()).isEmpty();
    }

    @Test
    void a_defect_is_one_line_that_names_the_log_and_what_was_done_before_is_kept() throws IOException {
        bench.photo("photos/0.png", 0);
        bench.photo("photos/1.png", 0);
        bench.inspector = classifier -> (file, cancellation) -> {
            if (file.endsWith("1.png")) {
                throw new IllegalStateException("broken\nengine");
            }
            return new TiledPhotoInspector(bench.reader, classifier).inspect(file, cancellation);
        };

        int code = bench.run("inspect", folder.resolve("photos"), "--json", folder.resolve("o.json"));

        assertThat(code).isEqualTo(70);
        assertThat(bench.err().lines())
                .singleElement()
                .asString()
                .contains("broken engine")
                .contains(folder.resolve("crackscope.log").toString())
                .doesNotContain("at io.crackscope");
        assertThat(json("o.json").get("photos")).hasSize(1);
        assertThat(bench.openClassifiers).hasValue(0);
    }

    @Test
    void too_little_memory_is_said_in_words() throws IOException {
        Path photo = bench.photo("a.png", 0);
        bench.inspector = classifier -> (file, cancellation) -> {
            throw new OutOfMemoryError("Java heap space");
        };

        assertThat(bench.run("inspect", photo)).isEqualTo(70);
        assertThat(bench.err()).startsWith("Not enough memory.");
    }

    @Test
    void jobs_out_of_range_and_missing_paths_are_wrong_usage() throws IOException {
        assertThat(bench.run("inspect", bench.photo("a.png", 0), "--jobs", 0)).isEqualTo(2);
        assertThat(bench.err()).contains("--jobs must be from 1 to 64");
        assertThat(bench.run("inspect")).isEqualTo(2);
        assertThat(bench.err()).contains("crackscope inspect --help");
        assertThat(bench.run("inspect", "a.png", "--jsn", "x")).isEqualTo(2);
        assertThat(bench.err()).contains("--jsn").contains("--json");
    }

    @Test
    void a_german_speaks_german() throws IOException {
        bench.locale = Locale.GERMAN;

        bench.run("inspect", bench.photo("a.png", 255), folder.resolve("fehlt.jpg"));

        assertThat(bench.out()).contains("URTEIL").contains("kein Riss gefunden");
        assertThat(bench.err()).contains("fehlt.jpg: Diese Datei oder dieser Ordner fehlt.");
    }

    @Test
    void a_photo_refused_while_it_is_inspected_counts_as_refused() throws IOException {
        Path photo = bench.photo("a.png", 0);
        Path other = bench.photo("b.png", 0);
        bench.inspector = classifier -> (file, cancellation) -> file.equals(photo)
                ? new InspectionOutcome.Refused(
                        file,
                        new io.crackscope.domain.Refusal(
                                io.crackscope.domain.Refusal.Kind.DAMAGED, "ends after 3 rows"))
                : new TiledPhotoInspector(bench.reader, classifier).inspect(file, cancellation);

        assertThat(bench.run("inspect", photo, other)).isEqualTo(1);
        assertThat(bench.err()).contains("(ends after 3 rows)");
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readString(folder.resolve(name), StandardCharsets.UTF_8));
    }

    private static JsonNode photo(JsonNode json, Path path) {
        for (JsonNode photo : json.get("photos")) {
            if (photo.get("path").asText().equals(path.toString())) {
                return photo;
            }
        }
        throw new AssertionError("no photo " + path + " in " + json);
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }
}
