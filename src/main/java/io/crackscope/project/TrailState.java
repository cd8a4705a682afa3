package io.crackscope.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** What a project should say, by its audit trail: the last that the entries made of each thing. */
final class TrailState {
    /** The photo number that stands for the project itself. */
    static final long PROJECT = 0;

    private final Map<Aspect, Map<Long, Last>> aspects = new TreeMap<>();
    private final Map<Long, Last> files = new TreeMap<>();
    private final Map<Long, Last> records = new TreeMap<>();
    private final Map<Long, Last> answers = new TreeMap<>();

    /**
     * What a thing should be.
     *
     * @param form as JSON
     * @param seq of the entry that made it so
     */
    record Last(JsonNode form, long seq) {}

    /** Takes in an entry whose hash is right; a RuntimeException where it says what the program never writes. */
    void take(AuditTrail.Line line) {
        JsonNode detail = Forms.parse(line.detail());
        long photo = line.photo() == null ? PROJECT : line.photo();
        if (detail.has("aspect")) {
            Aspect aspect = Aspect.ofWord(detail.get("aspect").asText());
            Last after = new Last(detail.required("after"), line.seq());
            aspects.computeIfAbsent(aspect, a -> new TreeMap<>()).put(photo, after);
            if (aspect == Aspect.PATH && files.get(photo) instanceof Last(ObjectNode file, long seq)) {
                ObjectNode moved = file.deepCopy();
                moved.set("path", after.form);
                files.put(photo, new Last(moved, line.seq()));
            }
        }
        if (detail.has("file")) {
            files.put(photo, new Last(detail.get("file"), line.seq()));
        }
        if (detail.has("answer")) {
            answers.put(detail.get("answer").required("id").asLong(), new Last(detail.get("answer"), line.seq()));
            records.put(photo, new Last(detail.required("photo"), line.seq()));
        }
    }

    /** By photo. */
    Map<Long, Last> aspect(Aspect aspect) {
        return aspects.getOrDefault(aspect, Map.of());
    }

    /** Path, size and place, by photo. */
    Map<Long, Last> files() {
        return files;
    }

    /** SHA-256 and facts, by photo that has an answer. */
    Map<Long, Last> records() {
        return records;
    }

    /** By answer. */
    Map<Long, Last> answers() {
        return answers;
    }
}
