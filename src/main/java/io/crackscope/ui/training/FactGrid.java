package io.crackscope.ui.training;

import io.crackscope.ui.common.Labels;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names and values under each other. */
final class FactGrid extends GridPane {
    FactGrid(List<RunWords.Fact> facts) {
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(128);
        names.setPrefWidth(132);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
        for (RunWords.Fact fact : facts) {
            if (!fact.value().isEmpty()) {
                addRow(getRowCount(), label(fact.name(), "fact-name"), label(fact.value(), "fact-value"));
            }
        }
    }

    private static Label label(String text, String styleClass) {
        Label label = Labels.wrapped(text, styleClass);
        setValignment(label, VPos.TOP);
        return label;
    }
}
