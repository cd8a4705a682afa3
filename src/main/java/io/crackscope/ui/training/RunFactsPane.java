package io.crackscope.ui.training;

import io.crackscope.text.Messages;
import io.crackscope.training.ModelShelf.Entry;
import io.crackscope.training.RunRecord;
import io.crackscope.ui.common.Icons;
import io.crackscope.ui.common.Labels;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One run of the history: how it ended, what it scores, beside the model in use, and what can be done with its model. */
final class RunFactsPane extends ScrollPane {
    private final TrainingViewModel model;
    private final TrainingFiles files;
    private final Messages messages;
    private final RunWords words;
    private final VBox head = part();
    private final VBox duel = part();
    private final VBox rest = part();
    private final TextArea notes = new TextArea();
    private @Nullable RunRecord shown;

    RunFactsPane(TrainingViewModel model, TrainingFiles files, Messages messages) {
        this.model = model;
        this.files = files;
        this.messages = messages;
        this.words = new RunWords(messages);
        setId("run-facts");
        getStyleClass().addAll("plain-scroll", "run-pane");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        notes.setId("run-notes");
        notes.setPrefRowCount(2);
        notes.setWrapText(true);
        notes.setPromptText(messages.get("ui.train.facts.notes.prompt"));
        notes.setAccessibleText(messages.get("ui.train.facts.notes"));
        notes.focusedProperty().addListener((observable, before, isFocused) -> {
            if (!isFocused) {
                keepNotes();
            }
        });
        VBox content = new VBox(head, duel, title("ui.train.facts.notes"), notes, rest);
        content.getStyleClass().add("run-content");
        setContent(content);
        model.models().inUseProperty().addListener(change -> showHead());
        model.run().runningProperty().addListener(change -> showHead());
        model.models().models().addListener((ListChangeListener<Entry>) change -> showDuel());
        model.duel().rows().addListener((ListChangeListener<DuelViewModel.Row>) change -> showDuel());
        model.duel().statusProperty().addListener(change -> showDuel());
    }

    /** Shows {@code run}. */
    void show(RunRecord run) {
        if (run.equals(shown)) {
            return;
        }
        boolean isOther = shown == null || !shown.id().equals(run.id());
        if (isOther) {
            keepNotes();
            setVvalue(0);
        }
        shown = run;
        if (isOther || !notes.isFocused()) {
            notes.setText(run.notes());
        }
        showHead();
        rest.getChildren().clear();
        if (run.skipped().count() > 0) {
            rest.getChildren()
                    .addAll(
                            title("ui.train.facts.skipped"),
                            Labels.wrapped(
                                    messages.get(
                                                    "ui.train.facts.skipped.value",
                                                    run.skipped().count()) + "\n"
                                            + String.join("\n", run.skipped().first()),
                                    "field-help"));
        }
        rest.getChildren().addAll(title("ui.train.facts.settings"), new FactGrid(words.settings(run)));
    }

    private void keepNotes() {
        if (shown != null && !notes.getText().equals(shown.notes())) {
            model.history().note(shown.id(), notes.getText());
        }
    }

    private void showHead() {
        if (shown == null) {
            return;
        }
        RunRecord run = shown;
        head.getChildren()
                .setAll(
                        Labels.wrapped(model.history().nameOf(run), "run-state"),
                        Labels.wrapped(words.state(run) + " \u00B7 " + words.started(run), "field-help"));
        String ending = words.ending(run);
        if (!ending.isEmpty()) {
            boolean isBad = run.state() == RunRecord.State.FAILED;
            head.getChildren().add(Labels.wrapped(ending, isBad ? "field-problem" : "run-ending"));
        }
        head.getChildren().add(actions(run));
        if (!words.scores(run).isEmpty()) {
            head.getChildren().addAll(title("ui.train.facts.scores"), new FactGrid(words.scores(run)));
        }
        showDuel();
    }

    private void showDuel() {
        duel.getChildren().clear();
        if (shown != null && Files.exists(shown.model())) {
            duel.getChildren().addAll(title("ui.train.duel"), new DuelSection(model, shown, files, words, messages));
        }
    }

    private Node actions(RunRecord run) {
        FlowPane actions = new FlowPane();
        actions.getStyleClass().add("run-actions");
        Path file = run.model();
        boolean hasModel = Files.exists(file);
        boolean isRunning = model.run().runningProperty().get();
        if (hasModel && file.equals(model.models().inUseProperty().get())) {
            Label inUse = Labels.wrapped(messages.get("ui.train.models.in_use"), "in-use");
            inUse.setGraphic(Icons.of(Feather.CHECK));
            actions.getChildren().add(inUse);
        } else if (hasModel) {
            Button use = button("use-model", "ui.train.models.use", "ui.train.models.use.tip");
            use.getStyleClass().add("accent");
            use.setOnAction(event -> model.models().use(file));
            actions.getChildren().add(use);
        }
        if (run.state().resumable() && !run.epochs().isEmpty() && !isRunning) {
            Button resume = button("resume-run", "ui.train.resume", "ui.train.resume.tip");
            resume.setOnAction(event -> model.resume(run));
            actions.getChildren().add(resume);
        }
        if (hasModel) {
            Button export = button("export-model", "ui.train.models.export.model", "ui.train.models.export.model.tip");
            export.setOnAction(event -> export(file, false));
            Button onnx = button("export-onnx", "ui.train.models.export.onnx", "ui.train.models.export.onnx.tip");
            onnx.setOnAction(event -> export(file, true));
            actions.getChildren().addAll(export, onnx);
        }
        Button again = button("plan-again", "ui.train.plan.again", "ui.train.plan.again.tip");
        again.setOnAction(event -> model.planLike(run));
        actions.getChildren().add(again);
        return actions;
    }

    private void export(Path file, boolean onnx) {
        String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        files.exported(getScene().getWindow(), stem, onnx)
                .ifPresent(target -> model.models().export(file, target));
    }

    private Label title(String key) {
        return Labels.wrapped(messages.get(key), "section-title");
    }

    private static VBox part() {
        VBox part = new VBox();
        part.getStyleClass().add("run-part");
        return part;
    }

    private Button button(String id, String key, String tipKey) {
        Button button = new Button(messages.get(key));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(messages.get(tipKey)));
        return button;
    }
}
