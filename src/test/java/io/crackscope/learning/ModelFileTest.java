package io.crackscope.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFileTest {
    @TempDir
    Path folder;

    private Path file;
    private final StoredModel model = Models.random(NetworkPreset.SEED_CNN, 1);

    @BeforeEach
    void a_good_file() {
        file = folder.resolve("wall model.crackscope");
        ModelFile.write(file, model);
    }

    @ParameterizedTest
    @EnumSource(NetworkPreset.class)
    void what_was_written_is_read_back(NetworkPreset preset) {
        StoredModel written = Models.random(preset, 7);
        ModelFile.write(file, written);
        assertThat(ModelFile.read(file)).isEqualTo(written);
    }

    @Test
    void the_same_model_gives_the_same_bytes() throws IOException {
        byte[] first = Files.readAllBytes(file);
        ModelFile.write(file, model);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void nothing_but_the_model_is_left_in_the_folder() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_missing_file_says_how_to_get_one() {
        Path missing = folder.resolve("none.crackscope");
        assertRefused(missing, "no such model file", "crackscope train");
    }

    @Test
    void a_folder_is_no_model() {
        assertRefused(folder, "is not a CrackScope model", "");
    }

    @Test
    void every_truncation_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused(file, "", "");
        }
    }

    @Test
    void a_changed_weight_is_noticed() throws IOException {
        rewrite("weights.f32", bytes -> {
            bytes[1000] ^= 1;
            return bytes;
        });
        assertRefused(file, "weights are damaged", "restore");
    }

    @Test
    void missing_weights_are_noticed() throws IOException {
        rewrite("weights.f32", bytes -> Arrays.copyOf(bytes, bytes.length - 4));
        assertRefused(file, "wrong number of weights", "");
    }

    @Test
    void an_entry_that_unpacks_to_far_more_than_the_network_needs_is_refused() throws IOException {
        rewrite("weights.f32", bytes -> new byte[100_000_000]);
        assertRefused(file, "larger than it may be", "");
        rewrite("model.json", bytes -> new byte[100_000_000]);
        assertRefused(file, "larger than it may be", "");
    }

    @Test
    void a_network_too_large_for_any_machine_is_refused_before_memory_is_taken() throws IOException {
        json(text -> text.replace("\"channels\" : 32", "\"channels\" : 2000000000"));
        assertRefused(file, "description is damaged", "");
    }

    @Test
    void only_the_closed_list_of_layers_is_known() throws IOException {
        json(text -> text.replaceFirst("\"type\" : \"convolution\"", "\"type\" : \"java.lang.ProcessBuilder\""));
        assertRefused(file, "description is damaged", "");
    }

    @Test
    void a_zip_of_something_else_is_foreign() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("configuration.json"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        assertRefused(file, "is not a CrackScope model", "");
    }

    @Test
    void a_java_object_is_foreign() throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(new java.util.ArrayList<>());
        }
        assertRefused(file, "is not a CrackScope model", "");
    }

    @Test
    void a_newer_format_asks_for_an_update() throws IOException {
        json(text -> text.replaceFirst("\"version\" : 2", "\"version\" : 3"));
        assertRefused(file, "newer CrackScope", "Update");
    }

    @Test
    void a_model_of_before_the_number_of_tiles_counted_judges_as_it_did() throws IOException {
        json(text -> text.replaceFirst("\"version\" : 2", "\"version\" : 1").replaceFirst(",\\s*\"growth\" : 0.0", ""));
        assertThat(ModelFile.read(file).description().photoCalibration().growth())
                .isZero();
    }

    @Test
    void figures_out_of_range_are_refused() throws IOException {
        json(text -> text.replaceFirst("\"temperature\" : 2.0", "\"temperature\" : -1.0"));
        assertRefused(file, "description is damaged", "");
    }

    @Test
    void a_folder_that_does_not_exist_is_named_when_writing() {
        Path nowhere = folder.resolve("no/such/folder/model.crackscope");
        assertThatThrownBy(() -> ModelFile.write(nowhere, model))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(nowhere.toString())
                .hasMessageContaining("folder does not exist");
    }

    private void assertRefused(Path path, String problem, String remedy) {
        assertThatThrownBy(() -> ModelFile.read(path))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy);
    }

    private void json(UnaryOperator<String> change) throws IOException {
        rewrite("model.json", bytes -> {
            String before = new String(bytes, StandardCharsets.UTF_8);
            String after = change.apply(before);
            assertThat(after).as("the change must change something").isNotEqualTo(before);
            return after.getBytes(StandardCharsets.UTF_8);
        });
    }

    private void rewrite(String name, UnaryOperator<byte[]> change) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        entries.computeIfPresent(name, (key, bytes) -> change.apply(bytes));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        Files.write(file, out.toByteArray());
    }
}
