package io.crackscope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.TileScore;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.learning.ModelDescription;
import io.crackscope.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes {@code inspect --json}. The fields are an interface: kept and only extended. */
final class InspectionJson implements InspectionSink {
    private final JsonTarget target;
    private final JsonGenerator json;
    private final Messages messages;
    private final Optional<PhotoScale> scale;

    /** {@code model} is null where there was no photo to load it for. */
    InspectionJson(JsonTarget target, @Nullable ModelDescription model, InspectionRequest request, Messages messages)
            throws IOException {
        this.target = target;
        this.json = target.json();
        this.messages = messages;
        this.scale = request.scale();
        json.writeStartObject();
        json.writeObjectFieldStart("model");
        json.writeStringField("name", model == null ? null : model.card().name());
        json.writeStringField("file", request.model().toString());
        json.writeStringField("engine", request.engine().word());
        if (model != null) {
            json.writeObjectFieldStart("thresholds");
            json.writeNumberField("uncertainFrom", model.thresholds().uncertainFrom());
            json.writeNumberField("crackFrom", model.thresholds().crackFrom());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("photos");
    }

    @Override
    public void photo(InspectionOutcome outcome, @Nullable Path overlay) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", outcome.file().toString());
        switch (outcome) {
            case InspectionOutcome.Inspected inspected -> inspected(inspected, overlay);
            case InspectionOutcome.Refused refused -> {
                json.writeStringField("status", "refused");
                json.writeStringField("reason", messages.refusal(refused.refusal()));
                json.writeStringField("refusal", refused.refusal().kind().name().toLowerCase(java.util.Locale.ROOT));
                for (String absent : new String[] {"verdict", "probability", "width", "height", "millis"}) {
                    json.writeNullField(absent);
                }
                json.writeArrayFieldStart("tiles");
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private void inspected(InspectionOutcome.Inspected inspected, @Nullable Path overlay) throws IOException {
        PhotoFacts facts = inspected.facts();
        json.writeStringField("status", "inspected");
        json.writeNullField("reason");
        json.writeStringField("verdict", inspected.verdict().word());
        json.writeNumberField("probability", inspected.probability());
        json.writeNumberField("width", facts.width());
        json.writeNumberField("height", facts.height());
        if (scale.isPresent()) {
            json.writeNumberField("mmPerPixel", scale.get().millimetresPerPixel());
        }
        json.writeNumberField("millis", inspected.millis());
        json.writeStringField("taken", facts.taken().map(Object::toString).orElse(null));
        json.writeStringField("camera", facts.camera().orElse(null));
        JsonTarget.number(json, "latitude", facts.latitude().orElse(Double.NaN));
        JsonTarget.number(json, "longitude", facts.longitude().orElse(Double.NaN));
        json.writeStringField("overlay", overlay == null ? null : overlay.toString());
        json.writeArrayFieldStart("evidence");
        for (Evidence piece : inspected.evidence()) {
            json.writeStartObject();
            json.writeNumberField("probability", piece.probability());
            json.writeNumberField("x", piece.left());
            json.writeNumberField("y", piece.top());
            json.writeNumberField("width", piece.right() - piece.left());
            json.writeNumberField("height", piece.bottom() - piece.top());
            json.writeNumberField("tiles", piece.tiles().size());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tiles");
        for (TileScore tile : inspected.map().tiles()) {
            json.writeStartObject();
            json.writeNumberField("x", tile.x());
            json.writeNumberField("y", tile.y());
            json.writeNumberField("width", tile.width());
            json.writeNumberField("height", tile.height());
            json.writeNumberField("probability", tile.probability());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void finish(boolean complete) throws IOException {
        json.writeEndArray();
        json.writeBooleanField("complete", complete);
        json.writeEndObject();
        target.commit();
    }
}
