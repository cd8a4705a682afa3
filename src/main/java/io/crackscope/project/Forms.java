package io.crackscope.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crackscope.domain.PhotoScale;
import java.util.Optional;

/** How things that change are written in steps and in the audit trail: JSON, null for what is not there. */
final class Forms {
    static final JsonNode NONE = NullNode.getInstance();

    private static final ObjectMapper JSON = new ObjectMapper();

    private Forms() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String text(JsonNode node) {
        return node.toString();
    }

    /** Throws IllegalStateException for what is no JSON: someone changed the file. */
    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + text, e);
        }
    }

    static JsonNode of(PhotoScale scale) {
        return object().put("mmPerPixel", scale.millimetresPerPixel()).put("source", scale.source());
    }

    static JsonNode of(ProjectFacts facts) {
        return object().put("title", facts.title())
                .put("structure", facts.structure())
                .put("element", facts.element())
                .put("inspector", facts.inspector())
                .put("client", facts.client())
                .put("date", facts.date().toString())
                .put("remarks", facts.remarks());
    }

    static JsonNode orNone(Optional<? extends JsonNode> form) {
        return form.isPresent() ? form.get() : NONE;
    }
}
