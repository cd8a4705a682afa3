package io.crackscope.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.Review;
import io.crackscope.imaging.ImageIoPhotoReader;
import io.crackscope.project.ProjectFacts;
import io.crackscope.project.Verification;
import io.crackscope.text.Messages;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** The same content for other programs. */
class ReportExportsTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
    private static final Messages GERMAN = new Messages(Locale.GERMANY);

    @TempDir
    Path folder;

    private Inspected inspected;

    @BeforeEach
    void photos_with_names_that_want_to_be_markup_and_formulas() throws IOException {
        inspected = new Inspected(folder)
                .facts(new ProjectFacts("A & <B>", "Bridge 17", "", "A. Weber", "", LocalDate.of(2026, 11, 20), ""));
        inspected.judged("=cmd.jpg", 0.8125);
        inspected.scaled(0.5);
        inspected.reviewed(Optional.of(Review.Decision.CRACK), "-1+1; \"sharp\"\nsecond, line \u6a4b");
        inspected.judged("calm.jpg", 0.02);
        inspected.reviewed(Optional.of(Review.Decision.NO_CRACK), "");
        inspected.refused("broken.jpg", new Refusal(Refusal.Kind.DAMAGED, "early"));
    }

    private static List<String> breaches(JsonNode document) throws IOException {
        try (InputStream in = ReportJson.class.getResourceAsStream("inspection-report-1.schema.json")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
            return schema.validate(document).stream().map(Object::toString).toList();
        }
    }

    private static JsonNode json(InspectionReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportJson.write(report, out);
        return new ObjectMapper().readTree(out.toByteArray());
    }

    @Test
    void json_keeps_to_its_schema_with_and_without_an_audit_trail() throws IOException {
        JsonNode plain = json(inspected.report());
        assertThat(breaches(plain)).isEmpty();
        inspected.audit(new AuditExtract(new Verification.Whole(3, "ab".repeat(32)), List.of()));
        assertThat(breaches(json(inspected.report()))).isEmpty();
        inspected.audit(new AuditExtract(new Verification.Broken(0, Verification.Fault.GUARD_REMOVED, "x"), List.of()));
        assertThat(breaches(json(inspected.report()))).isEmpty();
        assertThat(breaches(json(new Inspected(folder).report()))).isEmpty();

        assertThat(plain.at("/photos/0/model/probability").asDouble()).isEqualTo(0.8125);
        assertThat(plain.at("/photos/0/person/decision").asText()).isEqualTo("crack");
        assertThat(plain.at("/photos/0/evidence/0/widthMillimetres").asDouble()).isEqualTo(60);
        assertThat(plain.at("/photos/1/scale").isNull()).isTrue();
        assertThat(plain.at("/photos/2/model/refusal").asText()).isEqualTo("damaged");
    }

    @Test
    void the_schema_refuses_what_is_not_a_report() throws IOException {
        ObjectNode wrong = (ObjectNode) json(inspected.report());
        wrong.put("version", 2);
        ((ObjectNode) wrong.at("/photos/0/model")).put("verdict", "perhaps");
        ((ObjectNode) wrong.at("/photos/0")).remove("number");

        assertThat(breaches(wrong)).hasSize(3);
    }

    private String csv(Messages messages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportCsv.write(inspected.report(), messages, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Reads as RFC 4180 says. */
    private static List<List<String>> parsed(String csv, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == separator || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }

    @Test
    void csv_follows_the_language_in_separators_and_decimals_and_begins_with_a_byte_order_mark() throws IOException {
        assertThat(csv(ENGLISH)).startsWith("\ufeff").contains("\r\n");
        List<List<String>> english = parsed(csv(ENGLISH).substring(1), ',');
        List<List<String>> german = parsed(csv(GERMAN).substring(1), ';');

        assertThat(english)
                .hasSize(4)
                .allSatisfy(row -> assertThat(row).hasSize(english.getFirst().size()));
        assertThat(german)
                .hasSize(4)
                .allSatisfy(row -> assertThat(row).hasSize(english.getFirst().size()));
        assertThat(english.getFirst()).startsWith("No.", "Photo").doesNotHaveDuplicates();
        assertThat(german.getFirst()).startsWith("Nr.", "Foto").doesNotHaveDuplicates();
        assertThat(english.get(1)).contains("0.8125", "50.940000", "60.0", "0.50000");
        assertThat(german.get(1)).contains("0,8125", "50,940000", "60,0", "0,50000");
        assertThat(english.get(3)).anySatisfy(cell -> assertThat(cell).contains("damaged", "early"));
    }

    @Test
    void no_cell_becomes_a_formula_and_notes_stay_whole() throws IOException {
        List<List<String>> rows = parsed(csv(ENGLISH).substring(1), ',');

        assertThat(rows.get(1)).contains("'=cmd.jpg", "'-1+1; \"sharp\"\nsecond, line \u6a4b");
        assertThat(rows.subList(1, 4))
                .allSatisfy(row ->
                        assertThat(row).allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)^[=+\\-@\\t\\r].*")));
        for (String bad : List.of("=1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\uff1d1")) {
            assertThat(CsvRows.harmless(bad)).isEqualTo("'" + bad);
        }
        assertThat(CsvRows.harmless("a=1")).isEqualTo("a=1");
    }

    @Test
    void geojson_holds_a_point_for_each_photo_with_a_position_longitude_first() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportPlaces.geoJson(inspected.report(), out);
        JsonNode places = new ObjectMapper().readTree(out.toByteArray());

        assertThat(places.get("type").asText()).isEqualTo("FeatureCollection");
        assertThat(places.get("features")).hasSize(2);
        assertThat(places.at("/features/0/geometry/coordinates/0").asDouble()).isEqualTo(6.96);
        assertThat(places.at("/features/0/geometry/coordinates/1").asDouble()).isEqualTo(50.94);
        assertThat(places.at("/features/0/properties/person").asText()).isEqualTo("crack");
        assertThat(places.get("withoutPosition").asInt()).isEqualTo(1);
    }

    @Test
    void kml_is_well_formed_whatever_names_hold() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportPlaces.kml(inspected.report(), GERMAN, out);
        Document kml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));

        assertThat(kml.getElementsByTagName("name").item(0).getTextContent()).isEqualTo("A & <B>");
        assertThat(kml.getElementsByTagName("Placemark").getLength()).isEqualTo(2);
        assertThat(kml.getElementsByTagName("coordinates").item(0).getTextContent())
                .isEqualTo("6.9600000,50.9400000");
        // the schema of KML knows no time without seconds
        assertThat(kml.getElementsByTagName("when").item(0).getTextContent()).isEqualTo("2026-11-20T09:00:00");
        assertThat(kml.getElementsByTagName("styleUrl").item(0).getTextContent())
                .isEqualTo("#crack");
        assertThat(kml.getElementsByTagName("description").item(1).getTextContent())
                .contains("Riss", "second, line \u6a4b");
    }

    @Test
    void charts_are_files_of_their_own_as_svg_and_png() throws Exception {
        Map<String, Chart> charts = new ReviewCharts(inspected.report(), GERMAN).of(inspected.report());

        assertThat(charts).containsOnlyKeys("matrix", "roc", "precision-recall", "reliability");
        assertThat(charts.values())
                .allSatisfy(chart -> assertThat(new String(ChartFile.svg(chart), StandardCharsets.UTF_8))
                        .doesNotContainPattern(">[^<]*[0-9][.][0-9]"));
        assertThat(new String(ChartFile.svg(charts.get("roc")), StandardCharsets.UTF_8))
                .contains(">0,2<");
        for (Chart chart : charts.values()) {
            byte[] svg = ChartFile.svg(chart);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
            assertThat(new String(svg, StandardCharsets.UTF_8)).doesNotContain("var(");
            BufferedImage png = ImageIO.read(new ByteArrayInputStream(ChartFile.png(chart)));
            assertThat(colours(png)).isGreaterThan(20);
        }
    }

    @Test
    void without_both_kinds_of_decisions_there_is_the_matrix_alone() throws IOException {
        Inspected open = new Inspected(folder);
        open.judged("open.jpg", 0.9);

        assertThat(new ReviewCharts(open.report(), ENGLISH).of(open.report())).containsOnlyKeys("matrix");
    }

    private static long colours(BufferedImage image) {
        return java.util.stream.IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void annotated_photos_are_written_by_number_and_name_and_unreadable_ones_left_out() throws IOException {
        try (FindingPictures pictures = new FindingPictures(new ImageIoPhotoReader(), inspected::findings)) {
            int written = AnnotatedPhotos.write(
                    inspected.report().findings(),
                    pictures,
                    folder,
                    Locale.GERMAN,
                    ProgressListener.NONE,
                    new Cancellation());

            assertThat(written).isEqualTo(2);
        }
        BufferedImage marked = ImageIO.read(folder.resolve("001-=cmd.jpg").toFile());
        assertThat(marked.getWidth()).isEqualTo(480);
        // the badge of the evidence, in vermilion, lies on the map
        assertThat(java.util.stream.IntStream.range(0, 480 * 360)
                        .map(i -> marked.getRGB(i % 480, i / 480))
                        .filter(rgb -> (rgb >> 16 & 0xff) > 190 && (rgb & 0xff) < 60)
                        .count())
                .isGreaterThan(30);
        assertThat(folder.resolve("002-calm.jpg")).exists();
    }

    @Test
    void runs_of_numbers_are_told_as_runs() {
        assertThat(Numbers.runs(List.of(5, 1, 2, 3, 9))).isEqualTo("1\u20133, 5, 9");
        assertThat(Numbers.runs(List.of())).isEmpty();
        assertThat(Numbers.runs(List.of(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21)))
                .isEqualTo("1, 3, 5, 7, 9, 11, 13, 15, 17 \u2026 (11)");
    }
}
