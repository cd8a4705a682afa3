package io.crackscope.ui.dataset;

import io.crackscope.text.Messages;
import io.crackscope.training.ModelShelf;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/** Who judges labels. */
final class JudgeChoice extends ChoiceBox<Judge> {
    private final JudgeModel judge;
    private boolean following;

    JudgeChoice(JudgeModel judge, Messages messages) {
        this.judge = judge;
        setId("judge");
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setPrefWidth(0);
        setAccessibleText(messages.get("ui.set.judge.tip"));
        setTooltip(new Tooltip(messages.get("ui.set.judge.tip")));
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Judge judge) {
                return switch (judge) {
                    case null -> "";
                    case Judge.OfFile(Path file) -> words(file);
                    case Judge.CrossValidation asked -> messages.get("ui.set.judge.cross");
                };
            }

            @Override
            public Judge fromString(String text) {
                throw new UnsupportedOperationException("nobody types a model");
            }
        });
        valueProperty().addListener((observable, before, now) -> {
            if (now != null && !following) {
                judge.choose(now);
            }
        });
        InvalidationListener follow = change -> follow();
        judge.models().addListener(follow);
        judge.chosenProperty().addListener(follow);
        follow();
    }

    private void follow() {
        following = true;
        Set<Judge> all = new LinkedHashSet<>();
        judge.models().forEach(model -> all.add(new Judge.OfFile(model.file())));
        if (judge.chosenProperty().get() instanceof Judge.OfFile model) {
            all.add(model);
        }
        all.add(new Judge.CrossValidation());
        getItems().setAll(all);
        setValue(judge.chosenProperty().get());
        following = false;
    }

    private String words(Path file) {
        for (ModelShelf.Entry model : judge.models()) {
            if (model.file().equals(file)) {
                return model.description().card().name();
            }
        }
        return String.valueOf(file.getFileName());
    }
}
