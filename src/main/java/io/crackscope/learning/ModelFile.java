package io.crackscope.learning;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.crackscope.learning.ModelFileException.Problem;
import io.crackscope.work.AtomicFile;
import io.crackscope.work.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A model as one file: a zip archive of {@code model.json} (format and version, description with the model card, network,
 * SHA-256 of the weights) and {@code weights.f32} (32-bit floats, little endian, in the order of
 * {@link NetworkBlueprint#weights()}), and {@code seen.bin} where it is known what the model was trained on
 * ({@link SeenImages}).
 *
 * <p>The network is rebuilt from its description by this program; no class name and no serialised object is ever read
 * from the file, and nothing is allocated beyond what the checked description needs.
 */
public final class ModelFile {
    private static final String FORMAT = "crackscope-model";
    private static final int VERSION = 2;
    private static final String GROWTH = "growth";
    private static final String JSON_ENTRY = "model.json";
    private static final String WEIGHTS_ENTRY = "weights.f32";
    private static final String SEEN_ENTRY = "seen.bin";
    private static final int MOST_JSON_BYTES = 1 << 20;

    /** Room for two million images. */
    private static final int MOST_SEEN_BYTES = 1 << 26;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addMixIn(NetworkLayer.class, NamedLayers.class)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS.mappedFeature())
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(50).build());
    }

    /** The closed list of names under which layers are stored. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = NetworkLayer.Convolution.class, name = "convolution"),
        @JsonSubTypes.Type(value = NetworkLayer.BatchNormalisation.class, name = "batch-normalisation"),
        @JsonSubTypes.Type(value = NetworkLayer.MaxPooling.class, name = "max-pooling"),
        @JsonSubTypes.Type(value = NetworkLayer.Addition.class, name = "addition"),
        @JsonSubTypes.Type(value = NetworkLayer.GlobalPooling.class, name = "global-pooling"),
        @JsonSubTypes.Type(value = NetworkLayer.Concatenation.class, name = "concatenation"),
        @JsonSubTypes.Type(value = NetworkLayer.Flattening.class, name = "flattening"),
        @JsonSubTypes.Type(value = NetworkLayer.Dropout.class, name = "dropout"),
        @JsonSubTypes.Type(value = NetworkLayer.Dense.class, name = "dense")
    })
    private interface NamedLayers {
        @com.fasterxml.jackson.annotation.JsonIgnore
        java.util.List<String> inputs();
    }

    private record Stored(
            String format, int version, ModelDescription description, NetworkBlueprint network, String weightsSha256) {}

    private ModelFile() {}

    /**
     * Reads {@code file}.
     *
     * @throws ModelFileException if it is missing, damaged, foreign or of a newer program
     */
    public static StoredModel read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ModelFileException(file, Files.exists(file) ? Problem.NOT_A_MODEL : Problem.MISSING);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Stored stored = description(file, zip);
            byte[] bytes = bytes(file, zip, WEIGHTS_ENTRY, 4L * stored.network().weightCount());
            if (bytes.length != 4 * stored.network().weightCount()) {
                throw new ModelFileException(file, Problem.DAMAGED, "it holds the wrong number of weights");
            }
            if (!Digests.sha256(bytes).equals(stored.weightsSha256())) {
                throw new ModelFileException(file, Problem.DAMAGED, "its weights are damaged (SHA-256 differs)");
            }
            float[] weights = floats(bytes);
            for (float weight : weights) {
                if (!Float.isFinite(weight)) {
                    throw new ModelFileException(file, Problem.DAMAGED, "its weights are not numbers");
                }
            }
            return new StoredModel(stored.description(), stored.network(), weights, seen(file, zip));
        } catch (ZipException e) {
            throw new ModelFileException(file, Problem.NOT_A_MODEL, e);
        } catch (IOException e) {
            throw new ModelFileException(file, Problem.UNREADABLE, e);
        }
    }

    private static Optional<SeenImages> seen(Path file, ZipFile zip) throws IOException {
        if (zip.getEntry(SEEN_ENTRY) == null) {
            return Optional.empty();
        }
        try {
            return SeenImages.read(bytes(file, zip, SEEN_ENTRY, MOST_SEEN_BYTES));
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file, Problem.DAMAGED, "its memory of the training images is damaged", e);
        }
    }

    private static Stored description(Path file, ZipFile zip) throws IOException {
        byte[] json = bytes(file, zip, JSON_ENTRY, MOST_JSON_BYTES);
        try {
            var tree = JSON.readTree(json);
            if (!FORMAT.equals(tree.path("format").asText())) {
                throw new ModelFileException(file, Problem.NOT_A_MODEL);
            }
            if (tree.path("version").asInt() > VERSION) {
                throw new ModelFileException(file, Problem.NEWER);
            }
            if (tree.path("description").path("photoCalibration") instanceof ObjectNode calibration
                    && !calibration.has(GROWTH)) {
                // version 1 judged photos of any number of tiles alike
                calibration.put(GROWTH, 0.0);
            }
            Stored stored = JSON.treeToValue(tree, Stored.class);
            stored.description().requireFits(stored.network());
            return stored;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ModelFileException(file, Problem.DAMAGED, "its description is damaged", e);
        }
    }

    private static byte[] bytes(Path file, ZipFile zip, String name, long most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ModelFileException(file, Problem.NOT_A_MODEL);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(most + 1));
            if (bytes.length > most) {
                throw new ModelFileException(file, Problem.DAMAGED, name + " inside is larger than it may be");
            }
            return bytes;
        }
    }

    /**
     * Writes {@code model} to {@code file}, whole or not at all, replacing what was there.
     *
     * @throws ModelFileException if it cannot be written
     */
    public static void write(Path file, StoredModel model) {
        byte[] weights = bytes(model.weights());
        try {
            ByteArrayOutputStream archive = new ByteArrayOutputStream(weights.length + 8192);
            try (ZipOutputStream zip = new ZipOutputStream(archive)) {
                put(
                        zip,
                        JSON_ENTRY,
                        JSON.writeValueAsBytes(new Stored(
                                FORMAT, VERSION, model.description(), model.network(), Digests.sha256(weights))));
                put(zip, WEIGHTS_ENTRY, weights);
                if (model.seen().isPresent()) {
                    put(zip, SEEN_ENTRY, model.seen().get().bytes());
                }
            }
            AtomicFile.write(file, archive.toByteArray());
        } catch (NoSuchFileException e) {
            throw new ModelFileException(file, Problem.NO_FOLDER, e);
        } catch (ClosedByInterruptException e) {
            throw new ModelFileException(file, Problem.INTERRUPTED, e);
        } catch (IOException e) {
            throw new ModelFileException(file, Problem.NOT_WRITTEN, e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same model gives the same file on any day.
        entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** The floats of {@code bytes}, little endian. */
    static float[] floats(byte[] bytes) {
        float[] floats = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
        return floats;
    }

    /** The bytes of {@code floats}, little endian. */
    static byte[] bytes(float[] floats) {
        byte[] bytes = new byte[4 * floats.length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(floats);
        return bytes;
    }
}
