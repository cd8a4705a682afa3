package io.crackscope.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file a run is resumed from. */
class CheckpointTest {
    private static final String MAGIC = "crackscope-checkpoint-3";

    @TempDir
    Path folder;

    private final Checkpoint checkpoint = new Checkpoint(
            new Checkpoint.Header(
                    PresetDefaults.plan(NetworkPreset.CRACKNET, 7),
                    "digest",
                    6,
                    1,
                    12,
                    List.of(new EpochScore(1, 0.6, 0.7, 0.5, 0.8, 2, 40)),
                    1),
            new float[] {1, 2},
            new float[] {3},
            new float[] {4, 5},
            new float[] {6});

    @Test
    void what_is_written_is_read_again() {
        Path file = folder.resolve("c");
        checkpoint.write(file);
        assertThat(Checkpoint.read(file)).usingRecursiveComparison().isEqualTo(checkpoint);
    }

    /** Runs that were begun by a program of another day go on. */
    @Test
    void the_header_of_a_file_is_what_it_always_was() throws Exception {
        String always =
                "{\"plan\":{\"preset\":\"CRACKNET\",\"inputSize\":256,\"epochs\":10,\"patience\":10,\"batch\":32,"
                    + "\"learningRate\":0.002,\"schedule\":\"COSINE\",\"augmentation\":{\"flips\":true,\"scale\":1.25,"
                    + "\"light\":0.25,\"grey\":0.1,\"blur\":0.1,\"noise\":0.1,\"jpeg\":0.05},\"classWeights\":false,"
                    + "\"labelSmoothing\":0.02,\"weightDecay\":0.02,\"averaging\":0.998,\"seed\":7},\"data\":\"digest\","
                    + "\"threads\":6,\"epoch\":1,\"iteration\":12,\"epochs\":[{\"epoch\":1,\"trainLoss\":0.6,"
                    + "\"trainAccuracy\":0.7,\"validationLoss\":0.5,\"validationAccuracy\":0.8,\"seconds\":2.0,"
                    + "\"imagesPerSecond\":40.0}],\"bestEpoch\":1}";
        Path file = written(MAGIC, header -> {
            assertThat(header).isEqualTo(always);
            return always;
        });
        assertThat(Checkpoint.read(file)).usingRecursiveComparison().isEqualTo(checkpoint);
    }

    @Test
    void a_checkpoint_of_an_older_version_says_no_number_of_threads() throws Exception {
        Path file = written("crackscope-checkpoint-2", header -> header.replace("\"threads\":6,", ""));
        assertThat(Checkpoint.read(file))
                .usingRecursiveComparison()
                .ignoringFields("header.threads")
                .isEqualTo(checkpoint);
        assertThat(Checkpoint.read(file).header().threads()).isZero();
    }

    @Test
    void one_that_lacks_its_number_of_threads_or_has_an_absurd_one_is_damaged() throws Exception {
        for (String threads : List.of("", "\"threads\":-1,", "\"threads\":1000000,")) {
            Path file = written(MAGIC, header -> header.replace("\"threads\":6,", threads));
            assertThatThrownBy(() -> Checkpoint.read(file))
                    .isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void one_of_an_older_version_that_lacks_its_curve_is_damaged() throws Exception {
        Path file = written("crackscope-checkpoint-2", header -> header.replaceAll("\"epochs\":\\[.*],", ""));
        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("damaged");
    }

    /** The checkpoint's file with another beginning. */
    private Path written(String magic, UnaryOperator<String> header) throws IOException {
        Path file = folder.resolve("c");
        checkpoint.write(file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        bytes.position(2 + MAGIC.length());
        byte[] json = new byte[bytes.getInt()];
        bytes.get(json);
        String before = new String(json, StandardCharsets.UTF_8);
        assertThat(before).contains("\"threads\":6,");
        byte[] after = header.apply(before).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(changed)) {
            out.writeUTF(magic);
            out.writeInt(after.length);
            out.write(after);
            out.write(bytes.array(), bytes.position(), bytes.remaining());
        }
        return Files.write(file, changed.toByteArray());
    }
}
