package io.crackscope.ui.dataset;

import io.crackscope.text.Messages;
import io.crackscope.training.ModelShelf;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** Which model judges labels. */
final class JudgeChoice extends HBox {
    private final JudgeModel judge;
    private final Messages messages;
    private final ChoiceBox<Path> choice = new ChoiceBox<>();
    private boolean following;

    JudgeChoice(JudgeModel judge, Messages messages) {
        this.judge = judge;
        this.messages = messages;
        getStyleClass().add("judge-choice");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(messages.get("ui.set.judge"));
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(choice);
        choice.setId("judge");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setMinWidth(0);
        choice.setPrefWidth(0);
        choice.setAccessibleText(messages.get("ui.set.judge"));
        choice.setTooltip(new Tooltip(messages.get("ui.set.judge.tip")));
        HBox.setHgrow(choice, Priority.ALWAYS);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Path file) {
                return file == null ? "" : words(file);
            }

            @Override
            public Path fromString(String text) {
                throw new UnsupportedOperationException("nobody types a model");
            }
        });
        choice.valueProperty().addListener((observable, before, now) -> {
            if (now != null && !following) {
                judge.choose(now);
            }
        });
        getChildren().addAll(name, choice);
        InvalidationListener follow = change -> follow();
        judge.models().addListener(follow);
        judge.chosenProperty().addListener(follow);
        follow();
    }

    private void follow() {
        following = true;
        Set<Path> files = new LinkedHashSet<>();
        judge.models().forEach(model -> files.add(model.file()));
        files.add(judge.chosenProperty().get());
        choice.getItems().setAll(files);
        choice.setValue(judge.chosenProperty().get());
        following = false;
    }

    private String words(Path file) {
        for (ModelShelf.Entry model : judge.models()) {
            if (model.file().equals(file)) {
                String name = model.description().card().name();
                return model.shipped() ? messages.get("ui.set.judge.shipped", name) : name;
            }
        }
        return String.valueOf(file.getFileName());
    }
}
