package io.crackscope.ui.inspection;

import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Labels;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What the file of an inspected photo tells, its scale, and which model judged it; what is not known has no row. */
final class PhotoFactsGrid extends GridPane {
    private final Messages messages;

    PhotoFactsGrid(InspectionOutcome.Inspected outcome, PhotoRow row, Messages messages) {
        this.messages = messages;
        PhotoWords words = new PhotoWords(messages);
        PhotoFacts facts = outcome.facts();
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
        fact("ui.facts.size", words.size(facts));
        fact("ui.facts.taken", words.taken(facts));
        fact("ui.facts.camera", facts.camera().orElse(""));
        fact("ui.facts.place", words.place(facts));
        fact("ui.facts.time", messages.get("ui.facts.time.value", outcome.millis() / 1000.0));
        fact("ui.facts.scale", row.scale().map(words::scale).orElse(""));
        fact("ui.facts.model", row.judgedBy().map(ModelStamp::name).orElse(""));
    }

    /** A fact that the file does not tell gets no row: an empty one would look like an error. */
    private void fact(String key, String value) {
        if (!value.isEmpty()) {
            Label name = Labels.wrapped(messages.get(key), "fact-name");
            name.setWrapText(false);
            GridPane.setValignment(name, VPos.TOP);
            addRow(getRowCount(), name, Labels.wrapped(value, "fact-value"));
        }
    }
}
