package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.domain.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTruthTest {
    @TempDir
    Path root;

    private final FolderTruth truth = new FolderTruth();

    @Test
    void the_folder_of_a_photo_or_the_one_above_says_what_it_shows() throws IOException {
        assertThat(of("Positive/1.jpg")).contains(Label.CRACK);
        assertThat(of("no_crack/pier 3/1.jpg")).contains(Label.NO_CRACK);
        assertThat(of("crack/ohne Riss/1.jpg")).contains(Label.NO_CRACK);
        assertThat(of("site/1.jpg")).isEmpty();
    }

    @Test
    void a_name_further_up_says_nothing() throws IOException {
        assertThat(of("crack/archive/2026/1.jpg")).isEmpty();
    }

    @Test
    void short_names_need_their_counterpart_beside_them() throws IOException {
        assertThat(of("D/CD/1.jpg")).isEmpty();
        Files.createDirectories(root.resolve("W/UW"));
        assertThat(of("W/CW/1.jpg")).contains(Label.CRACK);
    }

    private Optional<Label> of(String photo) throws IOException {
        Path file = root.resolve(photo);
        Files.createDirectories(file.getParent());
        return truth.of(file);
    }
}
