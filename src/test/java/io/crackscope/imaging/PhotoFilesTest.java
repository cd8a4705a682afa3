package io.crackscope.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoFilesTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_gives_its_photos_in_natural_order_and_leaves_out_the_rest() throws IOException {
        touch("10.jpg", "2.JPG", "notes.txt", ".hidden.jpg", "tiles.csv", "Wand/b.webp", "Wand/a.tif", ".git/x.png");
        assertThat(names(PhotoFiles.in(List.of(folder))))
                .containsExactly("2.JPG", "10.jpg", "Wand/a.tif", "Wand/b.webp");
    }

    @Test
    void a_dialog_lists_what_a_folder_gives() throws IOException {
        List<String> named = PhotoFiles.patterns().stream()
                .map(pattern -> pattern.replace("*", "a"))
                .toList();
        touch(named.toArray(String[]::new));

        assertThat(names(PhotoFiles.in(List.of(folder)))).containsExactlyInAnyOrderElementsOf(named);
        assertThat(named).contains("a.jpg", "a.JPG", "a.gif", "a.MPO");
    }

    @Test
    void photos_of_a_telephone_that_no_reader_understands_are_listed_so_that_none_is_left_out_unseen()
            throws IOException {
        touch("IMG_1.HEIC", "IMG_2.jpg", "raw/DSC_3.NEF", "stereo.MPO");
        assertThat(names(PhotoFiles.in(List.of(folder))))
                .containsExactly("IMG_1.HEIC", "IMG_2.jpg", "stereo.MPO", "raw/DSC_3.NEF");
    }

    @Test
    void a_raw_file_beside_the_same_photo_as_JPEG_is_not_listed() throws IOException {
        touch("DSC_1.ARW", "DSC_1.JPG", "DSC_2.ARW", "andere/DSC_2.JPG");
        assertThat(names(PhotoFiles.in(List.of(folder)))).containsExactly("DSC_1.JPG", "DSC_2.ARW", "andere/DSC_2.JPG");
    }

    @Test
    void a_link_to_a_photo_that_is_gone_is_listed_too() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.jpg"), folder.resolve("gone.jpg"));
        assertThat(names(PhotoFiles.in(List.of(folder)))).containsExactly("a.jpg");
    }

    @Test
    void a_named_file_is_taken_whatever_it_is_called_and_never_twice() throws IOException {
        touch("photo.dat", "a.jpg");
        PhotoFiles found = PhotoFiles.in(List.of(folder.resolve("photo.dat"), folder, folder.resolve("a.jpg")));
        assertThat(names(found)).containsExactly("photo.dat", "a.jpg");
    }

    @Test
    void a_missing_path_is_refused_and_the_others_go_on() throws IOException {
        touch("a.jpg");
        Path missing = folder.resolve("nowhere");
        PhotoFiles found = PhotoFiles.in(List.of(missing, folder));
        assertThat(found.refused())
                .containsExactly(new PhotoFiles.RefusedPath(missing, new Refusal(Refusal.Kind.MISSING, "")));
        assertThat(names(found)).containsExactly("a.jpg");
    }

    @Test
    void a_loop_of_links_ends() throws IOException {
        touch("a/1.jpg");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        assertThat(names(PhotoFiles.in(List.of(folder)))).containsExactly("a/1.jpg");
    }

    @Test
    void numbers_in_names_count_by_value() {
        assertThat(PhotoFiles.NATURAL.compare("img9.jpg", "img10.jpg")).isNegative();
        assertThat(PhotoFiles.NATURAL.compare("IMG_2", "img_10")).isNegative();
        assertThat(PhotoFiles.NATURAL.compare("007", "7")).isNegative();
        assertThat(PhotoFiles.NATURAL.compare("7", "7")).isZero();
        assertThat(PhotoFiles.NATURAL.compare("99999999999999999999", "100000000000000000000"))
                .isNegative();
    }

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private List<String> names(PhotoFiles found) {
        return found.files().stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .toList();
    }
}
