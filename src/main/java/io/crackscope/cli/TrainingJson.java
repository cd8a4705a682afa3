package io.crackscope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.crackscope.dataset.LabelledImage;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitLeaks;
import io.crackscope.domain.Label;
import io.crackscope.learning.Augmentation;
import io.crackscope.learning.EpochScore;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.learning.TrainingPlan;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes {@code train --json}. The fields are an interface: kept and only extended. */
final class TrainingJson {
    private final JsonGenerator json;

    TrainingJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes everything but the test score, whose field follows in the object that is open. */
    void run(TrainingPlan plan, Split split, SplitLeaks leaks, TrainingOutcome outcome) throws IOException {
        plan(plan);
        split(split);
        json.writeObjectFieldStart("leaks");
        leaks("validation", leaks.validation());
        leaks("test", leaks.test());
        json.writeEndObject();
        json.writeArrayFieldStart("epochs");
        for (EpochScore epoch : outcome.epochs()) {
            epoch(epoch);
        }
        json.writeEndArray();
        json.writeNumberField("bestEpoch", bestEpoch(outcome));
        json.writeStringField("stopReason", stopReason(outcome));
    }

    static int bestEpoch(TrainingOutcome outcome) {
        return switch (outcome) {
            case TrainingOutcome.Finished finished -> finished.bestEpoch();
            case TrainingOutcome.Cancelled cancelled -> cancelled.bestEpoch();
            case TrainingOutcome.Failed failed -> failed.bestEpoch();
        };
    }

    private static String stopReason(TrainingOutcome outcome) {
        return switch (outcome) {
            case TrainingOutcome.Finished finished -> finished.reason().name().toLowerCase(Locale.ROOT);
            case TrainingOutcome.Cancelled cancelled -> "cancelled";
            case TrainingOutcome.Failed failed -> "failed: " + failed.reason();
        };
    }

    private void plan(TrainingPlan plan) throws IOException {
        json.writeObjectFieldStart("plan");
        json.writeStringField("preset", plan.preset().word());
        json.writeNumberField("epochs", plan.epochs());
        json.writeNumberField("patience", plan.patience());
        json.writeNumberField("batch", plan.batch());
        json.writeNumberField("learningRate", plan.learningRate());
        json.writeStringField("schedule", plan.schedule().name().toLowerCase(Locale.ROOT));
        Augmentation augmentation = plan.augmentation();
        json.writeObjectFieldStart("augmentation");
        json.writeBooleanField("flips", augmentation.flips());
        json.writeNumberField("scale", augmentation.scale());
        json.writeNumberField("light", augmentation.light());
        json.writeNumberField("blur", augmentation.blur());
        json.writeNumberField("jpeg", augmentation.jpeg());
        json.writeNumberField("grey", augmentation.grey());
        json.writeNumberField("noise", augmentation.noise());
        json.writeEndObject();
        json.writeBooleanField("classWeights", plan.classWeights());
        json.writeNumberField("labelSmoothing", plan.labelSmoothing());
        json.writeNumberField("seed", plan.seed());
        json.writeEndObject();
    }

    private void split(Split split) throws IOException {
        json.writeObjectFieldStart("split");
        json.writeStringField("kind", split.kind());
        json.writeNumberField("seed", split.seed());
        part("train", split.train());
        part("validation", split.validation());
        part("test", split.test());
        json.writeEndObject();
    }

    private void part(String name, List<LabelledImage> images) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("images", images.size());
        json.writeNumberField("crack", LabelledData.count(images, Label.CRACK));
        json.writeNumberField(
                "groups", images.stream().map(LabelledImage::group).distinct().count());
        json.writeEndObject();
    }

    private void leaks(String name, SplitLeaks.Part part) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("images", part.images());
        json.writeNumberField("sameImage", part.same());
        json.writeNumberField("nearImage", part.near());
        json.writeNumberField("sameGroup", part.sameGroup());
        json.writeNumberField("groups", part.groups());
        json.writeEndObject();
    }

    private void epoch(EpochScore epoch) throws IOException {
        json.writeStartObject();
        json.writeNumberField("epoch", epoch.epoch());
        JsonTarget.number(json, "trainLoss", epoch.trainLoss());
        JsonTarget.number(json, "trainAccuracy", epoch.trainAccuracy());
        JsonTarget.number(json, "validationLoss", epoch.validationLoss());
        JsonTarget.number(json, "validationAccuracy", epoch.validationAccuracy());
        JsonTarget.number(json, "seconds", epoch.seconds());
        JsonTarget.number(json, "imagesPerSecond", epoch.imagesPerSecond());
        json.writeEndObject();
    }
}
