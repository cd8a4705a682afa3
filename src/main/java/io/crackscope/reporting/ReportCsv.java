package io.crackscope.reporting;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Review;
import io.crackscope.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Writes the photos of an inspection report, one row each, as a table for an office (RFC 4180, UTF-8 with a byte order
 * mark, by which Excel knows it). In a language with decimal commas cells are parted by semicolons, as Excel and
 * LibreOffice expect in its countries, else by commas. Texts that would run as a formula get an apostrophe in front.
 */
public final class ReportCsv {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> COLUMNS = List.of(
            "number",
            "photo",
            "model",
            "probability",
            "reason",
            "person",
            "note",
            "reviewer",
            "reviewed",
            "awaits",
            "places",
            "x",
            "y",
            "width",
            "height",
            "width_mm",
            "height_mm",
            "scale",
            "taken",
            "camera",
            "latitude",
            "longitude",
            "photo_width",
            "photo_height",
            "sha256",
            "model_name",
            "path");

    private final InspectionReport report;
    private final Messages messages;
    private final InspectionWords words;
    private final char decimal;

    private ReportCsv(InspectionReport report, Messages messages) {
        this.report = report;
        this.messages = messages;
        this.words = new InspectionWords(messages, report.made().getZone());
        this.decimal = DecimalFormatSymbols.getInstance(messages.locale()).getDecimalSeparator();
    }

    /** Writes the table in the language of {@code messages} to {@code out}, which stays open. */
    public static void write(InspectionReport report, Messages messages, OutputStream out) throws IOException {
        ReportCsv csv = new ReportCsv(report, messages);
        StringBuilder text = new StringBuilder("\ufeff");
        csv.row(
                text,
                COLUMNS.stream()
                        .map(name -> messages.get("inspection.csv." + name))
                        .toList());
        for (Finding finding : report.findings()) {
            csv.row(text, csv.cells(finding));
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void row(StringBuilder text, List<String> cells) {
        boolean semicolons = decimal == ',' || messages.locale().getLanguage().equals("de");
        String separator = semicolons ? ";" : ",";
        text.append(cells.stream().map(ReportCsv::quoted).collect(Collectors.joining(separator)))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",;\t\r\n].*") || !cell.equals(cell.strip())
                ? "\"" + cell.replace("\"", "\"\"") + "\""
                : cell;
    }

    private List<String> cells(Finding finding) {
        Optional<ModelAnswer.Judged> judged = finding.judged();
        Optional<Review> review = finding.photo().review();
        Optional<PhotoFacts> facts = finding.photo().facts();
        Optional<Evidence> first = finding.evidence().stream().findFirst();
        OptionalDouble scale = finding.photo()
                .scale()
                .map(known -> OptionalDouble.of(known.millimetresPerPixel()))
                .orElse(OptionalDouble.empty());
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(finding.number()));
        cells.add(CsvRows.harmless(finding.photo().name()));
        cells.add(words.verdict(judged.map(ModelAnswer.Judged::verdict)));
        cells.add(judged.map(answer -> figure(answer.probability(), 4)).orElse(""));
        cells.add(finding.isNotInspected() ? CsvRows.harmless(words.reason(finding)) : "");
        cells.add(words.person(finding));
        cells.add(CsvRows.harmless(finding.note()));
        cells.add(review.map(known -> CsvRows.harmless(known.who())).orElse(""));
        ZoneId zone = report.made().getZone();
        cells.add(review.map(known -> TIME.format(known.when().atZone(zone))).orElse(""));
        cells.add(messages.get(finding.awaitsReview() ? "inspection.csv.yes" : "inspection.csv.no"));
        cells.add(String.valueOf(finding.evidence().size()));
        cells.add(first.map(piece -> String.valueOf(piece.left())).orElse(""));
        cells.add(first.map(piece -> String.valueOf(piece.top())).orElse(""));
        cells.add(
                first.map(piece -> String.valueOf(piece.right() - piece.left())).orElse(""));
        cells.add(
                first.map(piece -> String.valueOf(piece.bottom() - piece.top())).orElse(""));
        cells.add(millimetres(first.map(piece -> piece.right() - piece.left()), scale));
        cells.add(millimetres(first.map(piece -> piece.bottom() - piece.top()), scale));
        cells.add(scale.isPresent() ? figure(scale.getAsDouble(), 5) : "");
        cells.add(facts.flatMap(PhotoFacts::taken).map(this::local).orElse(""));
        cells.add(facts.flatMap(PhotoFacts::camera).map(CsvRows::harmless).orElse(""));
        cells.add(facts.map(PhotoFacts::latitude).map(this::degrees).orElse(""));
        cells.add(facts.map(PhotoFacts::longitude).map(this::degrees).orElse(""));
        cells.add(facts.map(known -> String.valueOf(known.width())).orElse(""));
        cells.add(facts.map(known -> String.valueOf(known.height())).orElse(""));
        cells.add(finding.photo().sha256().orElse(""));
        cells.add(finding.photo()
                .latest()
                .map(answer -> CsvRows.harmless(answer.answer().model().name()))
                .orElse(""));
        cells.add(CsvRows.harmless(finding.photo().file().toString()));
        return cells;
    }

    private String local(LocalDateTime time) {
        return TIME.format(time);
    }

    private String degrees(OptionalDouble degrees) {
        return degrees.isPresent() ? figure(degrees.getAsDouble(), 6) : "";
    }

    private String millimetres(Optional<Integer> pixels, OptionalDouble scale) {
        return pixels.isPresent() && scale.isPresent() ? figure(pixels.get() * scale.getAsDouble(), 1) : "";
    }

    private String figure(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value).replace('.', decimal);
    }
}
