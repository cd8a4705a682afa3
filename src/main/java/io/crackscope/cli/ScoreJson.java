package io.crackscope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.crackscope.domain.ClassScore;
import io.crackscope.domain.Label;
import io.crackscope.domain.Scorecard;
import java.io.IOException;
import java.util.List;

/** Writes a scorecard as {@code evaluate --json} does. The fields are an interface: kept and only extended. */
final class ScoreJson {
    private ScoreJson() {}

    /** Writes the fields of {@code score} into the object that is open. */
    static void fields(JsonGenerator json, Scorecard score, int refused) throws IOException {
        json.writeStringField("split", score.split());
        json.writeNumberField("images", score.images());
        json.writeNumberField("refused", refused);
        json.writeNumberField("threshold", score.threshold());
        JsonTarget.number(json, "accuracy", score.accuracy());
        JsonTarget.number(json, "loss", score.loss());
        JsonTarget.number(json, "auroc", score.auroc());
        JsonTarget.number(json, "averagePrecision", score.averagePrecision());
        JsonTarget.number(json, "ece", score.calibrationError());
        json.writeObjectFieldStart("confusion");
        json.writeNumberField("tp", score.confusion().tp());
        json.writeNumberField("fp", score.confusion().fp());
        json.writeNumberField("tn", score.confusion().tn());
        json.writeNumberField("fn", score.confusion().fn());
        json.writeEndObject();
        json.writeObjectFieldStart("classes");
        for (Label label : List.of(Label.CRACK, Label.NO_CRACK)) {
            ClassScore classScore = score.confusion().score(label);
            json.writeObjectFieldStart(label.word());
            JsonTarget.number(json, "precision", classScore.precision());
            JsonTarget.number(json, "recall", classScore.recall());
            JsonTarget.number(json, "f1", classScore.f1());
            json.writeNumberField("support", classScore.support());
            json.writeObjectFieldStart("intervals");
            JsonTarget.interval(json, "precision", score.intervals(label).precision());
            JsonTarget.interval(json, "recall", score.intervals(label).recall());
            JsonTarget.interval(json, "f1", score.intervals(label).f1());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("intervals");
        JsonTarget.interval(json, "accuracy", score.accuracyInterval());
        JsonTarget.interval(json, "auroc", score.aurocInterval());
        JsonTarget.interval(json, "recall", score.crackIntervals().recall());
        JsonTarget.interval(json, "precision", score.crackIntervals().precision());
        JsonTarget.interval(json, "f1", score.crackIntervals().f1());
        JsonTarget.interval(json, "averagePrecision", score.averagePrecisionInterval());
        JsonTarget.interval(json, "loss", score.lossInterval());
        JsonTarget.interval(json, "ece", score.calibrationErrorInterval());
        json.writeEndObject();
        json.writeNumberField("groups", score.groups());
    }
}
