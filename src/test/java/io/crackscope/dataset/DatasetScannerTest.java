package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crackscope.domain.Label;
import io.crackscope.domain.Refusal;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.imaging.TestPhotos;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetScannerTest {
    private static final Path DATA = Path.of("../shared/data");

    @TempDir
    Path folder;

    private final DatasetScanner scanner = new DatasetScanner(new ImageIoPhotoReader());

    @ParameterizedTest
    @CsvSource({
        "Positive,Negative",
        "cracked,Non-cracked",
        "CRACK,no_crack",
        "crack,no crack",
        "Cracks,nocrack",
        "cracked,Uncracked",
        "crack,crackfree",
        "1,0",
        "CD,UD",
        "CP,UP",
        "CW,UW",
        "Riss,kein Riss",
        "Risse,rissfrei",
    })
    void the_usual_names_of_class_folders_are_understood(String crack, String noCrack) throws IOException {
        photo(crack + "/a.png", 1);
        photo(noCrack + "/b.png", 2);
        assertThat(labels(scan(folder))).isEqualTo(Map.of("a.png", Label.CRACK, "b.png", Label.NO_CRACK));
    }

    @Test
    void short_names_mean_a_class_only_beside_their_counterpart() throws IOException {
        photo("up/a.png", 1);
        photo("1/b.png", 2);
        Dataset dataset = scan(folder);
        assertThat(dataset.images()).isEmpty();
        assertThat(dataset.unlabelled()).containsExactlyInAnyOrder(folder.resolve("up"), folder.resolve("1"));
    }

    @Test
    void the_nearest_class_folder_decides_and_the_given_folder_may_be_one() throws IOException {
        photo("Cracked/bridge/Non-cracked/a.png", 1);
        photo("Cracked/bridge/b.png", 2);
        Dataset dataset = scan(folder.resolve("Cracked"));
        assertThat(labels(dataset)).isEqualTo(Map.of("a.png", Label.NO_CRACK, "b.png", Label.CRACK));
    }

    @Test
    void a_manifest_labels_and_groups_what_it_names() throws IOException {
        photo("pictures/a, b.png", 1);
        photo("pictures/c.png", 2);
        Files.writeString(
                folder.resolve("labels.csv"),
                "Image,Class,group\r\n\"pictures/a, b.png\",crack,pier 1\r\npictures/c.png,No-Crack,\r\n");
        Dataset dataset = scan(folder);
        assertThat(labels(dataset)).isEqualTo(Map.of("a, b.png", Label.CRACK, "c.png", Label.NO_CRACK));
        assertThat(dataset.images().getFirst().group()).endsWith("/pier 1");
        assertThat(scan(folder.resolve("labels.csv")).images()).hasSize(2);
    }

    @Test
    void a_stray_table_is_no_manifest() throws IOException {
        photo("Positive/a.png", 1);
        Files.writeString(folder.resolve("tiles.csv"), "photo,columns\nx,1\n");
        assertThat(scan(folder).images()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path,label;a.png,maybe|line 2: \"maybe\" is no class",
                "path,label;a.png,crack;b.png|line 3: 1 columns instead of 2",
                "path;a.png|line 1: no column label",
                "path,file,label;a,b,1|line 1: columns path and file mean the same",
                "path,label;,crack|line 2: no path",
                "path,label;\"a.png,crack|line 2: a quote is never closed",
            })
    void a_wrong_manifest_names_the_line(String text, String problem) throws IOException {
        Path manifest = Files.writeString(folder.resolve("manifest.csv"), text.replace(";", "\n"));
        assertThatThrownBy(() -> scan(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(manifest.toString())
                .hasMessageContaining(problem);
    }

    @Test
    void exact_duplicates_keep_the_first_and_contradicting_ones_none() throws IOException {
        photo("Positive/a.png", 1);
        photo("Positive/b.png", 1);
        photo("Positive/c.png", 2);
        photo("Negative/d.png", 2);
        Dataset dataset = scan(folder);
        assertThat(labels(dataset)).isEqualTo(Map.of("a.png", Label.CRACK));
        assertThat(dataset.duplicates())
                .containsExactly(
                        new Dataset.Duplicate(folder.resolve("Positive/a.png"), folder.resolve("Positive/b.png")));
        assertThat(dataset.conflicts())
                .containsExactly(new Dataset.Conflict(
                        List.of(folder.resolve("Negative/d.png"), folder.resolve("Positive/c.png"))));
    }

    @Test
    void bad_files_are_refused_with_their_reason_and_the_others_go_on() throws IOException {
        photo("Positive/a.png", 1);
        Files.createFile(folder.resolve("Positive/empty.jpg"));
        Files.writeString(folder.resolve("Positive/text.jpg"), "Hello");
        Dataset dataset = scan(folder, folder.resolve("nowhere"));
        assertThat(dataset.images()).hasSize(1);
        assertThat(dataset.refused().stream()
                        .collect(Collectors.toMap(
                                r -> r.path().getFileName().toString(),
                                r -> r.refusal().kind())))
                .isEqualTo(Map.of(
                        "nowhere", Refusal.Kind.MISSING,
                        "empty.jpg", Refusal.Kind.EMPTY,
                        "text.jpg", Refusal.Kind.NOT_A_PICTURE));
    }

    @Test
    void tiles_of_one_photo_share_a_group_across_labels_but_not_across_structures() throws IOException {
        int seed = 1;
        for (String name : List.of(
                "Walls/Cracked/7069-101",
                "Walls/Cracked/7070-1_2",
                "Walls/Non-cracked/7069-102",
                "Decks/Cracked/7069-5")) {
            photo(name + ".png", seed++);
        }
        Map<String, String> groups = groups(scan(folder));
        assertThat(groups.get("7069-101.png"))
                .isEqualTo(groups.get("7069-102.png"))
                .endsWith("Walls/7069");
        assertThat(groups.get("7070-1_2.png")).endsWith("Walls/7070");
        assertThat(groups.get("7069-5.png")).endsWith("Decks/7069");
    }

    @Test
    void numbers_in_photo_order_make_blocks_and_shuffled_numbers_do_not() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 520; i++) {
            // a new wall every 30 tiles, against walls in any order
            tile("Positive/%05d.png".formatted(i + 1), 7 * (i / 30), i);
            tile("Negative/%05d.png".formatted(i + 1), 7 * random.nextInt(18), 1000 + i);
        }
        Map<Label, Set<String>> groups = scan(folder).images().stream()
                .collect(Collectors.groupingBy(
                        LabelledImage::label, Collectors.mapping(LabelledImage::group, Collectors.toSet())));
        assertThat(groups.get(Label.CRACK).stream().map(id -> id.substring(id.lastIndexOf('/') + 1)))
                .containsExactlyInAnyOrder("00000-00249", "00250-00499", "00500-00749");
        assertThat(groups.get(Label.NO_CRACK).size()).isGreaterThan(400);
    }

    @Test
    void real_positives_are_grouped_by_number_and_real_negatives_by_looks() {
        assumeTrue(Files.isDirectory(DATA.resolve("metu")), "../shared/data/metu is missing");
        Map<Label, Set<String>> groups = scan(DATA.resolve("metu")).images().stream()
                .collect(Collectors.groupingBy(
                        LabelledImage::label, Collectors.mapping(LabelledImage::group, Collectors.toSet())));
        assertThat(groups.get(Label.CRACK)).hasSize(50).contains("metu/Positive/00250-00499");
        // 21 pairs of near-duplicates among 3,000
        assertThat(groups.get(Label.NO_CRACK)).hasSize(2979);
    }

    @Test
    void near_duplicates_share_a_group() throws IOException {
        photo("Positive/a.png", 1);
        Files.write(
                Files.createDirectories(folder.resolve("Positive")).resolve("z.jpg"),
                TestPhotos.file(TestPhotos.concrete(96, 96, 1), "jpeg"));
        photo("Positive/b.png", 2);
        Map<String, String> groups = groups(scan(folder));
        assertThat(groups.get("a.png")).isEqualTo(groups.get("z.jpg")).isNotEqualTo(groups.get("b.png"));
    }

    @Test
    void a_cancelled_scan_stops() throws IOException {
        photo("Positive/a.png", 1);
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> scanner.scan(List.of(folder), ProgressListener.NONE, cancellation))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void real_walls_are_grouped_by_photo_and_split_with_every_structure_in_every_part() {
        assumeTrue(Files.isDirectory(DATA.resolve("sdnet2018")), "../shared/data/sdnet2018 is missing");
        Dataset dataset = scan(DATA.resolve("sdnet2018"), DATA.resolve("photos"));
        assertThat(dataset.images()).hasSize(10_843);
        assertThat(dataset.unlabelled()).hasSize(3);
        assertThat(dataset.images().stream().map(LabelledImage::group).distinct())
                .hasSize(157);
        Set<String> whole = Set.of("sdnet2018/Walls/7079", "sdnet2018/Decks/7032");
        Split split = GroupedSplit.split(dataset.images(), 0.2, 1, whole);
        assertThat(split.test().stream().map(LabelledImage::group)).containsAll(whole);
        for (List<LabelledImage> part : List.of(split.train(), split.validation(), split.test())) {
            Map<String, Long> strata = part.stream()
                    .collect(Collectors.groupingBy(
                            i -> i.label() + i.group().substring(0, i.group().lastIndexOf('/')),
                            Collectors.counting()));
            assertThat(strata).hasSize(6);
        }
    }

    private Dataset scan(Path... paths) {
        List<Long> done = new ArrayList<>();
        Dataset dataset = scanner.scan(
                List.of(paths),
                (n, total) -> {
                    assertThat(n).isBetween(0L, total);
                    done.add(n);
                },
                new Cancellation());
        assertThat(done).isSorted();
        return dataset;
    }

    private void photo(String name, long seed) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, TestPhotos.file(TestPhotos.concrete(96, 96, seed), "png"));
    }

    private void tile(String name, int wall, long seed) throws IOException {
        var image = TestPhotos.concrete(32, 32, seed);
        for (int i = 0; i < 32 * 32; i++) {
            int grey = image.getRGB(i % 32, i / 32) & 0xff;
            image.setRGB(i % 32, i / 32, new java.awt.Color(grey, (grey + wall) / 2, wall).getRGB());
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, TestPhotos.file(image, "png"));
    }

    private static Map<String, Label> labels(Dataset dataset) {
        Map<String, Label> labels = new HashMap<>();
        dataset.images().forEach(image -> labels.put(image.file().getFileName().toString(), image.label()));
        return labels;
    }

    private static Map<String, String> groups(Dataset dataset) {
        Map<String, String> groups = new HashMap<>();
        dataset.images().forEach(image -> groups.put(image.file().getFileName().toString(), image.group()));
        return groups;
    }
}
