package io.crackscope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.crackscope.domain.ModelStamp;
import io.crackscope.project.AuditEntry;
import io.crackscope.project.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes {@code audit --json}. The fields are an interface: kept and only extended. */
final class AuditJson {
    private final JsonGenerator json;
    private final Console console;

    AuditJson(JsonGenerator json, Console console) {
        this.json = json;
        this.console = console;
    }

    void write(Path file, List<AuditEntry> entries, Verification verification) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.toString());
        json.writeArrayFieldStart("entries");
        for (AuditEntry entry : entries) {
            write(entry);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("verification");
        switch (verification) {
            case Verification.Whole whole -> {
                json.writeBooleanField("whole", true);
                json.writeNumberField("entries", whole.entries());
                json.writeStringField("head", whole.head());
            }
            case Verification.Broken broken -> {
                json.writeBooleanField("whole", false);
                json.writeNumberField("seq", broken.seq());
                json.writeStringField("fault", broken.fault().name().toLowerCase(Locale.ROOT));
                json.writeStringField("text", console.text(broken.fault().key()));
                json.writeStringField("what", broken.what());
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(AuditEntry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("seq", entry.seq());
        json.writeStringField("time", entry.when().toString());
        json.writeStringField("who", entry.who());
        json.writeStringField("what", entry.what());
        if (entry.photo().isPresent()) {
            json.writeNumberField("photo", entry.photo().get().number());
        } else {
            json.writeNullField("photo");
        }
        json.writeStringField("photoName", entry.photoName());
        // as text: its hash is that of these very characters
        json.writeStringField("detail", entry.detail());
        json.writeStringField("model", entry.model().map(ModelStamp::name).orElse(null));
        json.writeStringField(
                "modelSha256", entry.model().map(ModelStamp::sha256).orElse(null));
        json.writeStringField("previous", entry.previous());
        json.writeStringField("hash", entry.hash());
        json.writeEndObject();
    }
}
