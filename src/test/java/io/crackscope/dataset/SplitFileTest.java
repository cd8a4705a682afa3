package io.crackscope.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crackscope.domain.Label;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitFileTest {
    @TempDir
    Path folder;

    private Path file;
    private Split split;

    @BeforeEach
    void writeASplit() throws IOException {
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Path image = folder.resolve("Daten ü/" + i + ".jpg");
            Files.createDirectories(image.getParent());
            byte[] bytes = {(byte) i};
            Files.write(image, bytes);
            images.add(new LabelledImage(
                    image, i % 2 == 0 ? Label.CRACK : Label.NO_CRACK, "g/" + i, Digests.sha256(bytes)));
        }
        split = new Split("grouped", 7, images.subList(0, 3), images.subList(3, 4), images.subList(4, 6));
        file = folder.resolve("splits/split.json");
        SplitFile.write(split, file);
    }

    @Test
    void what_was_written_is_read() {
        assertThat(read()).isEqualTo(split);
        assertThat(folder.resolve("splits"))
                .isDirectoryContaining("glob:**.json")
                .isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_target_that_training_aims_at_is_kept_and_refused_where_it_is_none() throws IOException {
        List<LabelledImage> aimed = split.train().stream()
                .map(image -> image.aimedAt(Label.NO_CRACK, 0.25))
                .toList();
        split = new Split("grouped", 7, aimed, split.validation(), split.test());
        SplitFile.write(split, file);
        assertThat(read()).isEqualTo(split);

        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"target\":0.25", "\"target\":1.25"));
        assertThatThrownBy(this::read).hasMessageContaining("image 1").hasMessageContaining("1.25");
        Files.writeString(file, text.replaceFirst("\"target\":0.25", "\"target\":\"high\""));
        assertThatThrownBy(this::read).hasMessageContaining("image 1").hasMessageContaining("target");
    }

    @Test
    void data_and_split_may_move_together() throws IOException {
        Path moved = folder.resolve("moved");
        Files.createDirectories(moved);
        Files.move(folder.resolve("Daten ü"), moved.resolve("Daten ü"));
        Files.move(folder.resolve("splits"), moved.resolve("splits"));
        file = moved.resolve("splits/split.json");
        assertThat(read().train().getFirst().file()).isEqualTo(moved.resolve("Daten ü/0.jpg"));
    }

    @Test
    void a_changed_or_missing_image_is_named() throws IOException {
        Path image = split.test().getFirst().file();
        Files.write(image, new byte[] {99});
        assertUnusable(image.toString());
        assertUnusable("has changed");
        Files.delete(image);
        assertUnusable("is missing");
    }

    @Test
    void an_image_in_two_parts_is_refused() throws IOException {
        String json = Files.readString(file);
        int last = json.lastIndexOf("{\"path\"");
        String entry = json.substring(last, json.lastIndexOf(']'));
        Files.writeString(
                file, json.replace("]}", "," + entry.replace("\"part\":\"test\"", "\"part\":\"train\"") + "]}"));
        assertUnusable("in two parts");
    }

    @Test
    void a_damaged_foreign_or_newer_file_is_refused_with_a_remedy() throws IOException {
        String json = Files.readString(file);
        Files.writeString(file, json.substring(0, json.length() / 2));
        assertUnusable("damaged: no JSON");
        Files.writeString(file, "{}");
        assertUnusable("no split file");
        Files.writeString(file, json.replace("\"version\":1", "\"version\":3"));
        assertUnusable("version 3 instead of 2");
        Files.writeString(file, json.replace("\"part\":\"train\"", "\"part\":\"play\""));
        assertUnusable("part is none of");
        Files.writeString(file, json.replace("\"label\":\"crack\"", "\"label\":\"maybe\""));
        assertUnusable("image 1: not a label: maybe");
        Files.delete(file);
        assertUnusable("cannot be read");
    }

    @Test
    void a_failed_write_leaves_the_old_file() throws IOException {
        byte[] before = Files.readAllBytes(file);
        Files.createDirectory(folder.resolve("splits/split.json.tmp"));
        assertThatThrownBy(() -> SplitFile.write(split, file))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("cannot be written");
        assertThat(file).hasBinaryContent(before);
    }

    private Split read() {
        return SplitFile.read(file, ProgressListener.NONE, new Cancellation());
    }

    private void assertUnusable(String words) {
        assertThatThrownBy(this::read)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(words);
    }
}
