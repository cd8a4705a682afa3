package io.crackscope.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFolderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temporary;

    private static TruthFile write(Path folder, int count, long seed) throws IOException {
        return SampleFolder.write(folder, count, seed, ProgressListener.NONE, new Cancellation());
    }

    @Test
    void photos_have_names_that_tell_nothing_and_carry_date_camera_and_place() throws Exception {
        TruthFile truth = write(temporary.resolve("Brücke Süd"), 1, 3);
        assertThat(truth.photos()).extracting(TruthFile.Photo::file).containsExactly("IMG_0001.jpg");
        Path file = temporary.resolve("Brücke Süd").resolve("IMG_0001.jpg");
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(truth.photos().getFirst().width());
        assertThat(image.getHeight()).isEqualTo(truth.photos().getFirst().height());
        Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
        assertThat(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class).getString(ExifIFD0Directory.TAG_MAKE))
                .isEqualTo("CrackScope");
        assertThat(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class).getDateOriginal())
                .isNotNull();
        assertThat(metadata.getFirstDirectoryOfType(GpsDirectory.class)
                        .getGeoLocation()
                        .getLatitude())
                .isBetween(46.9, 47.0);
    }

    @Test
    void the_same_run_again_changes_nothing_and_ends_well() throws IOException {
        write(temporary, 1, 3);
        Path photo = temporary.resolve("IMG_0001.jpg");
        FileTime then = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(photo, then);
        write(temporary, 1, 3);
        assertThat(Files.getLastModifiedTime(photo)).isEqualTo(then);
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("IMG_0001.jpg", "truth.json");
        }
    }

    @Test
    void a_file_that_is_already_there_is_named_and_left_alone() throws IOException {
        Path mine = Files.writeString(temporary.resolve("IMG_0001.jpg"), "my own photo");
        assertThatThrownBy(() -> write(temporary, 1, 3))
                .isInstanceOf(SampleFolderException.class)
                .hasMessageContaining(mine.toString())
                .hasMessageContaining("empty or new folder");
        assertThat(mine).hasContent("my own photo");
        assertThat(temporary.resolve("truth.json")).doesNotExist();
    }

    @Test
    void a_folder_with_something_else_in_it_is_refused_before_anything_is_written() throws IOException {
        Path mine = Files.writeString(temporary.resolve("bridge notes.txt"), "notes");
        assertThatThrownBy(() -> write(temporary, 2, 3))
                .isInstanceOf(SampleFolderException.class)
                .hasMessageContaining(mine.toString());
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).containsExactly(mine);
        }
    }

    @Test
    void another_seed_or_count_in_the_same_folder_is_refused_before_anything_is_written() throws IOException {
        write(temporary, 1, 3);
        byte[] before = Files.readAllBytes(temporary.resolve("truth.json"));
        assertThatThrownBy(() -> write(temporary, 2, 3))
                .isInstanceOf(SampleFolderException.class)
                .hasMessageContaining("truth.json");
        assertThat(temporary.resolve("IMG_0002.jpg")).doesNotExist();
        assertThat(temporary.resolve("truth.json")).hasBinaryContent(before);
    }

    @Test
    void a_target_that_is_a_file_is_refused_with_a_remedy() throws IOException {
        Path file = Files.writeString(temporary.resolve("target"), "x");
        assertThatThrownBy(() -> write(file, 1, 3))
                .isInstanceOf(SampleFolderException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("choose another folder");
    }

    @Test
    void a_place_that_cannot_be_written_is_named_with_the_reason_and_a_remedy() {
        Path folder = Path.of("/proc/crackscope-samples");
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs /proc, which nobody may write to");
        assertThatThrownBy(() -> write(folder, 1, 3))
                .isInstanceOf(SampleFolderException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("the disk is not full and that you may write there");
    }

    @Test
    void cancelling_keeps_the_whole_photos_written_so_far_and_a_later_run_completes_them() throws IOException {
        Cancellation cancellation = new Cancellation();
        ProgressListener cancelAfterFirst = (done, total) -> {
            if (done == 1) {
                cancellation.cancel();
            }
        };
        assertThatThrownBy(() -> SampleFolder.write(temporary, 2, 3, cancelAfterFirst, cancellation))
                .isInstanceOf(CancellationException.class);
        assertThat(temporary.resolve("IMG_0001.jpg")).exists();
        assertThat(temporary.resolve("IMG_0002.jpg")).doesNotExist();
        assertThat(temporary.resolve("truth.json")).doesNotExist();
        assertThat(write(temporary, 2, 3).photos()).hasSize(2);
    }

    @Test
    void the_truth_file_reads_back_as_written_and_keeps_to_its_schema() throws IOException {
        TruthFile written = write(temporary, 3, 3);
        TruthFile read = TruthFile.read(temporary);
        assertThat(read).usingRecursiveComparison().isEqualTo(written);
        assertThat(faults(Files.readAllBytes(temporary.resolve("truth.json")))).isEmpty();
        assertThat(read.photos()).anyMatch(photo -> photo.verdict().equals("crack"));
        assertThat(read.photos()).anyMatch(photo -> photo.verdict().equals("no_crack"));
        assertThat(read.photos())
                .allMatch(photo -> photo.cracks().isEmpty() == photo.verdict().equals("no_crack"));
    }

    @Test
    void the_schema_check_sees_what_is_wrong() throws IOException {
        String good = "{\"format\":\"crackscope-sample-truth\",\"version\":1,\"seed\":1,\"photos\":[]}";
        assertThat(faults(good.getBytes())).isEmpty();
        assertThat(faults(good.replace("1,\"seed", "2,\"seed").getBytes())).isNotEmpty();
        assertThat(faults(good.replace("\"seed\":1,", "").getBytes())).isNotEmpty();
        assertThat(faults(good.replace("[]", "[{}]").getBytes())).isNotEmpty();
        assertThat(faults(good.replace("\"seed\"", "\"sead\"").getBytes())).isNotEmpty();
    }

    @Test
    void a_truth_file_of_another_version_or_damaged_is_refused_by_name() throws IOException {
        Path file = temporary.resolve("truth.json");
        Files.writeString(file, "{\"format\":\"crackscope-sample-truth\",\"version\":9,\"seed\":1,\"photos\":[]}");
        assertThatThrownBy(() -> TruthFile.read(temporary))
                .isInstanceOf(SampleFolderException.class)
                .hasMessageContaining(file.toString());
        Files.writeString(file, "{\"format\":");
        assertThatThrownBy(() -> TruthFile.read(temporary)).isInstanceOf(SampleFolderException.class);
    }

    @Test
    void the_bundled_samples_are_what_count_8_and_seed_1_give() throws IOException {
        Path bundled = Path.of("assets", "samples");
        TruthFile truth = TruthFile.read(bundled);
        assertThat(truth.seed()).isEqualTo(1);
        assertThat(faults(Files.readAllBytes(bundled.resolve("truth.json")))).isEmpty();
        SceneGenerator generator = new SceneGenerator();
        List<TruthFile.Photo> drawn = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            drawn.add(TruthFile.photo(String.format("IMG_%04d.jpg", i + 1), SampleFolder.lay(generator, i, 1)));
        }
        assertThat(TruthFile.of(1, drawn).bytes()).isEqualTo(Files.readAllBytes(bundled.resolve("truth.json")));
        Scene last = SampleFolder.lay(generator, 7, 1).paint(SceneGenerator.BAND);
        BufferedImage file = ImageIO.read(bundled.resolve("IMG_0008.jpg").toFile());
        double difference = 0;
        int pixels = file.getWidth() * file.getHeight();
        for (int i = 0; i < pixels; i++) {
            int green = file.getRGB(i % file.getWidth(), i / file.getWidth()) >> 8 & 0xFF;
            difference += Math.abs(green - (last.picture().rgb()[3 * i + 1] & 0xFF));
        }
        assertThat(difference / pixels)
                .as("mean difference of the JPEG from the drawing")
                .isLessThan(4);
    }

    private static List<String> faults(byte[] document) throws IOException {
        try (InputStream schema = TruthFile.class.getResourceAsStream("truth.schema.json")) {
            JsonNode root = JSON.readTree(schema);
            List<String> faults = new ArrayList<>();
            check(root, root, JSON.readTree(document), "$", faults);
            return faults;
        }
    }

    /** As much of JSON Schema as the truth file's schema uses; a keyword beyond that is a fault itself. */
    private static void check(JsonNode root, JsonNode schema, JsonNode value, String at, List<String> faults) {
        for (Iterator<String> keywords = schema.fieldNames(); keywords.hasNext(); ) {
            String keyword = keywords.next();
            JsonNode rule = schema.get(keyword);
            switch (keyword) {
                case "$schema", "title", "description", "$defs" -> {}
                case "$ref" -> check(root, root.at(rule.asText().substring(1)), value, at, faults);
                case "type" -> fault(!isOf(rule.asText(), value), at + " is no " + rule, faults);
                case "enum" -> {
                    boolean known = false;
                    for (JsonNode allowed : rule) {
                        known |= allowed.equals(value);
                    }
                    fault(!known, at + " is none of " + rule, faults);
                }
                case "minimum" -> fault(value.asDouble() < rule.asDouble(), at + " is below " + rule, faults);
                case "minItems" -> fault(value.size() < rule.asInt(), at + " has too few entries", faults);
                case "maxItems" -> fault(value.size() > rule.asInt(), at + " has too many entries", faults);
                case "required" ->
                    rule.forEach(name -> fault(!value.has(name.asText()), at + " lacks " + name, faults));
                case "additionalProperties" ->
                    value.fieldNames()
                            .forEachRemaining(name ->
                                    fault(!schema.get("properties").has(name), at + " has an unknown " + name, faults));
                case "properties" ->
                    rule.fieldNames().forEachRemaining(name -> {
                        if (value.has(name)) {
                            check(root, rule.get(name), value.get(name), at + "." + name, faults);
                        }
                    });
                case "items" -> {
                    for (int i = 0; i < value.size(); i++) {
                        check(root, rule, value.get(i), at + "[" + i + "]", faults);
                    }
                }
                default -> faults.add("the check does not know the keyword " + keyword);
            }
        }
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> false;
        };
    }

    private static void fault(boolean wrong, String what, List<String> faults) {
        if (wrong) {
            faults.add(what);
        }
    }
}
