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

/** Which model judges labels. */
final class JudgeChoice extends ChoiceBox<Path> {
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
            public String toString(Path file) {
                return file == null ? "" : words(file);
            }

            @Override
            public Path fromString(String text) {
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
        Set<Path> files = new LinkedHashSet<>();
        judge.models().forEach(model -> files.add(model.file()));
        files.add(judge.chosenProperty().get());
        getItems().setAll(files);
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
