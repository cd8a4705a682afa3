package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import io.crackscope.training.ModelShelf.Entry;
import io.crackscope.training.StartLeaks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The part of the plan that says what a run starts with, and what its model knows of the test part. */
final class StartSection extends VBox {
    private final StartForm form;
    private final Messages messages;
    private final ChoiceBox<Optional<Path>> choice = new ChoiceBox<>();
    private final Label help = new Label();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean following;

    StartSection(StartForm form, Messages messages) {
        this.form = form;
        this.messages = messages;
        getStyleClass().add("form-section");
        choice.setId("field-from");
        choice.getStyleClass().add("start-choice");
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Path> file) {
                return file == null ? "" : words(file);
            }

            @Override
            public Optional<Path> fromString(String text) {
                throw new UnsupportedOperationException("nobody types a model");
            }
        });
        choice.valueProperty().addListener((observable, before, now) -> {
            if (now != null && !following) {
                form.chosenProperty().set(now);
            }
        });
        FieldRow row = new FieldRow(messages.get("ui.train.from"), "", choice);
        choice.setTooltip(new Tooltip(messages.get("ui.train.from.tip")));
        row.watch(problem.getReadOnlyProperty());
        help.getStyleClass().add("field-help");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        row.getChildren().add(help);
        getChildren().add(row);
        InvalidationListener follow = change -> follow();
        form.models().addListener(follow);
        form.chosenProperty().addListener(follow);
        form.stateProperty().addListener((observable, before, now) -> show(now));
        follow();
        show(form.stateProperty().get());
    }

    private void follow() {
        following = true;
        choice.getItems().setAll(form.choices());
        choice.setValue(form.chosenProperty().get());
        following = false;
        help.setText(form.chosenProperty()
                .get()
                .map(file -> messages.get("ui.train.from.help.model", file))
                .orElseGet(() -> messages.get("ui.train.from.help.new")));
        choice.setAccessibleHelp(help.getText());
    }

    private void show(StartForm.State state) {
        problem.set(state instanceof StartForm.State.Unusable(String why) ? why : "");
        List<Node> warning = state instanceof StartForm.State.Counted(StartLeaks leaks) && leaks.any()
                ? List.of(warning(leaks))
                : List.of();
        getChildren().remove(1, getChildren().size());
        getChildren().addAll(warning);
    }

    private LeakBox warning(StartLeaks leaks) {
        boolean isKnown = leaks.known().isPresent();
        String line = isKnown
                ? messages.get("ui.train.from.known", leaks.known().getAsInt(), leaks.tests(), leaks.model())
                : messages.get("ui.train.from.unknown", leaks.model());
        String heading = messages.get(isKnown ? "ui.train.from.known.heading" : "ui.train.from.unknown.heading");
        return new LeakBox("start-warning", heading, List.of(line));
    }

    private String words(Optional<Path> file) {
        if (file.isEmpty()) {
            return messages.get("ui.train.from.new");
        }
        return form.models().stream()
                .filter(entry -> entry.file().equals(file.get()))
                .findFirst()
                .map(this::name)
                .orElseGet(() -> String.valueOf(file.get().getFileName()));
    }

    private String name(Entry entry) {
        String name = entry.description().card().name();
        return entry.shipped() ? messages.get("ui.train.from.shipped", name) : name;
    }
}
