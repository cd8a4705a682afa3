package io.crackscope.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Refusal;
import io.crackscope.ui.inspection.DroppedPhotos.Photo;
import io.crackscope.ui.inspection.DroppedPhotos.Sorted;
import io.crackscope.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedPhotosTest {
    @TempDir
    Path folder;

    @Test
    void a_dropped_file_is_taken_whatever_its_name() throws IOException {
        Path text = file("notes.txt");
        assertThat(names(sort(text))).containsExactly("notes.txt");
    }

    @Test
    void a_folder_gives_the_pictures_in_it_and_below_in_natural_order() throws IOException {
        file("IMG_10.jpg");
        file("IMG_2.JPG");
        file("wall/a.webp");
        file("notes.txt");
        file(".hidden.jpg");
        file(".trash/b.jpg");
        assertThat(names(sort(folder))).containsExactly("IMG_2.JPG", "IMG_10.jpg", "a.webp");
    }

    @Test
    void two_ways_to_one_file_give_it_once() throws IOException {
        Path photo = file("a.jpg");
        Path link = Files.createSymbolicLink(folder.resolve("link.jpg"), photo);
        assertThat(names(sort(photo, folder.resolve("x/../a.jpg"), link, folder)))
                .containsExactly("a.jpg");
    }

    @Test
    void a_missing_file_is_listed_with_its_reason() {
        Sorted sorted = sort(folder.resolve("gone.jpg"));
        assertThat(sorted.photos()).extracting(Photo::refusal).containsExactly(new Refusal(Refusal.Kind.MISSING, ""));
    }

    @Test
    void a_folder_without_pictures_is_named() throws IOException {
        file("notes.txt");
        assertThat(sort(folder).emptyFolders()).containsExactly(folder);
        assertThat(sort(folder).photos()).isEmpty();
    }

    @Test
    void a_folder_linked_into_itself_ends() throws IOException {
        file("a.jpg");
        Files.createSymbolicLink(folder.resolve("again"), folder);
        assertThat(names(sort(folder))).containsExactly("a.jpg");
    }

    @Test
    void searching_folders_can_be_cancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> DroppedPhotos.sort(List.of(folder), cancellation))
                .isInstanceOf(CancellationException.class);
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private static Sorted sort(Path... dropped) {
        return DroppedPhotos.sort(Arrays.asList(dropped), new Cancellation());
    }

    private static List<String> names(Sorted sorted) {
        return sorted.photos().stream()
                .map(photo -> photo.file().getFileName().toString())
                .toList();
    }
}
