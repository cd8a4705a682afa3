package io.crackscope.ui.training;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** Controls that choose one of a few values. */
final class Choices {
    private Choices() {}

    /** A list that opens, for values whose words are long. */
    static <T> ChoiceBox<T> list(String id, List<T> values, Property<T> chosen, Function<T, String> words) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setId(id);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        });
        box.getItems().setAll(values);
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    /** Buttons beside each other, one of them pressed. */
    static <T> HBox buttons(String id, List<T> values, Property<T> chosen, Function<T, String> words) {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.setId(id);
        row.getStyleClass().add("choice-buttons");
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            ToggleButton button = new ToggleButton(words.apply(value));
            button.setId(id + "-" + value.toString().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass()
                    .addAll("small", i == 0 ? "left-pill" : i == values.size() - 1 ? "right-pill" : "center-pill");
            button.setToggleGroup(group);
            button.setSelected(value.equals(chosen.getValue()));
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, javafx.scene.layout.Priority.ALWAYS);
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.setValue(value);
            });
            chosen.addListener((observable, before, now) -> button.setSelected(value.equals(now)));
            row.getChildren().add(button);
        }
        return row;
    }
}
