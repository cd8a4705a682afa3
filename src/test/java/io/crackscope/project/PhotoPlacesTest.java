package io.crackscope.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoPlacesTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_below_the_folder_is_relative_with_slashes_and_another_is_absolute() {
        PhotoPlaces places = new PhotoPlaces(folder);

        assertThat(places.written(folder.resolve("north").resolve("a.jpg"))).isEqualTo("north/a.jpg");
        assertThat(places.written(folder.resolve("x/../a.jpg"))).isEqualTo("a.jpg");
        Path beside = folder.resolveSibling("beside.jpg");
        assertThat(places.written(beside)).isEqualTo(beside.toString());
        assertThat(places.read("north/a.jpg")).isEqualTo(folder.resolve("north").resolve("a.jpg"));
        assertThat(places.read(beside.toString())).isEqualTo(beside);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_folder_that_was_named_through_a_link_is_the_folder() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Files.createFile(real.resolve("a.jpg"));

        assertThat(new PhotoPlaces(real).written(link.resolve("a.jpg"))).isEqualTo("a.jpg");
        assertThat(new PhotoPlaces(link).written(real.resolve("a.jpg"))).isEqualTo("a.jpg");
    }

    @ParameterizedTest
    @CsvSource({
        "north/a.jpg, a.jpg",
        "a.jpg, a.jpg",
        "/home/anna/a.jpg, a.jpg",
        "C:\\site\\a.jpg, a.jpg",
        "\\\\server\\share\\a.jpg, a.jpg",
        "odd\\name.jpg, odd\\name.jpg"
    })
    void the_name_is_the_last_part_whichever_system_wrote_it(String written, String name) {
        assertThat(PhotoPlaces.name(written)).isEqualTo(name);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_place_on_another_system_is_one_where_no_file_is() {
        Path place = new PhotoPlaces(folder).read("C:\\site\\a.jpg");

        assertThat(place).doesNotExist();
        assertThat(place.getFileName()).hasToString("a.jpg");
    }
}
