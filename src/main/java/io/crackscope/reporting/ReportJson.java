package io.crackscope.reporting;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.Review;
import io.crackscope.domain.Verdict;
import io.crackscope.project.AuditEntry;
import io.crackscope.project.ProjectFacts;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.project.Verification;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes an inspection report as JSON for other programs, as {@code inspection-report-1.schema.json} beside this class
 * says. Fields are only ever added within a version.
 */
public final class ReportJson {
    /** Version of the form; in every file. */
    public static final int VERSION = 1;

    private final JsonGenerator json;

    private ReportJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the whole document, UTF-8, to {@code out}, which stays open. */
    public static void write(InspectionReport report, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out, JsonEncoding.UTF8)
                .setPrettyPrinter(new DefaultPrettyPrinter())
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            new ReportJson(json).report(report);
        }
    }

    private void report(InspectionReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", "crackscope-inspection-report");
        json.writeNumberField("version", VERSION);
        json.writeStringField("made", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(report.made()));
        json.writeStringField("program", report.program());
        json.writeStringField("screening", "A verdict of the model is a proposal to a person, not a finding.");
        inspection(report.facts());
        summary(report);
        json.writeArrayFieldStart("models");
        for (ModelUse model : report.models()) {
            model(model);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("photos");
        for (Finding finding : report.findings()) {
            photo(finding);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("leftOut");
        for (Finding finding : report.leftOut()) {
            json.writeString(finding.photo().name());
        }
        json.writeEndArray();
        if (report.audit().isPresent()) {
            audit(report.audit().get());
        } else {
            json.writeNullField("audit");
        }
        json.writeEndObject();
    }

    private void inspection(ProjectFacts facts) throws IOException {
        json.writeObjectFieldStart("inspection");
        json.writeStringField("title", facts.title());
        json.writeStringField("structure", facts.structure());
        json.writeStringField("element", facts.element());
        json.writeStringField("inspector", facts.inspector());
        json.writeStringField("client", facts.client());
        json.writeStringField("date", facts.date().toString());
        json.writeStringField("remarks", facts.remarks());
        json.writeEndObject();
    }

    private void summary(InspectionReport report) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("photos", report.findings().size());
        json.writeNumberField("awaitingReview", report.awaitingReview());
        json.writeNumberField("leftOut", report.leftOut().size());
        ReviewMatrix matrix = report.matrix();
        json.writeArrayFieldStart("matrix");
        for (int row = 0; row <= ReviewMatrix.NO_VERDICT; row++) {
            Optional<Verdict> verdict =
                    row == ReviewMatrix.NO_VERDICT ? Optional.empty() : Optional.of(Verdict.values()[row]);
            for (int column = 0; column <= ReviewMatrix.NO_DECISION; column++) {
                Optional<Review.Decision> decision = column == ReviewMatrix.NO_DECISION
                        ? Optional.empty()
                        : Optional.of(Review.Decision.values()[column]);
                json.writeStartObject();
                json.writeStringField("model", verdict.map(Verdict::word).orElse(null));
                json.writeStringField(
                        "person", decision.map(Review.Decision::word).orElse(null));
                json.writeNumberField("photos", matrix.count(verdict, decision));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void model(ModelUse model) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", model.stamp().name());
        json.writeStringField("sha256", model.stamp().sha256());
        json.writeNumberField("photos", model.photos());
        if (model.thresholds().isPresent()) {
            json.writeObjectFieldStart("thresholds");
            json.writeNumberField("uncertainFrom", model.thresholds().get().uncertainFrom());
            json.writeNumberField("crackFrom", model.thresholds().get().crackFrom());
            json.writeEndObject();
        } else {
            json.writeNullField("thresholds");
        }
        json.writeArrayFieldStart("limits");
        if (model.facts().isPresent()) {
            for (String limit : model.facts().get().card().limits()) {
                json.writeString(limit);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void photo(Finding finding) throws IOException {
        ProjectPhoto photo = finding.photo();
        json.writeStartObject();
        json.writeNumberField("number", finding.number());
        json.writeStringField("name", photo.name());
        json.writeStringField("path", photo.file().toString());
        json.writeStringField("sha256", photo.sha256().orElse(null));
        facts(photo.facts());
        if (photo.scale().isPresent()) {
            json.writeObjectFieldStart("scale");
            json.writeNumberField("millimetresPerPixel", photo.scale().get().millimetresPerPixel());
            json.writeStringField("source", photo.scale().get().source());
            json.writeEndObject();
        } else {
            json.writeNullField("scale");
        }
        answer(finding);
        review(photo.review());
        json.writeBooleanField("awaitsReview", finding.awaitsReview());
        json.writeArrayFieldStart("evidence");
        for (Evidence piece : finding.evidence()) {
            evidence(piece, photo);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void facts(Optional<PhotoFacts> known) throws IOException {
        if (known.isEmpty()) {
            json.writeNullField("picture");
            return;
        }
        PhotoFacts facts = known.get();
        json.writeObjectFieldStart("picture");
        json.writeNumberField("width", facts.width());
        json.writeNumberField("height", facts.height());
        json.writeStringField("taken", facts.taken().map(Object::toString).orElse(null));
        json.writeStringField("camera", facts.camera().orElse(null));
        number("latitude", facts.latitude());
        number("longitude", facts.longitude());
        json.writeEndObject();
    }

    private void answer(Finding finding) throws IOException {
        Optional<ModelAnswer> answer = finding.photo().latest().map(stored -> stored.answer());
        if (answer.isEmpty()) {
            json.writeNullField("model");
            return;
        }
        json.writeObjectFieldStart("model");
        json.writeStringField("name", answer.get().model().name());
        json.writeStringField("sha256", answer.get().model().sha256());
        json.writeStringField("time", answer.get().when().toString());
        switch (answer.get()) {
            case ModelAnswer.Judged judged -> {
                json.writeStringField("verdict", judged.verdict().word());
                json.writeNumberField("probability", judged.probability());
                json.writeNullField("refusal");
            }
            case ModelAnswer.Refused refused -> {
                json.writeNullField("verdict");
                json.writeNullField("probability");
                json.writeStringField("refusal", refused.refusal().kind().name().toLowerCase(Locale.ROOT));
            }
        }
        json.writeEndObject();
    }

    private void review(Optional<Review> known) throws IOException {
        if (known.isEmpty()) {
            json.writeNullField("person");
            return;
        }
        Review review = known.get();
        json.writeObjectFieldStart("person");
        json.writeStringField(
                "decision", review.decision().map(Review.Decision::word).orElse(null));
        json.writeStringField("note", review.note());
        json.writeStringField("name", review.who());
        json.writeStringField("time", review.when().toString());
        json.writeEndObject();
    }

    private void evidence(Evidence piece, ProjectPhoto photo) throws IOException {
        json.writeStartObject();
        json.writeNumberField("probability", piece.probability());
        json.writeNumberField("x", piece.left());
        json.writeNumberField("y", piece.top());
        json.writeNumberField("width", piece.right() - piece.left());
        json.writeNumberField("height", piece.bottom() - piece.top());
        OptionalDouble scale = photo.scale()
                .map(known -> OptionalDouble.of(known.millimetresPerPixel()))
                .orElse(OptionalDouble.empty());
        number("widthMillimetres", times(scale, piece.right() - piece.left()));
        number("heightMillimetres", times(scale, piece.bottom() - piece.top()));
        json.writeEndObject();
    }

    private static OptionalDouble times(OptionalDouble scale, int pixels) {
        return scale.isPresent() ? OptionalDouble.of(scale.getAsDouble() * pixels) : scale;
    }

    private void audit(AuditExtract audit) throws IOException {
        json.writeObjectFieldStart("audit");
        switch (audit.verification()) {
            case Verification.Whole whole -> {
                json.writeBooleanField("whole", true);
                json.writeNumberField("entries", whole.entries());
                json.writeStringField("head", whole.head());
            }
            case Verification.Broken broken -> {
                json.writeBooleanField("whole", false);
                json.writeNumberField("brokenFrom", broken.seq());
                json.writeStringField("fault", broken.fault().name().toLowerCase(Locale.ROOT));
            }
        }
        json.writeArrayFieldStart("extract");
        for (AuditEntry entry : audit.entries()) {
            json.writeStartObject();
            json.writeNumberField("seq", entry.seq());
            json.writeStringField("time", entry.when().toString());
            json.writeStringField("who", entry.who());
            json.writeStringField("what", entry.what());
            json.writeStringField("photo", entry.photoName().isEmpty() ? null : entry.photoName());
            json.writeStringField("previous", entry.previous());
            json.writeStringField("hash", entry.hash());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void number(String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsDouble());
        } else {
            json.writeNullField(name);
        }
    }
}
