package io.crackscope.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crackscope.project.AuditEntry;
import io.crackscope.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** Entries of an audit trail in words: the same on the terminal, in the window and in a report. */
public final class AuditWords {
    /** What stands where something was taken back. */
    private static final String NONE = "-";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Messages messages;

    public AuditWords(Messages messages) {
        this.messages = messages;
    }

    /** What kind of thing happened, such as "Decision" or "Taken back: decision". */
    public String what(AuditEntry entry) {
        String what = entry.what();
        int dot = what.indexOf('.');
        String way = dot < 0 ? "" : what.substring(0, dot);
        return switch (way) {
            case "undo" -> messages.get("audit.undo", known("audit.what.", what.substring(dot + 1)));
            case "redo" -> messages.get("audit.redo", known("audit.what.", what.substring(dot + 1)));
            default -> known("audit.what.", what);
        };
    }

    /** What it came to, in one line; the entry's own text where somebody wrote into it what the program never writes. */
    public String detail(AuditEntry entry) {
        try {
            JsonNode detail = JSON.readTree(entry.detail());
            String text = detail.has("answer") ? answer(detail.get("answer"), entry) : change(detail);
            return text.replace('\n', ' ');
        } catch (JsonProcessingException e) {
            return entry.detail();
        }
    }

    private String answer(JsonNode answer, AuditEntry entry) {
        String said = answer.has("verdict")
                ? messages.get(
                        "inspection.probability",
                        known("verdict.", answer.get("verdict").asText()),
                        Numbers.wholePercent(answer.path("probability").asDouble()))
                : known("refusal.", answer.path("refusal").asText());
        return entry.model().map(stamp -> said + ", " + stamp.name()).orElse(said);
    }

    private String change(JsonNode detail) {
        JsonNode after = detail.path("after");
        return switch (detail.path("aspect").asText()) {
            case "review" -> after.isNull() ? NONE : review(after);
            case "scale" -> after.isNull() ? NONE : scale(after);
            case "presence" ->
                (after.asBoolean() ? "+ " : "- ")
                        + detail.path("file").path("path").asText();
            case "path" -> detail.path("before").asText() + " -> " + after.asText();
            case "facts" -> facts(detail.path("before"), after);
            default -> "";
        };
    }

    private String review(JsonNode review) {
        String note = review.path("note").asText();
        String word = review.path("decision").asText("");
        String decision = word.isEmpty() ? NONE : known("decision.", word);
        return note.isEmpty() ? decision : messages.get("audit.review", decision, note);
    }

    private static String scale(JsonNode scale) {
        return (scale.path("mmPerPixel").asText() + " mm/px "
                        + scale.path("source").asText())
                .strip();
    }

    /** The title of a new inspection, else what was changed. */
    private static String facts(JsonNode before, JsonNode after) {
        if (!before.isObject()) {
            return after.path("title").asText();
        }
        List<String> changed = new ArrayList<>();
        after.properties().forEach(field -> {
            if (!field.getValue().equals(before.get(field.getKey()))) {
                String value = field.getValue().asText();
                changed.add(value.isEmpty() ? NONE : value);
            }
        });
        return String.join(", ", changed);
    }

    /** Words are the program's own; a trail that somebody wrote into may hold others, which are shown as they are. */
    private String known(String prefix, String word) {
        return messages.bundle().containsKey(prefix + word) ? messages.get(prefix + word) : word;
    }
}
