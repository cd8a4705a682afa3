package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.PhotoScale;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Labels;
import io.crackscope.ui.common.Mark;
import io.crackscope.ui.common.MarkNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was found on the selected photo: verdict, probability, evidence, facts, and whose word it is. */
final class FindingsPane extends VBox {
    private final Messages messages;
    private final PhotoWords words;
    private final Consumer<Evidence> flyTo;
    private final VBox content = new VBox();
    private final ReviewPane review;
    private final ChangeListener<Object> listener = (observable, before, now) -> show();
    private @Nullable PhotoRow shown;

    FindingsPane(InspectionViewModel model, Messages messages, Consumer<Evidence> flyTo) {
        this.messages = messages;
        this.words = new PhotoWords(messages);
        this.flyTo = flyTo;
        setId("findings");
        getStyleClass().add("findings");
        setMinWidth(Settings.LEAST_FINDINGS_WIDTH);
        content.getStyleClass().add("findings-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label disclaimer = Labels.wrapped(messages.get("ui.findings.disclaimer"), "disclaimer");
        review = new ReviewPane(model, messages);
        getChildren().addAll(scroll, review, disclaimer);
        model.selectedProperty().addListener((observable, before, now) -> follow(now));
        follow(model.selectedProperty().get());
    }

    /** Puts the keyboard into the note. */
    void writeNote() {
        review.writeNote();
    }

    private void follow(@Nullable PhotoRow row) {
        if (shown != null) {
            shown.stateProperty().removeListener(listener);
            shown.scaleProperty().removeListener(listener);
        }
        shown = row;
        if (row != null) {
            row.stateProperty().addListener(listener);
            row.scaleProperty().addListener(listener);
        }
        show();
    }

    private void show() {
        content.getChildren().clear();
        if (shown == null) {
            return;
        }
        PhotoState state = shown.state();
        content.getChildren().add(verdict(state));
        switch (state) {
            case PhotoState.Inspected(var outcome) -> {
                evidence(outcome, shown.scale());
                facts(outcome, shown);
            }
            case PhotoState.Refused r ->
                content.getChildren().add(Labels.wrapped(words.reason(state), "findings-reason"));
            case PhotoState.Failed f ->
                content.getChildren()
                        .addAll(
                                Labels.wrapped(words.reason(state), "findings-reason"),
                                Labels.wrapped(messages.get("ui.findings.failed"), "findings-note"));
            case PhotoState.Unfinished u ->
                content.getChildren().add(Labels.wrapped(messages.get("ui.findings.unfinished"), "findings-note"));
            case PhotoState.Waiting w ->
                content.getChildren().add(Labels.wrapped(messages.get("ui.findings.waiting"), "findings-note"));
            case PhotoState.Inspecting i ->
                content.getChildren().add(Labels.wrapped(messages.get("ui.findings.inspecting"), "findings-note"));
        }
    }

    private Region verdict(PhotoState state) {
        Mark mark = PhotoWords.mark(state);
        String text = state instanceof PhotoState.Inspected(var outcome)
                ? words.verdict(outcome.verdict())
                : words.brief(state);
        Label word = Labels.wrapped(text, "verdict-word");
        word.setId("verdict-word");
        HBox line = new HBox(new MarkNode(mark, 20), word);
        line.getStyleClass().add("verdict-line");
        line.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(word, Priority.ALWAYS);
        VBox box = new VBox(line);
        box.getStyleClass().add("verdict");
        if (state instanceof PhotoState.Inspected) {
            Label number = Labels.wrapped(words.probability(state), "verdict-probability");
            number.setMinWidth(USE_PREF_SIZE);
            HBox probability =
                    new HBox(number, Labels.wrapped(messages.get("ui.findings.probability"), "verdict-caption"));
            probability.getStyleClass().add("verdict-numbers");
            probability.setAlignment(Pos.BASELINE_LEFT);
            box.getChildren().add(probability);
        }
        return box;
    }

    private void evidence(InspectionOutcome.Inspected outcome, Optional<PhotoScale> scale) {
        List<Evidence> found = outcome.evidence();
        content.getChildren()
                .addAll(
                        Labels.wrapped(messages.get("ui.findings.evidence", found.size()), "section-title"),
                        found.isEmpty()
                                ? Labels.wrapped(messages.get("ui.findings.no_evidence"), "findings-note")
                                : new EvidenceList(found, scale, flyTo, messages));
    }

    private void facts(InspectionOutcome.Inspected outcome, PhotoRow row) {
        content.getChildren()
                .addAll(
                        Labels.wrapped(messages.get("ui.facts.title"), "section-title"),
                        new PhotoFactsGrid(outcome, row, messages));
    }
}
