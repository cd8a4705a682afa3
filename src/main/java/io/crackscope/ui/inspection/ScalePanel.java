package io.crackscope.ui.inspection;

import io.crackscope.text.Messages;
import io.crackscope.ui.common.Icons;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the line over the photo is long, or a pixel large, and to which photos that applies. */
final class ScalePanel extends VBox {
    private final ScaleViewModel model;
    private final Messages messages;
    private final TextField length = new TextField();
    private final Button apply = new Button();
    private final Button remove = new Button();
    private final Label several = text("", "scale-help");

    ScalePanel(ScaleViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setId("scale-panel");
        getStyleClass().add("scale-panel");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = text(messages.get("ui.scale.title"), "scale-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button(null, Icons.of(Feather.X));
        close.setId("scale-close");
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setAccessibleText(messages.get("ui.scale.close"));
        close.setTooltip(new Tooltip(messages.get("ui.scale.close.tip")));
        close.setOnAction(event -> model.leave());
        HBox head = new HBox(title, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        Label words = text("", "scale-words");
        words.setId("scale-words");
        words.textProperty().bind(model.wordsProperty());
        shownWithText(words);
        Label problem = text("", "field-problem");
        problem.setId("scale-problem");
        problem.textProperty().bind(model.problemProperty());
        shownWithText(problem);
        shownWithText(several);
        getChildren()
                .addAll(
                        head,
                        text(messages.get("ui.scale.help"), "scale-help"),
                        field(length, "scale-length", "ui.scale.length", model.lengthProperty()),
                        field(new TextField(), "scale-pixel", "ui.scale.pixel", model.pixelProperty()),
                        words,
                        problem,
                        several,
                        buttons());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.leave();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
                model.apply();
                event.consume();
            }
        });
        visibleProperty().bind(model.measuringProperty());
        managedProperty().bind(visibleProperty());
        visibleProperty().addListener((observable, before, isShown) -> begin(isShown));
    }

    private HBox buttons() {
        apply.setId("scale-apply");
        apply.getStyleClass().addAll("accent", "small");
        apply.disableProperty().bind(model.scaleProperty().map(scale -> scale.isEmpty()));
        apply.setOnAction(event -> model.apply());
        remove.setId("scale-remove");
        remove.getStyleClass().add("small");
        remove.setText(messages.get("ui.scale.remove"));
        remove.managedProperty().bind(remove.visibleProperty());
        remove.setOnAction(event -> model.remove());
        HBox buttons = new HBox(apply, remove);
        buttons.getStyleClass().add("scale-buttons");
        return buttons;
    }

    private void begin(boolean isShown) {
        if (isShown) {
            int photos = model.photos().size();
            apply.setText(messages.get("ui.scale.apply", photos));
            several.setText(photos > 1 ? messages.get("ui.scale.several") : "");
            remove.setVisible(
                    model.photos().stream().anyMatch(photo -> photo.scale().isPresent()));
            length.requestFocus();
        }
    }

    private HBox field(TextField field, String id, String key, StringProperty value) {
        Label name = text(messages.get(key), "scale-name");
        name.setLabelFor(field);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        field.setId(id);
        field.setAccessibleText(name.getText());
        field.getStyleClass().addAll("scale-field", "small");
        field.textProperty().bindBidirectional(value);
        HBox row = new HBox(name, gap, field, text("mm", "scale-unit"));
        row.getStyleClass().add("scale-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static void shownWithText(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private static Label text(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
