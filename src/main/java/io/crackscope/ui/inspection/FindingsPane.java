package io.crackscope.ui.inspection;

import io.crackscope.domain.Evidence;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.PhotoScale;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Figures;
import io.crackscope.ui.common.Labels;
import io.crackscope.ui.common.Mark;
import io.crackscope.ui.common.MarkNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
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
        content.getChildren().add(Labels.wrapped(messages.get("ui.findings.evidence", found.size()), "section-title"));
        if (found.isEmpty()) {
            content.getChildren().add(Labels.wrapped(messages.get("ui.findings.no_evidence"), "findings-note"));
            return;
        }
        VBox list = new VBox();
        list.getStyleClass().add("evidence-list");
        for (int i = 0; i < found.size(); i++) {
            list.getChildren().add(evidenceRow(i + 1, found.get(i), scale));
        }
        content.getChildren().add(list);
    }

    private Button evidenceRow(int number, Evidence evidence, Optional<PhotoScale> scale) {
        Label chip = new Label(Integer.toString(number));
        chip.getStyleClass().add("evidence-number");
        String size = messages.get(
                "ui.findings.extent", evidence.right() - evidence.left(), evidence.bottom() - evidence.top());
        Label extent = Labels.wrapped(size, "evidence-extent");
        extent.setWrapText(false);
        VBox extents = new VBox(extent);
        extents.setAlignment(Pos.CENTER_LEFT);
        scale.ifPresent(known ->
                extents.getChildren().add(Labels.wrapped(words.extent(evidence, known), "evidence-millimetres")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label probability = new Label(Figures.percent(evidence.probability()));
        probability.getStyleClass().add("evidence-probability");
        probability.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(chip, extents, gap, probability);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("evidence-row-content");
        Button button = new Button(null, row);
        button.getStyleClass().addAll("flat", "evidence-row");
        button.setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(button.widthProperty());
        button.setAccessibleText(messages.get("ui.findings.show_evidence", number, probability.getText()));
        button.setOnAction(event -> flyTo.accept(evidence));
        return button;
    }

    private void facts(InspectionOutcome.Inspected outcome, PhotoRow row) {
        PhotoFacts facts = outcome.facts();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        fact(grid, "ui.facts.size", words.size(facts));
        fact(grid, "ui.facts.taken", words.taken(facts));
        fact(grid, "ui.facts.camera", facts.camera().orElse(""));
        fact(grid, "ui.facts.place", words.place(facts));
        fact(grid, "ui.facts.time", messages.get("ui.facts.time.value", outcome.millis() / 1000.0));
        fact(grid, "ui.facts.scale", row.scale().map(words::scale).orElse(""));
        fact(grid, "ui.facts.model", row.judgedBy().map(ModelStamp::name).orElse(""));
        content.getChildren().addAll(Labels.wrapped(messages.get("ui.facts.title"), "section-title"), grid);
    }

    /** A fact that the file does not tell gets no row: an empty one would look like an error. */
    private void fact(GridPane grid, String key, String value) {
        if (!value.isEmpty()) {
            Label name = Labels.wrapped(messages.get(key), "fact-name");
            name.setWrapText(false);
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(grid.getRowCount(), name, Labels.wrapped(value, "fact-value"));
        }
    }
}
