package io.crackscope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.crackscope.evaluation.Comparison;
import io.crackscope.evaluation.Curves;
import io.crackscope.evaluation.GroupScore;
import io.crackscope.evaluation.Reliability;
import io.crackscope.evaluation.ScoredImage;
import io.crackscope.evaluation.Trial;
import java.io.IOException;
import java.util.List;

/** Writes {@code scorecard --json}. The fields are an interface: kept and only extended. */
final class ScorecardJson {
    private static final int WORST = 10;

    private final JsonGenerator json;

    ScorecardJson(JsonGenerator json) {
        this.json = json;
    }

    void write(Comparison comparison) throws IOException {
        json.writeStartObject();
        json.writeStringField("created", comparison.created());
        json.writeStringField("program", comparison.program());
        json.writeBooleanField("complete", comparison.complete());
        json.writeArrayFieldStart("models");
        for (Comparison.Subject model : comparison.models()) {
            model(model);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("data");
        for (Comparison.DataFacts data : comparison.data()) {
            data(data);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("results");
        for (Comparison.Result result : comparison.results()) {
            result(result);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void model(Comparison.Subject model) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", model.name());
        json.writeStringField("file", model.file());
        json.writeStringField("card", model.card().name());
        json.writeStringField("split", model.card().split());
        json.writeNumberField("threshold", model.threshold());
        json.writeNumberField("temperature", model.temperature());
        if (model.memory().isPresent()) {
            json.writeObjectFieldStart("remembers");
            json.writeNumberField("train", model.memory().get().trainImages());
            json.writeNumberField("validation", model.memory().get().validationImages());
            json.writeNumberField("groups", model.memory().get().groups());
            json.writeEndObject();
        } else {
            json.writeNullField("remembers");
        }
        json.writeEndObject();
    }

    private void data(Comparison.DataFacts data) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", data.name());
        json.writeNumberField("images", data.images());
        json.writeNumberField("crack", data.cracks());
        json.writeNumberField("groups", data.groups());
        json.writeNumberField("duplicates", data.duplicates());
        json.writeNumberField("bothWays", data.bothWays());
        json.writeNumberField("nearBothWays", data.nearBothWays());
        json.writeNumberField("refused", data.refused());
        json.writeEndObject();
    }

    private void result(Comparison.Result result) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", result.model());
        json.writeStringField("data", result.data());
        json.writeObjectFieldStart("leaks");
        json.writeNumberField("trained", result.known().trained());
        json.writeNumberField("validated", result.known().validated());
        json.writeNumberField("nearImage", result.known().near());
        json.writeNumberField("sameGroup", result.known().sameGroup());
        json.writeNumberField("unseen", result.known().unseen());
        json.writeBooleanField("groupsCut", result.known().cut());
        json.writeEndObject();
        json.writeArrayFieldStart("scores");
        for (Trial trial : result.trials()) {
            trial(trial);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void trial(Trial trial) throws IOException {
        json.writeStartObject();
        json.writeStringField("heldOut", trial.heldOut().word());
        ScoreJson.fields(json, trial.score(), 0);
        points("roc", Curves.roc(trial.images()));
        points("precisionRecall", Curves.precisionRecall(trial.images()));
        json.writeArrayFieldStart("reliability");
        for (Reliability.Bin bin : Reliability.of(trial.images())) {
            json.writeStartObject();
            json.writeNumberField("from", bin.from());
            json.writeNumberField("to", bin.to());
            json.writeNumberField("images", bin.images());
            JsonTarget.number(json, "meanProbability", bin.meanProbability());
            JsonTarget.number(json, "crackShare", bin.crackShare());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("groupScores");
        for (GroupScore group :
                GroupScore.worstFirst(trial.images(), trial.score().threshold(), 1)) {
            json.writeStartObject();
            json.writeStringField("group", group.group());
            json.writeNumberField("tp", group.confusion().tp());
            json.writeNumberField("fp", group.confusion().fp());
            json.writeNumberField("tn", group.confusion().tn());
            json.writeNumberField("fn", group.confusion().fn());
            json.writeEndObject();
        }
        json.writeEndArray();
        images("worstMisses", trial.worstMisses(WORST));
        images("worstFalseAlarms", trial.worstFalseAlarms(WORST));
        json.writeEndObject();
    }

    /** Points as {@code [x, y]}. */
    private void points(String name, List<Curves.Point> points) throws IOException {
        json.writeArrayFieldStart(name);
        for (Curves.Point point : points) {
            json.writeArray(new double[] {point.x(), point.y()}, 0, 2);
        }
        json.writeEndArray();
    }

    private void images(String name, List<ScoredImage> images) throws IOException {
        json.writeArrayFieldStart(name);
        for (ScoredImage image : images) {
            json.writeStartObject();
            json.writeStringField("image", image.image());
            json.writeStringField("group", image.group());
            json.writeNumberField("probability", image.probability());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
