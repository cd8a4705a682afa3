package io.crackscope.ui.training;

import io.crackscope.ui.common.Labels;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One line of a form: name, control, what it does, and what is wrong with it. */
final class FieldRow extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    /** A row whose control can hold nothing wrong. */
    FieldRow(String name, String help, Node control) {
        getStyleClass().add("field-row");
        Label label = new Label(name);
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(label, gap, control);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("field-line");
        getChildren().add(line);
        if (!help.isEmpty()) {
            getChildren().add(Labels.wrapped(help, "field-help"));
        }
        control.setAccessibleText(name);
        control.setAccessibleHelp(help);
        if (control instanceof Control named && !help.isEmpty()) {
            named.setTooltip(new Tooltip(help));
        }
    }

    /** A row with a typed value. */
    FieldRow(String id, String name, String help, NumberField field) {
        this(name, help, input(id, field));
        watch(field.problemProperty());
    }

    /** Shows what is wrong. */
    void watch(ReadOnlyStringProperty problem) {
        Label wrong = Labels.wrapped("", "field-problem");
        wrong.textProperty().bind(problem);
        wrong.visibleProperty().bind(Bindings.isNotEmpty(problem));
        wrong.managedProperty().bind(wrong.visibleProperty());
        getChildren().add(1, wrong);
        pseudoClassStateChanged(INVALID, !problem.get().isEmpty());
        problem.addListener((observable, before, now) -> pseudoClassStateChanged(INVALID, !now.isEmpty()));
    }

    private static TextField input(String id, NumberField field) {
        TextField input = new TextField();
        input.setId(id);
        input.getStyleClass().addAll("number-input", "small");
        input.textProperty().bindBidirectional(field.textProperty());
        return input;
    }
}
