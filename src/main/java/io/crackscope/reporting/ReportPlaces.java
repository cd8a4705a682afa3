package io.crackscope.reporting;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Review;
import io.crackscope.domain.Verdict;
import io.crackscope.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes where the photos of an inspection report were taken, for maps: GeoJSON (RFC 7946) and KML 2.2. */
public final class ReportPlaces {
    private ReportPlaces() {}

    /** Writes a feature collection to {@code out}, which stays open; photos without a position are only counted. */
    public static void geoJson(InspectionReport report, OutputStream out) throws IOException {
        List<Finding> placed = PlaceSketch.placed(report.findings());
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out, JsonEncoding.UTF8)
                .setPrettyPrinter(new DefaultPrettyPrinter())
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("name", report.facts().title());
            json.writeNumberField("withoutPosition", report.findings().size() - placed.size());
            json.writeArrayFieldStart("features");
            for (Finding finding : placed) {
                feature(json, finding);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void feature(JsonGenerator json, Finding finding) throws IOException {
        PhotoFacts facts = finding.photo().facts().orElseThrow();
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeNumberField("id", finding.number());
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeFieldName("coordinates");
        double[] point = {facts.longitude().orElseThrow(), facts.latitude().orElseThrow()};
        json.writeArray(point, 0, 2);
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeNumberField("number", finding.number());
        json.writeStringField("photo", finding.photo().name());
        json.writeStringField(
                "model", finding.judged().map(answer -> answer.verdict().word()).orElse(null));
        if (finding.judged().isPresent()) {
            json.writeNumberField("probability", finding.probability());
        } else {
            json.writeNullField("probability");
        }
        json.writeStringField(
                "person", finding.decision().map(Review.Decision::word).orElse(null));
        json.writeStringField("note", finding.note());
        json.writeBooleanField("awaitsReview", finding.awaitsReview());
        json.writeStringField("taken", facts.taken().map(Object::toString).orElse(null));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Writes placemarks, in the colour of the verdict, to {@code out}, which stays open. */
    public static void kml(InspectionReport report, Messages messages, OutputStream out) throws IOException {
        InspectionWords words = new InspectionWords(messages, report.made().getZone());
        StringBuilder kml = new StringBuilder();
        kml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        kml.append("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n");
        kml.append("<name>").append(Html.escaped(report.facts().title())).append("</name>\n");
        kml.append("<description>")
                .append(Html.escaped(words.get("inspection.screening")))
                .append("</description>\n");
        for (Verdict verdict : Verdict.values()) {
            style(kml, Optional.of(verdict));
        }
        style(kml, Optional.empty());
        for (Finding finding : PlaceSketch.placed(report.findings())) {
            placemark(kml, finding, words);
        }
        kml.append("</Document></kml>\n");
        out.write(kml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void style(StringBuilder kml, Optional<Verdict> verdict) {
        String rgb = InspectionSections.ink(verdict).light().substring(1);
        // KML writes blue before green before red
        String colour = "ff" + rgb.substring(4) + rgb.substring(2, 4) + rgb.substring(0, 2);
        kml.append("<Style id=\"")
                .append(style(verdict))
                .append("\"><IconStyle><color>")
                .append(colour)
                .append("</color></IconStyle></Style>\n");
    }

    private static String style(Optional<Verdict> verdict) {
        return verdict.map(Verdict::word).orElse("none");
    }

    private static void placemark(StringBuilder kml, Finding finding, InspectionWords words) {
        PhotoFacts facts = finding.photo().facts().orElseThrow();
        String said = words.get("inspection.finding.model") + ": " + words.model(finding) + "\n"
                + words.get("inspection.finding.person") + ": " + words.person(finding)
                + (finding.note().isEmpty() ? "" : "\n" + finding.note());
        kml.append("<Placemark><name>")
                .append(Html.escaped(finding.number() + " " + finding.photo().name()))
                .append("</name><description>")
                .append(Html.escaped(said))
                .append("</description>");
        facts.taken()
                .ifPresent(
                        // xsd:dateTime: seconds always, which toString leaves out where they are zero
                        taken -> kml.append("<TimeStamp><when>")
                                .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(taken))
                                .append("</when></TimeStamp>"));
        kml.append("<styleUrl>#")
                .append(style(finding.judged().map(ModelAnswer.Judged::verdict)))
                .append("</styleUrl><Point><coordinates>")
                .append(String.format(
                        Locale.ROOT,
                        "%.7f,%.7f",
                        facts.longitude().orElseThrow(),
                        facts.latitude().orElseThrow()))
                .append("</coordinates></Point></Placemark>\n");
    }
}
