package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.ui.inspection.ScaleViewModel.Unit;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The number that a person types and its unit: the length of the line, or the size of a pixel. */
final class ScaleInput extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final TextField number = new TextField();

    ScaleInput(ScaleViewModel scale, Messages messages) {
        getStyleClass().add("scale-field");
        Label name = new Label();
        name.setLabelFor(number);
        number.setId("scale-number");
        number.setPrefColumnCount(8);
        number.textProperty().bindBidirectional(scale.numberProperty());
        HBox.setHgrow(number, Priority.ALWAYS);
        ChoiceBox<Unit> unit = unit(messages);
        unit.valueProperty().bindBidirectional(scale.unitProperty());
        scale.unitProperty().subscribe(one -> {
            name.setText(messages.get(one == Unit.MILLIMETRES_PER_PIXEL ? "ui.scale.pixel" : "ui.scale.length"));
            number.setAccessibleText(name.getText());
        });
        HBox line = new HBox(number, unit);
        line.getStyleClass().add("scale-fields");
        getChildren().addAll(name, line);
    }

    private static ChoiceBox<Unit> unit(Messages messages) {
        ChoiceBox<Unit> unit = new ChoiceBox<>();
        unit.setId("scale-unit");
        unit.setAccessibleText(messages.get("ui.scale.unit"));
        unit.getItems().setAll(Unit.values());
        unit.setConverter(new StringConverter<>() {
            @Override
            public String toString(Unit one) {
                return one == null
                        ? ""
                        : messages.get("ui.scale.unit." + one.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public Unit fromString(String text) {
                throw new UnsupportedOperationException("units are chosen, not typed");
            }
        });
        return unit;
    }

    /** Puts the keyboard into the number. */
    void takeFocus() {
        number.requestFocus();
        number.selectAll();
    }

    /** Whether the keyboard is in the number. */
    boolean isTyping() {
        return number.isFocused();
    }

    void showWrong(boolean isWrong) {
        number.pseudoClassStateChanged(ERROR, isWrong);
    }
}
