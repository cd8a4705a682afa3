package io.crackscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crackscope.project.AuditEntry;
import io.crackscope.project.Verification;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The audit trail on the terminal: a row an entry, and what its verification came to. */
final class AuditTable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_DETAIL = 60;

    private final Console console;

    AuditTable(Console console) {
        this.console = console;
    }

    void print(List<AuditEntry> entries, Verification verification) {
        int seq =
                width(entries.stream().map(entry -> Long.toString(entry.seq())).toList(), "#");
        int who = width(entries.stream().map(AuditTable::who).toList(), console.text("cli.audit.who"));
        int what = width(entries.stream().map(AuditTable::what).toList(), console.text("cli.audit.what"));
        int photo = width(entries.stream().map(AuditTable::photo).toList(), console.text("cli.audit.photo"));
        String form = "%" + seq + "s  %-19s  %-" + who + "s  %-" + what + "s  %-" + photo + "s  %s";
        console.line(form.formatted(
                        "#",
                        console.text("cli.audit.time"),
                        console.text("cli.audit.who"),
                        console.text("cli.audit.what"),
                        console.text("cli.audit.photo"),
                        console.text("cli.audit.detail"))
                .stripTrailing());
        for (AuditEntry entry : entries) {
            console.line(form.formatted(
                            entry.seq(),
                            TIME.format(entry.when()),
                            who(entry),
                            what(entry),
                            photo(entry),
                            detail(entry))
                    .stripTrailing());
        }
        console.line("");
        switch (verification) {
            case Verification.Whole whole -> {
                console.line(console.coloured(console.text("cli.audit.whole", whole.entries()), 36));
                console.line(console.text("cli.audit.whole.head", whole.head()));
            }
            case Verification.Broken broken -> {
                String fault = console.text(broken.fault().key());
                String line = broken.seq() == 0
                        ? console.text("cli.audit.broken", fault)
                        : console.text("cli.audit.broken.at", Long.toString(broken.seq()), fault);
                console.line(console.coloured(line, 166));
                console.line(Console.plain(broken.what()));
            }
        }
    }

    private static int width(List<String> column, String heading) {
        return column.stream().mapToInt(String::length).reduce(heading.length(), Math::max);
    }

    private static String who(AuditEntry entry) {
        return Console.plain(entry.who());
    }

    private static String what(AuditEntry entry) {
        return Console.plain(entry.what());
    }

    private static String photo(AuditEntry entry) {
        return Console.plain(entry.photoName());
    }

    /** What is there since, in the words of the file; notes are cut. */
    private static String detail(AuditEntry entry) {
        try {
            JsonNode detail = JSON.readTree(entry.detail());
            String text = Console.plain(
                    detail.has("answer")
                            ? answer(detail.get("answer"), entry)
                            : after(detail).replace('\n', ' '));
            return text.length() > MOST_DETAIL ? text.substring(0, MOST_DETAIL - 3) + "..." : text;
        } catch (JsonProcessingException e) {
            return Console.plain(entry.detail());
        }
    }

    private static String answer(JsonNode answer, AuditEntry entry) {
        String model = entry.model().map(stamp -> ", " + stamp.name()).orElse("");
        return answer.has("verdict")
                ? answer.get("verdict").asText() + " "
                        + Figure.wholePercent(answer.path("probability").asDouble()) + model
                : answer.path("refusal").asText() + model;
    }

    private static String after(JsonNode detail) {
        JsonNode after = detail.path("after");
        return switch (detail.path("aspect").asText()) {
            case "review" -> after.isNull() ? Figure.NONE : review(after);
            case "scale" ->
                after.isNull()
                        ? Figure.NONE
                        : (after.path("mmPerPixel").asText() + " mm/px "
                                        + after.path("source").asText())
                                .strip();
            case "presence" ->
                (after.asBoolean() ? "+ " : "- ")
                        + detail.path("file").path("path").asText();
            case "path" -> detail.path("before").asText() + " -> " + after.asText();
            case "facts" -> after.path("title").asText();
            default -> "";
        };
    }

    private static String review(JsonNode review) {
        String note = review.path("note").asText();
        String decision = review.path("decision").asText(Figure.NONE);
        return note.isEmpty() ? decision : decision + " \"" + note + '"';
    }
}
