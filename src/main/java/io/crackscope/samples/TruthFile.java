package io.crackscope.samples;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What is known of the photos of a sample folder: {@code truth.json} in UTF-8, described by {@code truth.schema.json}
 * beside this class. All coordinates are pixels of the photo, the first pixel covering [0,1) both ways.
 *
 * @param format always {@value #FORMAT}
 * @param version of the format; this program writes and reads {@value #VERSION}
 * @param seed the photos were drawn with
 * @param photos in the order of their names
 */
public record TruthFile(String format, int version, long seed, List<Photo> photos) {
    /** The name of the file in its folder. */
    public static final String NAME = "truth.json";

    static final String FORMAT = "crackscope-sample-truth";
    static final int VERSION = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /**
     * One photo.
     *
     * @param file its name in the folder
     * @param kind {@code deck}, {@code wall} or {@code pavement}
     * @param width in pixels
     * @param height in pixels
     * @param verdict {@code crack} or {@code no_crack}
     * @param cracks every unbroken piece of crack
     * @param confusers what else is in it, one entry for each box
     */
    public record Photo(
            String file,
            String kind,
            int width,
            int height,
            String verdict,
            List<Crack> cracks,
            List<Confuser> confusers) {
        public Photo {
            cracks = List.copyOf(cracks);
            confusers = List.copyOf(confusers);
        }
    }

    /**
     * One unbroken piece of crack.
     *
     * @param box the whole pixels it touches
     * @param length of its centre line in pixels
     * @param p95Width the width in pixels that 95 % of its length does not exceed
     * @param points of its centre line: {@code [x, y, width]} each
     */
    public record Crack(
            Box box,
            double length,
            @JsonProperty("p95Width") double p95Width,
            List<double[]> points) {
        public Crack {
            points = List.copyOf(points);
        }
    }

    /**
     * Something that is not a crack.
     *
     * @param kind {@code joint}, {@code form_line}, {@code tie_hole}, {@code shadow}, {@code stain}, {@code cable},
     *     {@code paint}, {@code leaf} or {@code grass}
     * @param box around where it clearly shows
     */
    public record Confuser(String kind, Box box) {}

    public TruthFile {
        photos = List.copyOf(photos);
    }

    static TruthFile of(long seed, List<Photo> photos) {
        return new TruthFile(FORMAT, VERSION, seed, photos);
    }

    static Photo photo(String file, Draft draft) {
        return new Photo(
                file,
                draft.kind().word(),
                draft.width(),
                draft.height(),
                draft.label().word(),
                draft.cracks().stream()
                        .map(crack -> crack(crack, draft.width(), draft.height()))
                        .toList(),
                draft.confusers().stream()
                        .map(confuser -> new Confuser(confuser.kind().word(), confuser.box()))
                        .toList());
    }

    private static Crack crack(CrackTruth crack, int width, int height) {
        return new Crack(
                crack.box(width, height),
                tenth(crack.length()),
                tenth(crack.widthQuantile(0.95)),
                crack.points().stream()
                        .map(p -> new double[] {tenth(p.x()), tenth(p.y()), tenth(p.width())})
                        .toList());
    }

    /** To the tenth of a pixel: finer than anything that can be measured in a photo. */
    private static double tenth(double v) {
        return StrictMath.rint(v * 10) / 10;
    }

    /** The file's text: one line a photo's entry or crack, so that it stays readable and small. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        text.append("{\"format\":\"").append(format).append("\",\"version\":").append(version);
        text.append(",\"seed\":").append(seed).append(",\"photos\":[");
        String separator = "\n";
        for (Photo photo : photos) {
            JsonNode tree = JSON.valueToTree(photo);
            text.append(separator).append("{");
            for (Iterator<String> names = tree.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                text.append('"').append(name).append("\":");
                append(text, tree.get(name));
                text.append(names.hasNext() ? "," : "}");
            }
            separator = ",\n";
        }
        return text.append("\n]}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder text, JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            text.append(value);
            return;
        }
        String separator = "[\n ";
        for (JsonNode entry : value) {
            text.append(separator).append(entry);
            separator = ",\n ";
        }
        text.append("]");
    }

    /**
     * Reads the truth file of a sample folder.
     *
     * @throws SampleFolderException if there is none, or it is of another format or version
     */
    public static TruthFile read(Path folder) throws SampleFolderException {
        Path file = folder.resolve(NAME);
        try {
            TruthFile truth = JSON.readValue(Files.readAllBytes(file), TruthFile.class);
            if (!FORMAT.equals(truth.format()) || truth.version() != VERSION) {
                throw new SampleFolderException(
                        file, "is not a truth file of version " + VERSION, "Draw the samples again with this program.");
            }
            return truth;
        } catch (SampleFolderException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw new SampleFolderException(
                    file, "is not a readable truth file", "Draw the samples again with this program.", e);
        } catch (IOException e) {
            throw new SampleFolderException(
                    file, "cannot be read", "Check that it exists and that you may read it.", e);
        }
    }
}
