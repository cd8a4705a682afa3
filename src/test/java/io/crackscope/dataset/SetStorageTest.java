package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Label;
import io.crackscope.domain.Refusal;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Library, cache and exports. */
class SetStorageTest {
    @TempDir
    Path folder;

    @Test
    void the_library_remembers_data_sets_in_their_order() {
        Path file = folder.resolve("deep/library.json");
        Library library = Library.open(file);
        DataSource one = DataSource.of(folder.resolve("one"));
        DataSource two = new DataSource(folder.resolve("two"), List.of(folder.resolve("two/crack")));
        library.add(one);
        library.add(two);
        library.add(one);
        assertThat(Library.open(file).sources()).containsExactly(one, two);
        library.remove(one);
        assertThat(Library.open(file).sources()).containsExactly(two);
    }

    @Test
    void a_damaged_library_is_put_aside_and_not_overwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("library.json"), "{\"sets\": [");
        assertThat(Library.open(file).sources()).isEmpty();
        assertThat(folder.resolve("library.json.damaged")).exists();
    }

    @Test
    void the_cache_knows_an_image_until_its_file_changes() {
        ListedImage image = image("a.jpg", 10, 20);
        Measurement measured = new Measurement.Measured(Tables.measures("digest", -5, 6, 0.5, 50));
        Measurement refused = new Measurement.Refused(new Refusal(Refusal.Kind.DAMAGED, "cut off"));
        Path file = folder.resolve("cache/pictures.sqlite");
        try (ImageCache cache = new ImageCache(file)) {
            cache.keep(List.of(
                    new ImageCache.Entry(image, measured), new ImageCache.Entry(image("b.jpg", 1, 2), refused)));
            cache.keepThumbnail(image, new byte[] {1, 2, 3});
            cache.keepJudgements("model", List.of(new ImageCache.Judgement(image, 0.25)));
        }
        try (ImageCache cache = new ImageCache(file)) {
            assertThat(cache.measurements(List.of(image, image("b.jpg", 1, 2), image("c.jpg", 1, 2))))
                    .containsExactly(Optional.of(measured), Optional.of(refused), Optional.empty());
            assertThat(cache.measurements(List.of(image("a.jpg", 11, 20), image("a.jpg", 10, 21))))
                    .containsExactly(Optional.empty(), Optional.empty());
            assertThat(cache.thumbnail(image)).contains(new byte[] {1, 2, 3});
            assertThat(cache.judgements("model", List.of(image))).containsExactly(Optional.of(0.25));
            assertThat(cache.judgements("other", List.of(image))).containsExactly(Optional.empty());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Refusal.Kind.class,
            names = {"MISSING", "UNREADABLE", "TOO_LARGE"})
    void a_refusal_that_may_pass_is_not_remembered(Refusal.Kind kind) {
        ListedImage image = image("a.jpg", 10, 20);
        try (ImageCache cache = new ImageCache(folder.resolve("pictures.sqlite"))) {
            cache.keep(List.of(new ImageCache.Entry(image, new Measurement.Refused(new Refusal(kind, "")))));
            assertThat(cache.measurements(List.of(image))).containsExactly(Optional.empty());
        }
    }

    @Test
    void refusals_that_an_older_program_remembered_are_forgotten() throws Exception {
        Path file = folder.resolve("pictures.sqlite");
        ListedImage image = image("a.jpg", 10, 20);
        try (ImageCache cache = new ImageCache(file)) {
            cache.keepThumbnail(image, new byte[] {1});
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var sql = connection.createStatement()) {
            sql.execute("PRAGMA user_version = 1");
        }
        try (ImageCache cache = new ImageCache(file)) {
            assertThat(cache.thumbnail(image)).isEmpty();
        }
    }

    @Test
    void a_damaged_cache_is_made_anew_and_one_that_cannot_be_made_is_empty() throws IOException {
        Path file = Files.writeString(folder.resolve("pictures.sqlite"), "no database at all ".repeat(100));
        ListedImage image = image("a.jpg", 10, 20);
        try (ImageCache cache = new ImageCache(file)) {
            cache.keepThumbnail(image, new byte[] {1});
            assertThat(cache.thumbnail(image)).isPresent();
        }
        try (ImageCache cache = new ImageCache(file.resolve("below a file/pictures.sqlite"))) {
            cache.keepThumbnail(image, new byte[] {1});
            assertThat(cache.thumbnail(image)).isEmpty();
        }
    }

    @Test
    void the_cache_stays_within_its_bounds() throws IOException {
        Path file = folder.resolve("pictures.sqlite");
        try (ImageCache cache = new ImageCache(file, 1_000_000)) {
            for (int i = 0; i < 3000; i++) {
                cache.keepThumbnail(image(i + ".jpg", 1, 1), new byte[1500]);
            }
            assertThat(cache.thumbnail(image("2999.jpg", 1, 1))).isPresent();
            assertThat(cache.thumbnail(image("0.jpg", 1, 1))).isEmpty();
        }
        assertThat(Files.size(file)).isLessThan(3_000_000);
    }

    @Test
    void a_table_that_was_written_reads_back_with_labels_groups_and_parts() throws IOException {
        Files.createDirectories(folder.resolve("crack"));
        ImageSet set = new Tables(folder)
                .add("crack/a, b \"c\".jpg", Optional.of(Label.CRACK), "wall, 1", Tables.measures("1", 1, 1, 0.5, 50))
                .add(Label.NO_CRACK, "wall 2")
                .add("open.jpg", Optional.empty(), "wall 3", Tables.measures("2", 2, 2, 0.5, 50))
                .add(Label.CRACK, "excluded")
                .set();
        set.edit(new Edit.Assign(Optional.of(Part.TEST)), new int[] {0}, Clock.systemUTC());
        set.edit(new Edit.Relabel(Label.CRACK), new int[] {1}, Clock.systemUTC());
        set.edit(new Edit.Exclude(true), new int[] {3}, Clock.systemUTC());

        Path file = folder.resolve("out/labels.csv");
        Files.createDirectories(file.getParent());
        assertThat(SetExport.toCsv(set.table(), file).images()).isEqualTo(3);

        List<ListedImage> back =
                ImageListing.of(DataSource.of(file), new Cancellation()).images();
        assertThat(back)
                .extracting(ListedImage::file)
                .containsExactly(
                        set.table().image(0).file(),
                        set.table().image(1).file(),
                        set.table().image(2).file());
        assertThat(back)
                .extracting(ListedImage::label)
                .containsExactly(Optional.of(Label.CRACK), Optional.of(Label.CRACK), Optional.empty());
        assertThat(back.getFirst().group()).contains("wall, 1");
        assertThat(back.getFirst().part()).contains(Part.TEST);
    }

    @Test
    void a_table_written_beside_the_photos_under_the_name_offered_does_not_take_their_place() throws IOException {
        Files.createDirectories(folder.resolve("data/crack"));
        Files.write(folder.resolve("data/crack/a.jpg"), new byte[] {1});
        DataSource data = DataSource.of(folder.resolve("data"));
        assertThat(SetExport.fileName(data)).isEqualTo("data-export.csv");
        assertThat(SetExport.fileName(DataSource.of(folder.resolve("data/labels.csv"))))
                .isEqualTo("labels-export.csv");
        ImageSet set =
                new ImageSet(data, ImageListing.of(data, new Cancellation()).images());
        set.edit(new Edit.Exclude(true), new int[] {0}, Clock.systemUTC());
        SetExport.toCsv(set.table(), data.folder().resolve(SetExport.fileName(data)));
        assertThat(ImageListing.of(data, new Cancellation()).images()).hasSize(1);
    }

    @Test
    void class_folders_hold_copies_by_the_labels_of_now_and_the_data_stays_as_it_is() throws IOException {
        List<String> names = List.of("x/crack/1.jpg", "y/crack/1.jpg", "x/no_crack/2.jpg");
        for (String name : names) {
            Files.createDirectories(folder.resolve("in").resolve(name).getParent());
            Files.writeString(folder.resolve("in").resolve(name), name);
        }
        DataSource source = DataSource.of(folder.resolve("in"));
        ImageSet set =
                new ImageSet(source, ImageListing.of(source, new Cancellation()).images());
        int moved = new ArrayList<>(List.of(0, 1, 2))
                .stream()
                        .filter(i -> set.table().path(i).equals("x/no_crack/2.jpg"))
                        .findFirst()
                        .orElseThrow();
        set.edit(new Edit.Relabel(Label.CRACK), new int[] {moved}, Clock.systemUTC());

        Path out = folder.resolve("out");
        assertThat(SetExport.toClassFolders(set.table(), out, ProgressListener.NONE, new Cancellation()))
                .isEqualTo(new SetExport.Written(3, List.of()));
        assertThat(out.resolve("crack/1.jpg")).hasContent("x/crack/1.jpg");
        assertThat(out.resolve("crack/y_crack_1.jpg")).hasContent("y/crack/1.jpg");
        assertThat(out.resolve("crack/2.jpg")).hasContent("x/no_crack/2.jpg");
        assertThat(folder.resolve("in/x/no_crack/2.jpg")).exists();
        assertThatThrownBy(() -> SetExport.toClassFolders(set.table(), out, ProgressListener.NONE, new Cancellation()))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("not empty");
    }

    private ListedImage image(String name, long bytes, long modified) {
        return new ListedImage(
                folder.resolve(name),
                Optional.empty(),
                folder,
                folder,
                Optional.empty(),
                Optional.empty(),
                bytes,
                modified);
    }
}
